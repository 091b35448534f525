import { msg } from '@lit/localize';
import type { Schedule } from '@tabard/contract';
import { css, type PropertyValues } from 'lit';
import { property } from '../../base/decorators.ts';
import { html } from '../../base/html.ts';
import { PrefixedElement } from '../../base/prefixed-element.ts';
import { weekStart } from '../../kit/calendar-days.ts';
import { Combobox } from '../../kit/combobox.ts';
import { factsStyles } from '../../kit/facts.styles.ts';
import type { Option } from '../../kit/select.ts';
import { Switch } from '../../kit/switch.ts';
import { TimeField } from '../../kit/time-field.ts';
import { ToggleGroup } from '../../kit/toggle-group.ts';
import { widgetStyles } from '../../kit/widget.styles.ts';
import { weekdays } from '../campaign-labels.ts';
import type { FieldErrors } from './campaign-draft.ts';
import { timeZones } from '../../core/time-zones.ts';

/** From midnight to midnight. */
const ALL_DAY = { from: '00:00', until: '24:00' } as const;

/**
 * When mails may leave.
 * @event edit - `detail` is the schedule.
 */
export class ScheduleFields extends PrefixedElement {
  static override tag = 'schedule-fields';
  static override uses = [Combobox, Switch, TimeField, ToggleGroup];
  static override styles = [
    widgetStyles,
    factsStyles,
    css`
      :host {
        display: flex !important;
        flex-direction: column;
        gap: var(--_space-3);
      }
      .pair {
        gap: var(--_space-3);
      }
    `,
  ];
  @property({ attribute: false }) schedule!: Schedule;
  @property() locale = 'en';
  @property({ type: Boolean }) locked = false;
  /** What the platform says of them, as `schedule.days`. */
  @property({ attribute: false }) errors: FieldErrors = {};
  #hours: Pick<Schedule, 'from' | 'until'> = { from: '09:00', until: '17:00' };
  #days: Option[] = [];
  #zones: Option[] = [];

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (!changed.has('locale') && this.#zones.length > 0) return;
    // The week starts where the reader's does; the days keep their numbers, Monday first.
    const names = weekdays(this.locale).map((label, at) => ({ value: String(at + 1), label }));
    const first = weekStart(this.locale) - 1;
    this.#days = [...names.slice(first), ...names.slice(0, first)];
    this.#zones = timeZones(this.schedule.timeZone, this.locale);
  }

  #edit(change: Partial<Schedule>): void {
    this.tell('edit', { ...this.schedule, ...change });
  }
  #time(key: 'from' | 'until', event: Event): void {
    const field = event.target as TimeField;
    if (field.value) this.#edit({ [key]: field.value });
    else if (field.validity.valid) field.value = this.schedule[key];
  }

  override render(): unknown {
    const { schedule, locked } = this;
    const allDay = schedule.from === ALL_DAY.from && schedule.until === ALL_DAY.until;
    // Whoever takes it back finds the hours again.
    if (!allDay) this.#hours = { from: schedule.from, until: schedule.until };
    return html`<x-toggle-group
        label=${msg('Days')}
        hide-label
        error=${this.errors['schedule.days'] ?? ''}
        min="1"
        .options=${this.#days}
        .value=${this.#days
          .map(({ value }) => value)
          .filter((day) => schedule.days.includes(Number(day)))
          .join(',')}
        ?disabled=${locked}
        @change=${(event: Event) => this.#edit({ days: (event.target as ToggleGroup).chosen.map(Number).toSorted((a, b) => a - b) })}
      ></x-toggle-group>
      <x-switch
        label=${msg('All day')}
        .checked=${allDay}
        ?disabled=${locked}
        @change=${(event: Event) => this.#edit((event.target as Switch).checked ? ALL_DAY : this.#hours)}
      ></x-switch>
      ${allDay ? '' : this.#times()}
      <x-combobox
        label=${msg('Time zone')}
        error=${this.errors['schedule.timeZone'] ?? ''}
        .value=${schedule.timeZone}
        ?disabled=${locked}
        .options=${this.#zones}
        @change=${(event: Event) => this.#edit({ timeZone: (event.target as Combobox).value || schedule.timeZone })}
      ></x-combobox>`;
  }

  #times(): unknown {
    const { schedule, locked } = this;
    return html`<div class="pair">
      <x-time-field
        label=${msg('From')}
        error=${this.errors['schedule.from'] ?? ''}
        .value=${schedule.from}
        ?disabled=${locked}
        @change=${(event: Event) => this.#time('from', event)}
      ></x-time-field>
      <x-time-field
        label=${msg('Until')}
        day-end
        .value=${schedule.until}
        ?disabled=${locked}
        error=${schedule.from < schedule.until ? (this.errors['schedule.until'] ?? '') : msg('Must be later than the start.')}
        @change=${(event: Event) => this.#time('until', event)}
      ></x-time-field>
    </div>`;
  }
}
