import { nothing } from 'lit';
import { property } from 'lit/decorators.js';
import { html } from '../core/html.ts';
import { FormControl } from './form-control.ts';

/** A one-line text field. */
export class Input extends FormControl {
  static override tag = 'input';
  @property() type: 'text' | 'email' | 'password' | 'number' | 'time' | 'search' | 'tel' | 'url' = 'text';
  @property() placeholder = '';
  @property() autocomplete = 'off';
  @property({ type: Number }) min: number | null = null;
  @property({ type: Number }) max: number | null = null;

  /** Puts text where the caret is and leaves the caret behind it. */
  insert(text: string): void {
    const control = this.renderRoot.querySelector<HTMLInputElement>('.box');
    if (!control) return;
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
        min=${this.min ?? nothing}
        max=${this.max ?? nothing}
        ?required=${this.required}
        ?disabled=${this.disabled}
        aria-invalid=${this.error ? 'true' : nothing}
        aria-describedby=${this.describedBy}
        @input=${this.onInput}
        @change=${this.onChange}
      />`,
    );
  }
}
