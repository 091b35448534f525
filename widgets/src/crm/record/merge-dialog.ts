import { msg } from '@lit/localize';
import { css } from 'lit';
import { property, state } from '../../base/decorators.ts';
import { textOf } from '../../base/failure-text.ts';
import { toFailure, type Failure } from '../../base/failure.ts';
import { html } from '../../base/html.ts';
import { PrefixedElement } from '../../base/prefixed-element.ts';
import { Query } from '../../core/query.ts';
import type { Session } from '../../core/session.ts';
import { Banner } from '../../kit/banner.ts';
import { Button } from '../../kit/button.ts';
import { Dialog } from '../../kit/dialog.ts';
import { Skeleton } from '../../kit/skeleton.ts';
import { widgetStyles } from '../../kit/widget.styles.ts';

/** What is known of two records before one becomes part of the other. */
export interface MergeShown {
  /** What both are called. */
  stays: string;
  other: string;
  /** Where they differ, each with what both hold there; empty for nothing. */
  differing: readonly { field: string; label: string; own: string; others: string }[];
  /** What comes along, in words. */
  notes: readonly unknown[];
}

/** Two records: the one that stays, and the one that becomes part of it. */
export interface MergePair {
  id: string;
  otherId: string;
}

/**
 * The base of dialogs that make one of two records part of the other: they show in what both differ, let one choose field by field, and say what
 * comes along.
 *
 * @event merged - They are one; `detail` is the merge's id, and what both are called.
 * @event close - The dialog was closed.
 */
export abstract class MergeDialog<P> extends PrefixedElement {
  static override uses = [Banner, Button, Dialog, Skeleton];
  static override styles = [
    widgetStyles,
    css`
      table {
        inline-size: 100%;
        border-collapse: collapse;
        table-layout: fixed;
      }
      caption {
        text-align: start;
        padding-block-end: var(--_space-2);
      }
      th,
      td {
        padding: 6px 8px;
        border-block-end: 1px solid var(--_border);
        text-align: start;
        vertical-align: top;
        overflow-wrap: anywhere;
      }
      th {
        font-weight: var(--_font-weight-medium);
        font-size: var(--_font-size-s);
      }
      tbody th {
        color: var(--_text-muted);
        inline-size: 26%;
      }
      thead th:first-child {
        inline-size: 26%;
      }
      label {
        display: flex;
        align-items: start;
        gap: var(--_space-2);
        min-block-size: 24px;
        cursor: pointer;
        @media (pointer: coarse) {
          min-block-size: 44px;
        }
      }
      input {
        margin-block-start: 3px;
        accent-color: var(--_accent);
        flex: none;
      }
      ul {
        margin: var(--_space-4) 0 0;
        padding-inline-start: 1.2em;
        list-style: disc;
      }
      @media (max-width: 560px) {
        tbody th {
          display: block;
          inline-size: auto;
          border: 0;
          padding-block-end: 0;
        }
        thead th:first-child {
          display: none;
        }
        tbody td {
          display: inline-block;
          box-sizing: border-box;
          inline-size: 50%;
        }
        thead tr {
          display: flex;
        }
        thead th {
          flex: 1;
        }
        table,
        tbody,
        thead {
          display: block;
        }
      }
    `,
  ];
  @property({ attribute: false }) session!: Session;
  /** The one that stays, and the one that becomes part of it. */
  @property({ attribute: false }) pair!: MergePair;
  /** Taken from the other one; until somebody chooses: what the one that stays lacks. */
  @state() private taken: ReadonlySet<string> | null = null;
  @state() private turned = false;
  @state() private busy = false;
  @state() private failure: Failure | null = null;

  protected abstract heading(): string;
  /** Asks what would come of it. */
  protected abstract preview(session: Session, pair: MergePair): Promise<P>;
  /** What the answer says, in the words of the page. */
  protected abstract shown(preview: P): MergeShown;
  /** Does it; gives the merge's id. */
  protected abstract merge(session: Session, pair: MergePair, take: readonly string[]): Promise<string>;

  get #ids(): MergePair {
    const { id, otherId } = this.pair;
    return this.turned ? { id: otherId, otherId: id } : { id, otherId };
  }
  readonly #preview = new Query<P>(this, {
    // Of no noun's area: what it was about is gone when the merge is told.
    key: () => ['merge-preview', this.#ids.id, this.#ids.otherId],
    ask: (session) => this.preview(session, this.#ids),
  });

  #takenOf({ differing }: MergeShown): ReadonlySet<string> {
    return this.taken ?? new Set(differing.filter(({ own }) => own === '').map(({ field }) => field));
  }

  async #merge(shown: MergeShown): Promise<void> {
    [this.busy, this.failure] = [true, null];
    try {
      const id = await this.merge(this.session, this.#ids, [...this.#takenOf(shown)]);
      this.tell('merged', { id, stays: shown.stays, otherName: shown.other });
    } catch (error) {
      this.failure = toFailure(error);
    } finally {
      this.busy = false;
    }
  }

  override render(): unknown {
    const { value, failure } = this.#preview;
    const wrong = this.failure ?? (value ? null : failure);
    const shown = value ? this.shown(value) : null;
    return html`<x-dialog wide open heading=${this.heading()} @close=${() => this.tell('close')}>
      ${wrong ? html`<x-banner tone="danger">${textOf(wrong)}</x-banner>` : ''}
      ${shown ? this.#choices(shown) : wrong ? '' : html`<x-skeleton shape="text"></x-skeleton>`}
      <x-button
        slot="footer"
        variant="quiet"
        ?disabled=${!value || this.busy}
        @click=${() => ([this.turned, this.taken] = [!this.turned, null])}
        >${msg('Keep the other one')}</x-button
      >
      <x-button slot="footer" @click=${() => this.tell('close')}>${msg('Cancel')}</x-button>
      <x-button
        slot="footer"
        variant="primary"
        ?busy=${this.busy}
        ?disabled=${!value}
        @click=${() => shown && void this.#merge(shown)}
        >${msg('Merge')}</x-button
      >
    </x-dialog>`;
  }

  #choices(shown: MergeShown): unknown {
    return html`<table>
        <caption>
          ${
            shown.differing.length > 0
              ? msg('Choose what holds where they differ.')
              : msg('They differ in nothing that can be chosen.')
          }
        </caption>
        <thead>
          <tr>
            <td></td>
            <th scope="col">${msg('Stays')}: ${shown.stays}</th>
            <th scope="col">${msg('Becomes part of it')}: ${shown.other}</th>
          </tr>
        </thead>
        <tbody>
          ${shown.differing.map((row) => this.#row(row, this.#takenOf(shown)))}
        </tbody>
      </table>
      <ul>
        ${shown.notes.map((note) => html`<li>${note}</li>`)}
      </ul>`;
  }

  #row({ field, label, own, others }: MergeShown['differing'][number], taken: ReadonlySet<string>): unknown {
    const cell = (words: string, takes: boolean): unknown =>
      html`<td>
        <label
          ><input
            type="radio"
            name=${field}
            .checked=${taken.has(field) === takes}
            @change=${() => {
              const next = new Set(taken);
              if (takes) next.add(field);
              else next.delete(field);
              this.taken = next;
            }}
          /><span class=${words ? '' : 'muted'}>${words || msg('Empty')}</span></label
        >
      </td>`;
    return html`<tr>
      <th scope="row">${label}</th>
      ${cell(own, false)} ${cell(others, true)}
    </tr>`;
  }
}
