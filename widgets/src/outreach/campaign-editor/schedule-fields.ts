import { msg } from '@lit/localize';
import type { Schedule } from '@tabard/contract';
import { css } from 'lit';
import { property } from 'lit/decorators.js';
import { html } from '../../core/html.ts';
import { PrefixedElement } from '../../core/prefixed-element.ts';
import { Input } from '../../kit/input.ts';
import { Select } from '../../kit/select.ts';
import { widgetStyles } from '../../kit/widget.styles.ts';
import { weekdays } from '../campaign-words.ts';

/** The end of a day, which a time field can only show as the start of the next. */
const DAY_END = '24:00';

/**
 * When mails may leave.
 * @event edit - `detail` is the schedule.
 */
export class ScheduleFields extends PrefixedElement {
  static override tag = 'schedule-fields';
  static override uses = [Input, Select];
  static override styles = [
    widgetStyles,
    css`
      :host {
        display: flex !important;
        flex-direction: column;
        gap: var(--_space-3);
      }
      .pair {
        gap: var(--_space-3);
      }
      .days {
        display: flex;
        gap: 4px;
        border: 0;
        padding: 0;
        margin: 0;
      }
      .days button {
        flex: 1;
        min-inline-size: 0;
        min-block-size: 30px;
        padding: 0 2px;
        border: 1px solid var(--_border-strong);
        border-radius: var(--_radius-control);
        background: var(--_surface);
        color: var(--_text-muted);
        font-size: var(--_font-size-xs);
        font-weight: var(--_font-weight-medium);
        cursor: pointer;
        overflow: hidden;
      }
      .days button[aria-pressed='true'] {
        background: var(--_accent-soft);
        border-color: var(--_accent-border);
        color: var(--_accent-text);
      }
      .days button:disabled {
        cursor: default;
      }
      @media (pointer: coarse) {
        .days button {
          min-block-size: 44px;
        }
      }
      @media (forced-colors: active) {
        .days button[aria-pressed='true'] {
          outline: 2px solid Highlight;
        }
      }
    `,
  ];
  @property({ attribute: false }) schedule!: Schedule;
  @property() locale = 'en';
  @property({ type: Boolean }) locked = false;

  #edit(change: Partial<Schedule>): void {
    this.tell('edit', { ...this.schedule, ...change });
  }

  #toggle(day: number): void {
    const days = this.schedule.days.includes(day)
      ? this.schedule.days.filter((other) => other !== day)
      : [...this.schedule.days, day];
    if (days.length > 0) this.#edit({ days: days.toSorted((a, b) => a - b) });
  }

  override render(): unknown {
    const { schedule, locked } = this;
    const zones = new Set([schedule.timeZone, ...Intl.supportedValuesOf('timeZone')]);
    return html`<div class="days" role="group" aria-label=${msg('Days')}>
        ${weekdays(this.locale).map(
          (name, index) =>
            html`<button
              aria-pressed=${schedule.days.includes(index + 1)}
              ?disabled=${locked}
              @click=${() => this.#toggle(index + 1)}
            >
              ${name}
            </button>`,
        )}
      </div>
      <div class="pair">
        <x-input
          type="time"
          label=${msg('From')}
          .value=${schedule.from}
          ?disabled=${locked}
          @change=${(event: Event) => this.#edit({ from: (event.target as Input).value })}
        ></x-input>
        <x-input
          type="time"
          label=${msg('Until')}
          .value=${schedule.until === DAY_END ? '00:00' : schedule.until}
          ?disabled=${locked}
          error=${schedule.from < schedule.until ? '' : msg('Must be later than the start.')}
          @change=${(event: Event) => this.#edit({ until: (event.target as Input).value.replace('00:00', DAY_END) })}
        ></x-input>
      </div>
      <x-select
        label=${msg('Time zone')}
        .value=${schedule.timeZone}
        ?disabled=${locked}
        .options=${[...zones].map((value) => ({ value, label: value.replaceAll('_', ' ') }))}
        @change=${(event: Event) => this.#edit({ timeZone: (event.target as Select).value })}
      ></x-select>`;
  }
}
