import { nothing } from 'lit';
import { property } from '../base/decorators.ts';
import { html } from '../base/html.ts';
import { FormControl } from './form-control.ts';

/**
 * A one-line text field. Enter sends the form.
 *
 * @fires input - The text changed.
 * @fires change - The text was changed and the field left.
 * @csspart input - The native input.
 */
export class Input extends FormControl {
  static override tag = 'input';
  @property() type: 'text' | 'email' | 'password' | 'number' | 'time' | 'search' | 'tel' | 'url' = 'text';
  @property() placeholder = '';
  @property() autocomplete = 'off';
  /** Which keys a phone offers; by `type` unless given. */
  @property({ attribute: 'inputmode' }) override inputMode = '';
  @property({ type: Number }) min: number | null = null;
  @property({ type: Number }) max: number | null = null;
  @property({ type: Number, attribute: 'minlength' }) minLength: number | null = null;
  @property({ type: Number, attribute: 'maxlength' }) maxLength: number | null = null;
  /** A regular expression the whole text must match; say in `hint` what it asks for. */
  @property() pattern = '';

  /** Puts text where the caret is and leaves the caret behind it. */
  insert(text: string): void {
    const control = this.renderRoot.querySelector<HTMLInputElement>('.box');
    if (!control || this.off || this.readOnly) return;
    control.setRangeText(text, control.selectionStart ?? 0, control.selectionEnd ?? 0, 'end');
    this.value = control.value;
    control.dispatchEvent(new Event('input', { bubbles: true, composed: true }));
  }

  override render(): unknown {
    return this.frame(
      html`<input
        id="control"
        class="box"
        part="input"
        type=${this.type}
        .value=${this.value}
        placeholder=${this.placeholder || nothing}
        autocomplete=${this.autocomplete}
        inputmode=${this.inputMode || nothing}
        min=${this.min ?? nothing}
        max=${this.max ?? nothing}
        minlength=${this.minLength ?? nothing}
        maxlength=${this.maxLength ?? nothing}
        pattern=${this.pattern || nothing}
        ?required=${this.required}
        ?disabled=${this.off}
        ?readonly=${this.readOnly}
        aria-invalid=${this.invalid}
        aria-describedby=${this.describedBy}
        @input=${this.onInput}
        @change=${this.onChange}
        @keydown=${this.onEnter}
      />`,
    );
  }
}
