import { css, nothing } from 'lit';
import { property, state } from '../base/decorators.ts';
import { html } from '../base/html.ts';
import { ruleWords } from '../base/rule-words.ts';
import { EditorField, type EditorPlace, type FieldEditor } from './editor-field.ts';
import type { Flaw } from './form-control.ts';

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
    css`
      .shell {
        display: flex;
        align-items: center;
        gap: 4px;
        padding: 2px;
        padding-inline-end: 3px;
      }
      .line {
        flex: 1;
        min-inline-size: 0;
        cursor: text;
      }
      .waiting,
      input {
        inline-size: 100%;
        padding: 2px 8px;
        border: 0;
        background: none;
        line-height: 1.5;
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
        <div class="line" @focusout=${this.onBlur} @keydown=${this.#onKey}>
          ${this.editor ? '' : this.#waiting()}
          <div class="place"></div>
        </div>
        <slot name="tools"></slot>
      </div>
      ${this.below()}
    </div>`;
  }

  #waiting(): unknown {
    if (!this.plain)
      return html`<div class="waiting" aria-busy="true">
        ${this.value.replaceAll(/\{\{([^{}]*)\}\}/g, (source, inner: string) => this.fieldName(inner)?.label ?? source)}
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
