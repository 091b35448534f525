import { msg, str } from '@lit/localize';
import type { PropertyValues } from 'lit';
import { property } from '../base/decorators.ts';
import { Combobox } from './combobox.ts';
import type { Flaw } from './form-control.ts';
import { localeOf } from './locale-of.ts';
import { minutesOf, parseTime, timeOf } from './parse-time.ts';
import type { Option } from './select.ts';

const DAY = 24 * 60;

/**
 * A time of day, typed in the reader's way (`9`, `930`, `9:30 pm`, `21.30`) or taken from a list. The value is `HH:MM`.
 * A time that is not in the list is as good as one that is.
 *
 * Keys: those of a combobox.
 *
 * @fires change - The time was changed.
 * @csspart input - The native input.
 */
export class TimeField extends Combobox {
  static override tag = 'time-field';
  /** Earliest and latest time, `HH:MM`. */
  @property() min = '';
  @property() max = '';
  /** Minutes between the times of the list. */
  @property({ type: Number }) step = 30;
  /** Midnight means the end of the day: the value is `24:00` then. */
  @property({ type: Boolean, attribute: 'day-end' }) dayEnd = false;
  protected override readonly endIcon = 'clock';
  #format: Intl.DateTimeFormat | null = null;
  #locale = '';
  #unread = '';

  constructor() {
    super();
    // The list only helps: Tab and Enter take what is written, not what the list begins with.
    this.free = true;
  }

  protected override willUpdate(changed: PropertyValues): void {
    super.willUpdate(changed);
    const locale = localeOf(this);
    if (locale === this.#locale && !['min', 'max', 'step', 'dayEnd'].some((key) => changed.has(key))) return;
    this.#locale = locale;
    this.#format = new Intl.DateTimeFormat(locale, { hour: 'numeric', minute: '2-digit', timeZone: 'UTC' });
    this.options = this.#times();
  }

  #times(): Option[] {
    const from = this.min ? minutesOf(this.min) : this.dayEnd ? this.step : 0;
    const until = this.max ? minutesOf(this.max) : this.dayEnd ? DAY : DAY - 1;
    const first = Math.ceil(from / this.step) * this.step;
    return [...new Array(Math.max(0, Math.floor((until - first) / this.step) + 1)).keys()].map((at) => {
      const value = timeOf(first + at * this.step);
      return { value, label: this.textOf(value), hint: value === '24:00' ? msg('end of the day') : '' };
    });
  }

  protected override textOf(value: string): string {
    if (!value) return '';
    return (this.#format ?? new Intl.DateTimeFormat(localeOf(this), { timeStyle: 'short', timeZone: 'UTC' })).format(
      minutesOf(value) * 60_000,
    );
  }
  protected override readValue(typed: string): string | null {
    const time = parseTime(typed, localeOf(this));
    this.#unread = time === null ? typed : '';
    if (time === null) return '';
    return this.dayEnd ? time.replace('00:00', '24:00') : time.replace('24:00', '00:00');
  }
  protected override settle(): void {
    super.settle();
    // What could not be read stays in the field, so that it can be mended.
    if (this.#unread) {
      this.typed = this.#unread;
      this.changed();
    }
  }
  protected override get shownOptions(): readonly Option[] {
    // Typing a time leads to its place in the list; it hides nothing.
    const time = this.typed ? parseTime(this.typed, localeOf(this)) : null;
    const near = time ? this.options.filter(({ value }) => value.startsWith(time.slice(0, 2))) : [];
    return near.length > 0 ? near : this.options;
  }
  protected override emptyNote(): string {
    return msg('No time is possible.');
  }
  protected override flaw(): Flaw {
    if (this.typed && parseTime(this.typed, localeOf(this)) === null)
      return [{ badInput: true }, msg(str`Write a time such as ${this.textOf('09:30')}.`)];
    if (!this.value) return this.required ? [{ valueMissing: true }, msg('Write a time.')] : null;
    if (this.min && this.value < this.min)
      return [{ rangeUnderflow: true }, msg(str`Not before ${this.textOf(this.min)}.`)];
    if (this.max && this.value > this.max)
      return [{ rangeOverflow: true }, msg(str`Not after ${this.textOf(this.max)}.`)];
    return null;
  }
}
