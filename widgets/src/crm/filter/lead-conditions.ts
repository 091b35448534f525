import { msg, str } from '@lit/localize';
import type { LeadFilter } from '@tabard/contract';
import type { WrittenFilter } from '@tabard/contract/filters';
import { css, type PropertyValues } from 'lit';
import { property, state } from '../../base/decorators.ts';
import { html } from '../../base/html.ts';
import { PrefixedElement } from '../../base/prefixed-element.ts';
import type { Session } from '../../core/session.ts';
import { icon } from '../../kit/draw-icon.ts';
import { filterBarStyles } from '../../kit/filter-bar.styles.ts';
import { kitStyles } from '../../kit/kit.styles.ts';
import { customFieldsQuery } from '../custom-field/custom-fields-query.ts';
import { FilterDialog } from './filter-dialog.ts';
import type { AskedField } from './filter-fields.ts';
import { sentenceOf } from './filter-sentence.ts';
import { leadAskedFields } from './lead-asked-fields.ts';
import { RecordNames } from './record-names.ts';

/**
 * The conditions that leads are filtered by, each as a sentence, and the dialog in which they are written.
 *
 * @event apply - `detail` is the filter; null takes it away.
 * @event close - The dialog was closed.
 */
export class LeadConditions extends PrefixedElement {
  static override tag = 'lead-conditions';
  static override uses = [FilterDialog];
  static override styles = [
    kitStyles,
    filterBarStyles,
    css`
      :host([bare]) .bar {
        display: none;
      }
      .chip .edit {
        max-inline-size: min(420px, 70vw);
      }
    `,
  ];
  @property({ attribute: false }) session!: Session;
  @property({ attribute: false }) where: WrittenFilter | null = null;
  /** What the list asks for besides. */
  @property({ attribute: false }) filter: LeadFilter = {};
  /** The dialog is open. */
  @property({ type: Boolean }) open = false;
  @property() heading = '';
  @property() act = '';
  /** The sentences cannot be changed. */
  @property({ type: Boolean }) locked = false;
  @state() private said = '';
  readonly #names = new RecordNames(() => this.requestUpdate());
  readonly #custom = customFieldsQuery(this);
  #fields: readonly AskedField[] = [];

  protected override willUpdate(_changed: PropertyValues): void {
    this.#fields = leadAskedFields(this.session, this.#custom.value ?? []);
  }

  /** The parts that must all hold stand by themselves, everything else is one sentence. */
  get #parts(): readonly WrittenFilter[] {
    const { where } = this;
    if (!where) return [];
    return where.all ?? [where];
  }

  #without(at: number): void {
    const rest = this.#parts.filter((_, index) => index !== at);
    this.said = msg('Filter removed');
    this.tell('apply', rest.length > 0 ? { all: rest } : null);
    void this.updateComplete.then(() => this.renderRoot.querySelector<HTMLElement>('.edit')?.focus());
  }

  override render(): unknown {
    const speaking = { fields: this.#fields, format: this.session.format, nameOf: this.#names.of };
    const parts = this.#parts;
    return html`${
        parts.length > 0
          ? html`<div class="bar" role="group" aria-label=${msg('Conditions')}>
              ${parts.map((part, at) => this.#chip(sentenceOf(part, speaking), at))}
            </div>`
          : ''
      }
      <x-filter-dialog
        heading=${this.heading}
        act=${this.act}
        .session=${this.session}
        .fields=${this.#fields}
        .names=${this.#names}
        .where=${this.where}
        .filter=${this.filter}
        ?open=${this.open}
        @apply=${(event: CustomEvent<WrittenFilter | null>) => {
          event.stopPropagation();
          this.tell('apply', event.detail);
          this.tell('close');
        }}
        @close=${() => this.tell('close')}
      ></x-filter-dialog>
      <span class="visually-hidden" role="status">${this.said}</span>`;
  }

  #chip(words: string, at: number): unknown {
    if (this.locked) return html`<span class="chip"><span class="edit cut">${words}</span></span>`;
    return html`<span class="chip"
      ><button
        class="edit"
        aria-haspopup="dialog"
        aria-keyshortcuts="Delete"
        title=${words}
        @click=${() => this.tell('open')}
        @keydown=${(event: KeyboardEvent) => {
          if (event.key !== 'Delete' && event.key !== 'Backspace') return;
          event.preventDefault();
          this.#without(at);
        }}
      >
        <span class="cut">${words}</span></button
      ><button class="drop" aria-label=${msg(str`Remove filter ${words}`)} @click=${() => this.#without(at)}>
        ${icon('close')}
      </button></span
    >`;
  }
}
