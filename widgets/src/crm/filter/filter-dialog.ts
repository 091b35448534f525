import { msg } from '@lit/localize';
import type { LeadFilter } from '@tabard/contract';
import type { WrittenFilter } from '@tabard/contract/filters';
import { css, type PropertyValues } from 'lit';
import { property, state } from '../../base/decorators.ts';
import { textOf } from '../../base/failure-text.ts';
import { html } from '../../base/html.ts';
import { PrefixedElement } from '../../base/prefixed-element.ts';
import type { Session } from '../../core/session.ts';
import { Banner } from '../../kit/banner.ts';
import { Button } from '../../kit/button.ts';
import { Dialog } from '../../kit/dialog.ts';
import { widgetStyles } from '../../kit/widget.styles.ts';
import { CountedFilter } from './counted-filter.ts';
import { FilterBuilder, type Built } from './filter-builder.ts';
import type { AskedField } from './filter-fields.ts';
import { countConditions } from './filter-parts.ts';
import type { RecordNames } from './record-names.ts';

/**
 * Writes a filter over leads and says how many it takes.
 *
 * @event apply - `detail` is the filter; null takes it away.
 * @event close - It was closed.
 */
export class FilterDialog extends PrefixedElement {
  static override tag = 'filter-dialog';
  static override uses = [Banner, Button, Dialog, FilterBuilder];
  static override styles = [
    widgetStyles,
    css`
      .count {
        margin-inline-end: auto;
        align-self: center;
        font-size: var(--_font-size-s);
        color: var(--_text-muted);
      }
      .count b {
        color: var(--_text);
        font-variant-numeric: tabular-nums;
      }
      x-banner {
        margin-block-end: var(--_space-3);
      }
    `,
  ];
  @property({ attribute: false }) session!: Session;
  @property({ attribute: false }) fields: readonly AskedField[] = [];
  @property({ attribute: false }) names!: RecordNames;
  /** The filter to begin with. */
  @property({ attribute: false }) where: WrittenFilter | null = null;
  /** What the list asks for besides. */
  @property({ attribute: false }) filter: LeadFilter = {};
  @property({ type: Boolean }) open = false;
  @property() heading = '';
  /** What its main button says. */
  @property() act = '';
  @state() private built: Built | null = null;
  @state() private strict = false;
  readonly #count = new CountedFilter(this, () => (this.open ? this.filter : null));

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (!changed.has('open') || !this.open) return;
    [this.built, this.strict] = [null, false];
    this.#count.begin(this.where ?? { all: [] });
  }

  readonly #onBuild = ({ detail }: CustomEvent<Built>): void => {
    this.built = detail;
    this.#count.follow(detail);
  };

  readonly #apply = (): void => {
    const { built, where } = this;
    if (built && !built.complete) {
      this.strict = true;
      return;
    }
    const filter = built ? built.filter : where;
    this.tell('apply', filter && countConditions(filter) > 0 ? filter : null);
  };

  override render(): unknown {
    const { session, open, strict } = this;
    const { problems, query } = this.#count;
    return html`<x-dialog wide heading=${this.heading} .open=${open} @close=${() => this.tell('close')}>
      ${query.failure && problems.length === 0 ? html`<x-banner tone="danger">${textOf(query.failure)}</x-banner>` : ''}
      ${
        open
          ? html`<x-filter-builder
              .fields=${this.fields}
              .filter=${this.built?.filter ?? this.where ?? {}}
              .format=${session.format}
              .nameOf=${this.names.of}
              .problems=${problems}
              ?strict=${strict}
              @build=${this.#onBuild}
            ></x-filter-builder>`
          : ''
      }
      <span slot="footer" class="count" role="status">${this.#count.words(session)}</span>
      ${this.where ? html`<x-button slot="footer" @click=${() => this.tell('apply', null)}>${msg('Clear')}</x-button>` : ''}
      <x-button slot="footer" variant="primary" @click=${this.#apply}>${this.act}</x-button>
    </x-dialog>`;
  }
}
