import { msg } from '@lit/localize';
import { css, type PropertyValues, type TemplateResult } from 'lit';
import { property, state } from '../base/decorators.ts';
import { html } from '../base/html.ts';
import { today } from './calendar-days.ts';
import { CalendarField } from './calendar-field.ts';
import type { Flaw } from './form-control.ts';
import { localeOf } from './locale-of.ts';
import { parseDate, textOfDay } from './parse-date.ts';

/** A range that has a name, such as the last seven days. */
export interface NamedRange {
  label: string;
  from: string;
  until: string;
}
type End = 'from' | 'until';

/**
 * Days from one to another, both included, typed or taken from a calendar or a list of named ranges. The value is
 * `2026-11-01/2026-11-21`; an end left open is empty, as in `2026-11-01/`.
 *
 * Keys: those of a date field; in the calendar the first day taken begins the range, the second ends it.
 *
 * @fires input - The range changed.
 * @fires change - The range changed.
 * @csspart box - The frame around both days.
 * @csspart input - One of the native inputs.
 */
export class DateRangeField extends CalendarField {
  static override tag = 'date-range-field';
  static override styles = [
    CalendarField.styles,
    css`
      .shell {
        position: relative;
        display: flex;
        align-items: center;
        gap: 4px;
        padding-block: 0;
      }
      .inner {
        flex: 1;
        min-inline-size: 0;
        inline-size: 11ch;
        padding: 4px 0;
        border: 0;
        background: none;
      }
      @media not (pointer: coarse) {
        :host([size='small']) :is(.inner, .end) {
          min-block-size: 24px;
          margin-block: -1px;
          padding-block: 0;
        }
      }
      #control {
        flex: 0 1 12ch;
      }
      .columns {
        display: flex;
        flex-wrap: wrap;
        gap: var(--_space-3);
      }
      .named {
        display: flex;
        flex-direction: column;
        gap: 2px;
        min-inline-size: 120px;
      }
      .named button {
        min-block-size: 30px;
        padding: 4px 10px;
        border: 0;
        border-radius: var(--_radius-control);
        background: none;
        font-size: var(--_font-size-s);
        text-align: start;
        cursor: pointer;
      }
      .named button:hover {
        background: var(--_hover);
      }
      .named [aria-pressed='true'] {
        background: var(--_accent-soft);
        color: var(--_accent-text);
      }
      @media (pointer: coarse) {
        .inner,
        .shell .end {
          min-block-size: var(--_control-height-touch);
          margin-block: -1px;
        }
        .shell .end {
          inset: 0;
          inset-inline-start: auto;
          min-inline-size: var(--_control-height-touch);
        }
        .shell {
          padding-inline-end: var(--_control-height-touch);
        }
        .named button {
          min-block-size: var(--_control-height-touch);
        }
      }
    `,
  ];
  @property({ attribute: false }) named: readonly NamedRange[] = [];
  /** What was typed while it is no day or not yet left. */
  @state() private typed: Partial<Record<End, string>> = {};
  /** The first day taken from the calendar, until the second is. */
  @state() private begun = '';

  get from(): string {
    return this.value.split('/')[0] ?? '';
  }
  get until(): string {
    return this.value.split('/')[1] ?? '';
  }
  #range(from: string, until: string): string {
    return from || until ? `${from}/${until}` : '';
  }

  protected override flaw(): Flaw {
    const { from, until } = this;
    return (
      this.unread(Object.values(this.typed)) ??
      (this.required && (!from || !until) ? [{ valueMissing: true }, msg('Write both days.')] : null) ??
      (from && until && until < from ? [{ customError: true }, msg('The last day is before the first.')] : null) ??
      this.outside([from, until])
    );
  }

  #settle(end: End): void {
    const written = this.typed[end];
    if (written === undefined) return;
    const day = parseDate(written, localeOf(this), today());
    const { [end]: _, ...rest } = this.typed;
    if (day !== null) this.typed = rest;
    const ends = { from: this.from, until: this.until, [end]: day ?? '' };
    const range = this.#range(ends.from, ends.until);
    if (range === this.value) this.changed();
    else this.take(range);
  }

  protected override willUpdate(changed: PropertyValues): void {
    super.willUpdate(changed);
    if (changed.has('open')) this.begun = '';
  }

  #take(from: string, until: string): void {
    this.typed = {};
    this.take(this.#range(from, until));
    this.panel.hidePopover();
  }
  #pick(day: string): void {
    if (!this.begun) this.begun = day;
    else if (day < this.begun) this.#take(day, this.begun);
    else this.#take(this.begun, day);
  }

  #input(end: End, label: string): unknown {
    const day = this[end];
    return html`<input
      id=${end === 'from' ? 'control' : 'until'}
      class="inner"
      part="input"
      autocomplete="off"
      aria-label=${`${this.label} ${label}`.trim()}
      placeholder=${label}
      .value=${this.typed[end] ?? textOfDay(day, localeOf(this))}
      ?disabled=${this.off}
      ?readonly=${this.readOnly}
      aria-invalid=${this.invalid}
      aria-describedby=${this.describedBy}
      @input=${(event: Event) => {
        event.stopPropagation();
        this.typed = { ...this.typed, [end]: (event.target as HTMLInputElement).value };
      }}
      @change=${(event: Event) => event.stopPropagation()}
      @blur=${() => this.#settle(end)}
      @keydown=${(event: KeyboardEvent) => {
        if (event.key === 'ArrowDown' && event.altKey) {
          event.preventDefault();
          this.panel.showPopover();
        } else if (event.key === 'Enter') {
          this.#settle(end);
          this.onEnter(event);
        }
      }}
    />`;
  }

  override render(): unknown {
    return this.frame(
      html`<div
          class="box shell ${this.problem ? 'wrong' : ''} ${this.off ? 'off' : ''}"
          part="box"
          role="group"
          aria-labelledby="label"
        >
          ${this.#input('from', msg('First day'))}<span aria-hidden="true">–</span
          >${this.#input('until', msg('Last day'))} ${this.opener(msg('Choose the days'))}
        </div>
        ${this.floating(msg('Choose the days'))}`,
    );
  }

  protected override panelContent(): TemplateResult {
    const now = (range: NamedRange): boolean => range.from === this.from && range.until === this.until;
    return html`<div class="columns">
        ${
          this.named.length > 0
            ? html`<div class="named" role="group" aria-label=${msg('Often used')}>
                ${this.named.map(
                  (range) =>
                    html`<button
                      type="button"
                      aria-pressed=${now(range)}
                      @click=${() => this.#take(range.from, range.until)}
                    >
                      ${range.label}
                    </button>`,
                )}
              </div>`
            : ''
        }
        <x-calendar
          class="calendar"
          from=${this.begun || this.from}
          until=${this.begun || this.until}
          min=${this.min}
          max=${this.max}
          @pick=${(event: CustomEvent<string>) => this.#pick(event.detail)}
        ></x-calendar>
      </div>
      <div class="foot">
        <span class="caption" role="status"
          >${this.begun ? msg('Now the last day.') : msg('Choose the first day.')}</span
        >
        ${this.value && !this.required ? html`<x-button size="small" variant="quiet" @click=${() => this.#take('', '')}>${msg('Clear')}</x-button>` : ''}
      </div>`;
  }
}
