import { type PropertyValues } from 'lit';
import { property, query, state } from '../base/decorators.ts';
import { html } from '../base/html.ts';
import { FormControl } from './form-control.ts';

/** How a merge field is shown, by what stands between its braces; null shows it as it is written. */
export type FieldName = (inner: string) => { label: string; hint: string; known: boolean } | null;

/** What an editor gives the field it stands in. */
export interface FieldEditor {
  /** What is written, as the field's value. */
  readonly value: string;
  insert(text: string): void;
  /** Shows another value; undo does not go back behind it. */
  load(value: string): void;
  /** Reads again what `attributes` and `editable` say, and what merge fields are called. */
  refresh(): void;
  focus(): void;
  close(): void;
}

/** What an editor is told by the field it stands in. */
export interface EditorPlace {
  /** Where it opens. */
  place: HTMLElement;
  value: string;
  editable: () => boolean;
  attributes: () => Record<string, string>;
  /** Told after every step; `changed` when the text is another. */
  onStep: (changed: boolean) => void;
  fieldName: FieldName;
}

/**
 * The base of fields whose editor arrives after the first paint: until then the words can be read, and who wanted to write
 * already gets the caret once it is there.
 */
export abstract class EditorField<E extends FieldEditor> extends FormControl {
  @property() placeholder = '';
  /** What a merge field is called, by what stands between its braces; null shows it as it is written. */
  @property({ attribute: false }) fieldName: FieldName = () => null;
  @state() protected editor: E | null = null;
  @query('.place') protected place!: HTMLElement;
  #shown = '';
  #dirty = false;
  #wantsFocus = false;

  /** Fetches what opens the editor; null where it cannot be had. */
  protected abstract editorCode(): Promise<((place: EditorPlace) => E) | null>;
  protected readonly multiline: boolean = true;

  override focus(): void {
    if (this.editor) this.editor.focus();
    else this.#wantsFocus = true;
  }
  /** Puts text where the caret is, such as a merge field, and leaves the caret behind it. */
  insert(text: string): void {
    if (!this.off && !this.readOnly) this.editor?.insert(text);
  }

  protected override get control(): HTMLElement | null {
    return this.renderRoot.querySelector('.inner') ?? this.renderRoot.querySelector('.box');
  }

  override connectedCallback(): void {
    super.connectedCallback();
    if (this.hasUpdated) void this.#open();
  }
  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.editor?.close();
    this.editor = null;
  }
  protected override firstUpdated(): void {
    void this.#open();
  }

  /** Why a merge field in the text is none. */
  get #unknown(): string {
    for (const [, inner = ''] of this.value.matchAll(/\{\{([^{}]*)\}\}/g)) {
      const named = this.fieldName(inner);
      if (named && !named.known) return named.hint;
    }
    return '';
  }
  protected override below(): unknown {
    const unknown = this.problem ? '' : this.#unknown;
    return unknown ? html`<div class="error" id="hint" part="hint">${unknown}</div>` : super.below();
  }

  async #open(): Promise<void> {
    const openIn = await this.editorCode();
    if (!openIn || !this.isConnected || this.editor) return;
    await this.updateComplete;
    this.#shown = this.value;
    this.editor = openIn({
      place: this.place,
      value: this.value,
      editable: () => !this.off && !this.readOnly,
      attributes: () => this.#attributes(),
      onStep: this.#onStep,
      fieldName: (inner) => this.fieldName(inner),
    });
    if (this.#wantsFocus) this.editor.focus();
  }

  #attributes(): Record<string, string> {
    const described = this.problem ? 'error' : this.hint || this.#unknown ? 'hint' : '';
    return {
      class: 'inner',
      part: 'input',
      role: 'textbox',
      'aria-multiline': String(this.multiline),
      'aria-labelledby': 'label',
      'aria-required': String(this.required),
      'aria-disabled': String(this.off),
      'aria-readonly': String(this.readOnly),
      'aria-invalid': String(this.problem !== ''),
      'data-placeholder': this.placeholder,
      ...(described && { 'aria-describedby': described }),
      // Something that cannot be written in can still be reached, to be read.
      ...((this.off || this.readOnly) && { tabindex: this.off ? '-1' : '0' }),
    };
  }

  readonly #onStep = (changed: boolean): void => {
    if (changed && this.editor) {
      this.#shown = this.value = this.editor.value;
      this.#dirty = true;
      this.dispatchEvent(new Event('input', { bubbles: true, composed: true }));
    }
    this.requestUpdate();
  };
  protected readonly onBlur = (): void => {
    if (this.#dirty) this.changed();
    this.#dirty = false;
  };

  protected override updated(changed: PropertyValues): void {
    super.updated(changed);
    if (!this.editor) return;
    if (this.value !== this.#shown) {
      this.#shown = this.value;
      this.editor.load(this.value);
    }
    this.editor.refresh();
  }
}
