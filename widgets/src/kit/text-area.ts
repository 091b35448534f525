import { css, nothing, type PropertyValues } from 'lit';
import { property, query } from '../base/decorators.ts';
import { html } from '../base/html.ts';
import { FormControl } from './form-control.ts';

/**
 * A text field of several lines that grows with its text.
 *
 * @fires input - The text changed.
 * @fires change - The text was changed and the field left.
 * @csspart input - The native text area.
 * @cssproperty --text-area-max - Height at which it scrolls instead of growing.
 */
export class TextArea extends FormControl {
  static override tag = 'text-area';
  static override styles = [
    FormControl.styles,
    css`
      textarea {
        resize: none;
        min-block-size: calc(var(--rows, 3) * 1.5em + 12px) !important;
        field-sizing: content;
        max-block-size: var(--text-area-max, 420px);
        line-height: 1.5;
        display: block;
      }
    `,
  ];
  @property({ type: Number }) rows = 3;
  @property() placeholder = '';
  @property({ type: Number, attribute: 'maxlength' }) maxLength: number | null = null;
  @query('textarea') private native!: HTMLTextAreaElement;

  /** Puts text where the caret is and leaves the caret behind it. */
  insert(text: string): void {
    const control = this.native;
    if (this.off || this.readOnly) return;
    control.setRangeText(text, control.selectionStart, control.selectionEnd, 'end');
    this.value = control.value;
    control.dispatchEvent(new Event('input', { bubbles: true, composed: true }));
  }

  protected override updated(changed: PropertyValues): void {
    super.updated(changed);
    this.style.setProperty('--rows', String(this.rows));
    if (CSS.supports('field-sizing', 'content')) return;
    this.native.style.setProperty('height', 'auto');
    this.native.style.setProperty('height', `${this.native.scrollHeight + 2}px`);
  }

  override render(): unknown {
    return this.frame(
      html`<textarea
        id="control"
        class="box"
        part="input"
        rows=${this.rows}
        .value=${this.value}
        placeholder=${this.placeholder || nothing}
        ?required=${this.required}
        maxlength=${this.maxLength ?? nothing}
        ?disabled=${this.off}
        ?readonly=${this.readOnly}
        aria-invalid=${this.invalid}
        aria-describedby=${this.describedBy}
        @input=${this.onInput}
        @change=${this.onChange}
      ></textarea>`,
    );
  }
}
