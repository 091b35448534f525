import { msg } from '@lit/localize';
import { css, type PropertyValues } from 'lit';
import { property, query, state } from '../base/decorators.ts';
import { html } from '../base/html.ts';
import { PrefixedElement } from '../base/prefixed-element.ts';
import { CodeField } from '../kit/code-field.ts';
import { fitsRichText } from '../kit/rich-text-fits.ts';
import { RichText } from '../kit/rich-text.ts';
import { fieldNamer, type KnownFields } from './merge-text.ts';
import { widgetStyles } from '../kit/widget.styles.ts';

/**
 * The text of a mail: written as rich text, or as source where it holds more than rich text can, such as tables or
 * conditions. What the one cannot hold never passes through it, so nothing is lost.
 * @fires edit - `detail` is the HTML.
 */
export class MailBody extends PrefixedElement {
  static override tag = 'mail-body';
  static override uses = [CodeField, RichText];
  static override styles = [
    widgetStyles,
    css`
      :host {
        display: block !important;
        --text-area-max: 460px;
        --code-max: 460px;
      }
    `,
  ];
  /** HTML with merge fields. */
  @property({ attribute: false }) value = '';
  @property() error = '';
  /** Shows the source even where rich text would do. */
  @property({ type: Boolean }) source = false;
  @property({ type: Boolean }) disabled = false;
  @property({ type: Boolean }) required = false;
  @property({ type: Number }) rows = 9;
  /** The fields that a text may use. */
  @property({ attribute: false }) fields: KnownFields = null;
  @query('.editor') private editor!: RichText | CodeField;
  @state() private fits = true;
  /** What was last written here. */
  #written: string | null = null;

  protected override willUpdate(changed: PropertyValues<this>): void {
    // While somebody writes, the field stays what it is, whatever the text would allow.
    const given = changed.has('value') && this.value !== this.#written && !this.source;
    if (changed.has('source') || given) this.fits = fitsRichText(this.value);
  }

  override focus(): void {
    this.editor?.focus();
  }
  /** Puts text where the caret is, such as a merge field. */
  insert(text: string): void {
    this.editor?.insert(text);
  }

  /** Says what is wrong with the text, if anything is. */
  check(): boolean {
    this.editor.showValidity();
    return this.editor.validity.valid;
  }

  readonly #onInput = (event: Event): void => {
    this.#written = (event.target as RichText | CodeField).value;
    this.tell('edit', this.#written);
  };

  override render(): unknown {
    if (this.fits && !this.source)
      return html`<x-rich-text
        class="editor"
        label=${msg('Text')}
        rows=${this.rows}
        .value=${this.value}
        .fieldName=${fieldNamer(this.fields)}
        error=${this.error}
        ?required=${this.required}
        ?disabled=${this.disabled}
        @input=${this.#onInput}
      ></x-rich-text>`;
    return html`<x-code-field
      class="editor"
      label=${msg('Source of the text')}
      rows=${this.rows}
      .value=${this.value}
      error=${this.error}
      hint=${this.fits ? '' : msg('This text holds more than the editor can show, so it is written as source.')}
      ?required=${this.required}
      ?disabled=${this.disabled}
      @input=${this.#onInput}
    ></x-code-field>`;
  }
}
