import { css, nothing } from 'lit';
import { property, state } from '../base/decorators.ts';
import { html } from '../base/html.ts';
import { ruleWords } from '../base/rule-words.ts';
import { EditorField, type EditorPlace, type FieldEditor } from './editor-field.ts';
import type { Flaw } from './form-control.ts';
import { mergeChipStyles } from './merge-chips.styles.ts';

/**
 * A one-line text in which merge fields are chips with their names; the value is the text as it is written, sign for sign.
 * What no chip can say, such as a condition, stays visible as it is. The editor's code arrives after the first paint, and
 * until then the words can be read; where it cannot be had, the text is written as source.
 *
 * Keys: `{{` and `}}` around a name make a chip; arrow keys pass over it, Backspace and Delete take it away whole; Enter, F2
 * or a double click on one that is chosen write it out to be changed; Ctrl or Cmd Z and Y. Enter sends the form.
 *
 * @slot tools - What stands at its end, such as a menu of merge fields.
 * @fires input - The text changed.
 * @fires change - The text was changed and the field left.
 * @csspart input - The text.
 */
export class MergeInput extends EditorField<FieldEditor> {
  static override tag = 'merge-input';
  static override styles = [
    EditorField.styles,
    mergeChipStyles,
    css`
      .shell {
        display: flex;
        align-items: center;
        gap: 4px;
        padding: 2px;
        padding-inline-end: 3px;
      }
      .place {
        flex: 1;
        min-inline-size: 0;
        cursor: text;
      }
      .inner {
        position: relative;
        padding: 2px 8px;
        white-space: break-spaces;
        overflow-wrap: anywhere;
        outline: none;
        font-variant-ligatures: none;
        line-height: 1.5;
      }
      .inner > div {
        /* A mail may be in another language than the page. */
        unicode-bidi: plaintext;
      }
      .inner[data-empty]::before {
        content: attr(data-placeholder);
        position: absolute;
        color: var(--_text-muted);
        pointer-events: none;
      }
      .chip {
        white-space: nowrap;
        unicode-bidi: isolate;
        cursor: default;
      }
      .chip.ProseMirror-selectednode {
        outline: 2px solid var(--_focus);
      }
      .code {
        border-radius: var(--_radius-small);
        background: var(--_sunken);
        color: var(--_text-muted);
      }
      /* What the editor puts beside a chip for the caret to stand on. */
      img {
        display: inline !important;
        inline-size: 0 !important;
        block-size: 0 !important;
        border: 0;
        margin: 0;
      }
    `,
  ];
  @property({ type: Number, attribute: 'maxlength' }) maxLength: number | null = null;
  @state() private plain = false;
  protected override readonly multiline = false;

  protected override async editorCode(): Promise<((place: EditorPlace) => FieldEditor) | null> {
    try {
      return (await import('./editors.ts')).openLine;
    } catch {
      this.plain = true;
      return null;
    }
  }

  protected override flaw(): Flaw {
    if (this.required && this.value.trim() === '') return [{ valueMissing: true }, ruleWords('required') ?? ''];
    return this.maxLength !== null && this.value.length > this.maxLength
      ? [{ tooLong: true }, ruleWords('too_long', this.maxLength) ?? '']
      : null;
  }

  /** Before the editor hears of it, but for a chip that is chosen: there Enter writes it out. */
  readonly #onKey = {
    capture: true,
    handleEvent: (event: KeyboardEvent): void => {
      if (event.key !== 'Enter' || this.renderRoot.querySelector('.ProseMirror-selectednode')) return;
      this.onEnter(event);
      event.preventDefault();
    },
  };

  override render(): unknown {
    return html`<div class="field">
      <div id="label" part="label" class=${this.labelClass} @click=${() => this.focus()}>${this.label}</div>
      <div class="box shell ${this.problem ? 'wrong' : ''} ${this.off ? 'off' : ''}">
        <div class="place" @focusout=${this.onBlur} @keydown=${this.#onKey}>${this.editor ? '' : this.#waiting()}</div>
        <slot name="tools"></slot>
      </div>
      ${this.below()}
    </div>`;
  }

  #waiting(): unknown {
    if (!this.plain)
      return html`<div class="inner" aria-busy="true">
        ${this.value.split(/(\{\{[^{}]*\}\})/).map((text, at) => {
          const named = at % 2 === 1 ? this.fieldName(text.slice(2, -2)) : null;
          return named ? html`<span class="merge ${named.known ? '' : 'unknown'}">${named.label}</span>` : text;
        })}
      </div>`;
    return html`<input
      class="inner"
      part="input"
      aria-labelledby="label"
      aria-describedby=${this.describedBy}
      aria-invalid=${this.invalid}
      .value=${this.value}
      placeholder=${this.placeholder || nothing}
      ?disabled=${this.off}
      ?readonly=${this.readOnly}
      @input=${this.onInput}
      @change=${this.onChange}
    />`;
  }
}
