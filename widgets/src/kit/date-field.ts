import { msg, str } from '@lit/localize';
import type { TemplateResult } from 'lit';
import { property, query, state } from '../base/decorators.ts';
import { html } from '../base/html.ts';
import { addDays, addMonths, today } from './calendar-days.ts';
import { CalendarField } from './calendar-field.ts';
import type { Flaw } from './form-control.ts';
import { localeOf } from './locale-of.ts';
import { parseDate, textOfDay } from './parse-date.ts';

/**
 * A day, typed in the reader's way (`21/11`, `21 nov`, `tomorrow`) or taken from a calendar. The value is `YYYY-MM-DD`; no
 * time zone is involved.
 *
 * Keys: Up and Down change it by a day, Page Up and Page Down by a month, Alt Down opens the calendar, Escape closes it.
 *
 * @fires input - The day changed.
 * @fires change - The day was changed.
 * @csspart input - The native input.
 */
export class DateField extends CalendarField {
  static override tag = 'date-field';
  @property() placeholder = '';
  /** What was typed while it is no day or not yet left. */
  @state() private typed: string | null = null;
  @query('input') private native!: HTMLInputElement;

  protected override flaw(): Flaw {
    const missing: Flaw = this.required && !this.value ? [{ valueMissing: true }, msg('Write a day.')] : null;
    return this.unread(this.typed === null ? [] : [this.typed]) ?? missing ?? this.outside([this.value]);
  }

  readonly #settle = (): void => {
    if (this.typed === null) return;
    const day = parseDate(this.typed, localeOf(this), today());
    if (day !== null) this.typed = null;
    if ((day ?? '') === this.value) this.changed();
    else this.take(day ?? '');
  };

  readonly #onKey = (event: KeyboardEvent): void => {
    const steps: Record<string, (day: string) => string> = {
      ArrowUp: (day) => addDays(day, 1),
      ArrowDown: (day) => addDays(day, -1),
      PageUp: (day) => addMonths(day, 1),
      PageDown: (day) => addMonths(day, -1),
    };
    const step = steps[event.key];
    if (event.key === 'Enter') {
      this.#settle();
      return this.onEnter(event);
    }
    if (!step || this.off || this.readOnly) return;
    event.preventDefault();
    if (event.altKey) return this.panel.showPopover();
    this.#settle();
    if (this.typed !== null) return;
    const next = this.value ? step(this.value) : today();
    if ((!this.min || next >= this.min) && (!this.max || next <= this.max)) this.take(next);
  };

  #pick(day: string): void {
    this.typed = null;
    this.take(day);
    this.panel.hidePopover();
    this.native.focus();
  }

  override render(): unknown {
    const locale = localeOf(this);
    return this.frame(
      html`<span class="wrap">
          <input
            id="control"
            class="box"
            part="input"
            autocomplete="off"
            placeholder=${this.placeholder || msg(str`e.g. ${textOfDay(today(), locale)}`)}
            .value=${this.typed ?? textOfDay(this.value, locale)}
            ?required=${this.required}
            ?disabled=${this.off}
            ?readonly=${this.readOnly}
            aria-invalid=${this.invalid}
            aria-describedby=${this.describedBy}
            @input=${(event: Event) => {
              event.stopPropagation();
              this.typed = this.native.value;
            }}
            @change=${(event: Event) => event.stopPropagation()}
            @blur=${this.#settle}
            @keydown=${this.#onKey}
          />${this.opener(msg('Choose a day'))}
        </span>
        ${this.floating(msg('Choose a day'))}`,
    );
  }

  protected override panelContent(): TemplateResult {
    const now = today();
    const possible = (!this.min || now >= this.min) && (!this.max || now <= this.max);
    return html`<x-calendar
        class="calendar"
        from=${this.value}
        until=${this.value}
        min=${this.min}
        max=${this.max}
        @pick=${(event: CustomEvent<string>) => this.#pick(event.detail)}
      ></x-calendar>
      <div class="foot">
        <x-button size="small" variant="quiet" ?disabled=${!possible} @click=${() => this.#pick(now)}
          >${msg('Today')}</x-button
        >
        ${this.value && !this.required ? html`<x-button size="small" variant="quiet" @click=${() => this.#pick('')}>${msg('Clear')}</x-button>` : ''}
      </div>`;
  }
}
