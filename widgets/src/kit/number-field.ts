import { msg, str } from '@lit/localize';
import { css, nothing } from 'lit';
import { property, state } from '../base/decorators.ts';
import { html } from '../base/html.ts';
import { FormControl, type Flaw } from './form-control.ts';
import { icon } from './draw-icon.ts';
import { localeOf } from './locale-of.ts';
import { parseNumber } from './parse-number.ts';

/**
 * A number, written and read in the signs of the reader's language; the value is plain (`1234.5`). Unlike the native one it
 * does not change under a scrolling wheel and keeps what was typed when it is no number.
 *
 * Keys: Up and Down change it by `step`, Page Up and Page Down by ten steps, Home and End go to the least and the most.
 *
 * @fires input - The number changed.
 * @fires change - The number was changed and the field left, or stepped.
 * @csspart input - The native input.
 */
export class NumberField extends FormControl {
  static override tag = 'number-field';
  static override styles = [
    FormControl.styles,
    css`
      .box {
        padding-inline-end: 56px;
        font-variant-numeric: tabular-nums;
      }
      .unit {
        position: absolute;
        inset-inline-end: 56px;
        inset-block: 0;
        display: grid;
        place-items: center;
        font-size: var(--_font-size-s);
        color: var(--_text-muted);
        pointer-events: none;
      }
      .steps {
        position: absolute;
        inset-inline-end: 3px;
        inset-block: 2px;
        display: flex;
      }
      .steps button {
        display: grid;
        place-items: center;
        inline-size: 24px;
        padding: 0;
        border: 0;
        border-radius: var(--_radius-small);
        background: none;
        color: var(--_text-muted);
        cursor: pointer;
      }
      .steps button:hover:not(:disabled) {
        background: var(--_hover);
        color: var(--_text);
      }
      .steps .icon {
        inline-size: 12px;
        block-size: 12px;
      }
      :host([plain]) .box {
        padding-inline-end: 10px;
      }
      @media (pointer: coarse) {
        .steps {
          display: none;
        }
        .box {
          padding-inline-end: 10px;
        }
        .unit {
          inset-inline-end: 10px;
        }
      }
    `,
  ];
  @property({ type: Number }) min: number | null = null;
  @property({ type: Number }) max: number | null = null;
  @property({ type: Number }) step = 1;
  @property() placeholder = '';
  /** Without buttons to step by, for numbers that name something, such as a port. */
  @property({ type: Boolean, reflect: true }) plain = false;
  /** A short word after the number, such as `days`. */
  @property() unit = '';
  /** What was typed while it is no number or not yet left. */
  @state() private typed: string | null = null;

  get valueAsNumber(): number {
    return this.value === '' ? NaN : Number(this.value);
  }

  protected override flaw(): Flaw {
    const number = this.valueAsNumber;
    const format = new Intl.NumberFormat(localeOf(this));
    if (this.typed !== null && this.typed.trim() && parseNumber(this.typed, localeOf(this)) === null)
      return [{ badInput: true }, msg('Write a number.')];
    if (this.value === '') return this.required ? [{ valueMissing: true }, msg('Write a number.')] : null;
    if (this.min !== null && number < this.min)
      return [{ rangeUnderflow: true }, msg(str`Write ${format.format(this.min)} or more.`)];
    if (this.max !== null && number > this.max)
      return [{ rangeOverflow: true }, msg(str`Write ${format.format(this.max)} or less.`)];
    return null;
  }

  readonly #onType = (event: Event): void => {
    this.typed = (event.target as HTMLInputElement).value;
    const number = parseNumber(this.typed, localeOf(this));
    this.value = number === null ? '' : String(number);
  };
  readonly #onLeave = (event: Event): void => {
    event.stopPropagation();
    if (this.value !== '' || !this.typed?.trim()) this.typed = null;
    this.changed();
  };

  #go(number: number): void {
    const bounded = Math.min(this.max ?? Infinity, Math.max(this.min ?? -Infinity, number));
    this.typed = null;
    // Steps of a tenth must not show the tail of binary fractions.
    this.take(String(Number(bounded.toFixed(10))));
  }
  readonly #onKey = (event: KeyboardEvent): void => {
    const steps: Record<string, number> = { ArrowUp: 1, ArrowDown: -1, PageUp: 10, PageDown: -10 };
    const step = steps[event.key];
    const end = event.key === 'Home' ? this.min : event.key === 'End' ? this.max : null;
    if (step === undefined && end === null) return this.onEnter(event);
    event.preventDefault();
    if (this.off || this.readOnly) return;
    this.#go(end ?? (this.valueAsNumber || 0) + (step ?? 0) * this.step);
  };

  #stepper(direction: 1 | -1): unknown {
    return html`<button
      type="button"
      tabindex="-1"
      aria-hidden="true"
      ?disabled=${this.off || this.readOnly}
      @click=${() => this.#go((this.valueAsNumber || 0) + direction * this.step)}
    >
      ${icon(direction === 1 ? 'plus' : 'minus')}
    </button>`;
  }

  override render(): unknown {
    const number = this.valueAsNumber;
    const shown = Number.isNaN(number)
      ? ''
      : new Intl.NumberFormat(localeOf(this), { useGrouping: false, maximumFractionDigits: 10 }).format(number);
    return this.frame(
      html`<span class="wrap"
        ><input
          id="control"
          class="box"
          part="input"
          role="spinbutton"
          inputmode=${Number.isInteger(this.step) && (this.min ?? -1) >= 0 ? 'numeric' : 'decimal'}
          autocomplete="off"
          placeholder=${this.placeholder || nothing}
          aria-valuenow=${Number.isNaN(number) ? nothing : number}
          aria-valuetext=${Number.isNaN(number) ? nothing : `${shown} ${this.unit}`.trim()}
          aria-valuemin=${this.min ?? nothing}
          aria-valuemax=${this.max ?? nothing}
          aria-required=${this.required}
          aria-invalid=${this.invalid}
          aria-describedby=${this.describedBy}
          .value=${this.typed ?? shown}
          ?disabled=${this.off}
          ?readonly=${this.readOnly}
          @input=${this.#onType}
          @change=${this.#onLeave}
          @keydown=${this.#onKey}
        />${this.unit ? html`<span class="unit" aria-hidden="true">${this.unit}</span>` : ''}${this.plain ? '' : html`<span class="steps">${this.#stepper(-1)}${this.#stepper(1)}</span>`}</span
      >`,
    );
  }
}
