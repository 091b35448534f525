import { msg } from '@lit/localize';
import { css, nothing } from 'lit';
import { property, query } from '../base/decorators.ts';
import { html } from '../base/html.ts';
import { FormControl } from './form-control.ts';

const INDENT = '  ';

/**
 * Source text: monospaced, lines numbered and not wrapped.
 *
 * Keys: Tab leaves the field, as from any other; Ctrl or Cmd with `]` and `[` moves lines in and out; Enter keeps the
 * indentation of the line before.
 *
 * @fires input - The text changed.
 * @fires change - The text was changed and the field left.
 * @csspart input - The native text area.
 * @csspart lines - The numbers of the lines.
 * @cssproperty --code-max - Height at which it scrolls instead of growing.
 */
export class CodeField extends FormControl {
  static override tag = 'code-field';
  static override styles = [
    FormControl.styles,
    css`
      .shell {
        display: flex;
        padding: 0;
        overflow: auto;
        max-block-size: var(--code-max, 420px);
        font: 400 12.5px / 20px var(--_font-family-mono);
        direction: ltr;
        tab-size: 2;
      }
      pre {
        margin: 0;
        padding: 8px 10px;
        min-inline-size: 4ch;
        block-size: fit-content;
        min-block-size: 100%;
        text-align: end;
        font: inherit;
        color: var(--_text-muted);
        background: var(--_sunken);
        border-inline-end: 1px solid var(--_border);
        user-select: none;
        position: sticky;
        inset-inline-start: 0;
      }
      textarea {
        flex: 1;
        min-inline-size: 0;
        padding: 8px 10px;
        border: 0;
        background: none;
        font: inherit;
        line-height: inherit;
        white-space: pre;
        overflow: auto hidden;
        resize: none;
      }
      @media (pointer: coarse) {
        .shell {
          font-size: 16px;
          line-height: 24px;
        }
      }
    `,
  ];
  /** Least number of lines shown. */
  @property({ type: Number }) rows = 8;
  @property() placeholder = '';
  @query('textarea') private native!: HTMLTextAreaElement;

  protected override get control(): HTMLElement | null {
    return this.native;
  }

  /** Puts text where the caret is and leaves the caret behind it; it can be undone. */
  insert(text: string): void {
    if (this.off || this.readOnly) return;
    this.native.focus();
    // The only way that keeps the browser's own undo; where it is missing the text still arrives.
    if (!document.execCommand('insertText', false, text)) {
      this.native.setRangeText(text, this.native.selectionStart, this.native.selectionEnd, 'end');
      this.native.dispatchEvent(new Event('input', { bubbles: true, composed: true }));
    }
  }

  #indent(inwards: boolean): void {
    const { native } = this;
    const { value, selectionStart, selectionEnd } = native;
    const from = value.lastIndexOf('\n', selectionStart - 1) + 1;
    const block = value.slice(from, selectionEnd);
    const moved = inwards ? block.replace(/^/gm, INDENT) : block.replace(/^ {1,2}|^\t/gm, '');
    if (moved === block) return;
    native.setSelectionRange(from, selectionEnd);
    this.insert(moved);
    const start = selectionStart + (inwards ? INDENT.length : -(/^(?: {1,2}|\t)/.exec(block)?.[0].length ?? 0));
    native.setSelectionRange(Math.max(from, start), from + moved.length);
  }

  readonly #onKey = (event: KeyboardEvent): void => {
    if (event.isComposing || this.readOnly) return;
    const command = event.ctrlKey || event.metaKey;
    if (command && (event.key === ']' || event.key === '[')) {
      event.preventDefault();
      this.#indent(event.key === ']');
    } else if (event.key === 'Enter' && !command && !event.altKey && !event.shiftKey) {
      const before = this.native.value.slice(0, this.native.selectionStart);
      const indent = /^[ \t]*/.exec(before.slice(before.lastIndexOf('\n') + 1))?.[0] ?? '';
      if (indent === '') return;
      event.preventDefault();
      this.insert(`\n${indent}`);
    }
  };

  override render(): unknown {
    const lines = Math.max(this.rows, this.value.split('\n').length);
    return this.frame(
      html`<div class="box shell ${this.problem ? 'wrong' : ''} ${this.off ? 'off' : ''}">
          <pre part="lines" aria-hidden="true">${[...new Array(lines).keys()].map((at) => at + 1).join('\n')}</pre>
          <textarea
            id="control"
            class="inner"
            part="input"
            rows=${lines}
            wrap="off"
            spellcheck="false"
            autocapitalize="off"
            autocomplete="off"
            .value=${this.value}
            placeholder=${this.placeholder || nothing}
            ?required=${this.required}
            ?disabled=${this.off}
            ?readonly=${this.readOnly}
            aria-invalid=${this.invalid}
            aria-describedby=${this.problem ? 'keys error' : this.hint ? 'keys hint' : 'keys'}
            @input=${this.onInput}
            @change=${this.onChange}
            @keydown=${this.#onKey}
          ></textarea>
        </div>
        <div class="visually-hidden" id="keys">${msg('Control and square brackets move lines in and out.')}</div>`,
    );
  }
}
