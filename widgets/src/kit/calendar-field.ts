import { msg, str } from '@lit/localize';
import type { CSSResultGroup, PropertyValues, TemplateResult } from 'lit';
import { property, query, state } from '../base/decorators.ts';
import { html } from '../base/html.ts';
import { Button } from './button.ts';
import { today } from './calendar-days.ts';
import { Calendar } from './calendar.ts';
import { dateFieldStyles } from './date-field.styles.ts';
import { icon } from './draw-icon.ts';
import { FormControl, type Flaw } from './form-control.ts';
import { localeOf } from './locale-of.ts';
import { parseDate, textOfDay } from './parse-date.ts';
import { keepPlaced } from './place-popover.ts';

/**
 * The base of fields whose days are typed, or taken from a calendar that floats under them.
 *
 * @csspart panel - The floating calendar.
 * @cssstate open - The calendar is shown.
 */
export abstract class CalendarField extends FormControl {
  static override uses = [Button, Calendar];
  static override styles: CSSResultGroup = [FormControl.styles, dateFieldStyles];
  /** Earliest and latest day, `YYYY-MM-DD`. */
  @property() min = '';
  @property() max = '';
  @state() protected open = false;
  @query('.panel') protected panel!: HTMLElement;
  @query('.calendar') private calendar!: Calendar | null;
  #letGo: (() => void) | null = null;

  /** What the panel shows: an `x-calendar` with the class `calendar`, and what stands around it. */
  protected abstract panelContent(): TemplateResult;

  /** What of the written is no day. */
  protected unread(written: readonly string[]): Flaw {
    const locale = localeOf(this);
    return written.some((text) => parseDate(text, locale, today()) === null)
      ? [{ badInput: true }, msg(str`Write a day such as ${textOfDay(today(), locale)}.`)]
      : null;
  }
  /** Which days are too early or too late; the empty ones are neither. */
  protected outside(days: readonly string[]): Flaw {
    const { min, max } = this;
    const locale = localeOf(this);
    if (min && days.some((day) => day && day < min))
      return [{ rangeUnderflow: true }, msg(str`Not before ${textOfDay(min, locale)}.`)];
    if (max && days.some((day) => day > max))
      return [{ rangeOverflow: true }, msg(str`Not after ${textOfDay(max, locale)}.`)];
    return null;
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#leave();
  }
  #leave(): void {
    this.#letGo?.();
    this.#letGo = null;
  }

  readonly #onToggle = (event: Event): void => {
    this.open = (event as ToggleEvent).newState === 'open';
    if (!this.open) this.#leave();
  };
  protected override updated(changed: PropertyValues): void {
    super.updated(changed);
    this.mark('open', this.open);
    if (!this.open || this.#letGo) return;
    this.#letGo = keepPlaced(this.panel, this.control ?? this);
    this.calendar?.focus();
  }

  protected opener(label: string): TemplateResult {
    return html`<button
      class="end"
      type="button"
      popovertarget="panel"
      aria-haspopup="dialog"
      aria-label=${label}
      ?disabled=${this.off || this.readOnly}
    >
      ${icon('calendar')}
    </button>`;
  }
  protected floating(label: string): TemplateResult {
    return html`<div
      class="panel"
      id="panel"
      part="panel"
      popover
      role="dialog"
      aria-label=${label}
      @toggle=${this.#onToggle}
    >
      ${this.open ? this.panelContent() : ''}
    </div>`;
  }
}
