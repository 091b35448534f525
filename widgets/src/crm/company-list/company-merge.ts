import { msg, str } from '@lit/localize';
import type { Company } from '@tabard/contract/crm/company';
import type { CompanyMergePreview } from '@tabard/contract/crm/company-merge';
import type { MergeableField } from '@tabard/contract/crm/company-words';
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
import { companyLabels, sizeWord, valueWord } from './company-labels.ts';

/**
 * Makes one of two companies part of the other: shows in what they differ, lets one choose field by field, and says what comes along.
 *
 * @event merged - They are one; `detail` is the merge's id, and what both are called.
 * @event close - The dialog was closed.
 */
export class CompanyMerge extends PrefixedElement {
  static override tag = 'company-merge';
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
  @property({ attribute: false }) pair!: { id: string; otherId: string };
  /** Taken from the other one; until somebody chooses: what the one that stays lacks. */
  @state() private taken: ReadonlySet<MergeableField> | null = null;
  @state() private turned = false;
  @state() private busy = false;
  @state() private failure: Failure | null = null;

  get #ids(): { id: string; otherId: string } {
    const { id, otherId } = this.pair;
    return this.turned ? { id: otherId, otherId: id } : { id, otherId };
  }
  readonly #preview = new Query(this, {
    // Of no noun's area: what it was about is gone when the merge is told.
    key: () => ['merge-preview', this.#ids.id, this.#ids.otherId],
    ask: ({ client }) => client.companies.previewMerge(this.#ids),
  });

  #takenOf({ company, differing }: CompanyMergePreview): ReadonlySet<MergeableField> {
    return this.taken ?? new Set(differing.filter((field) => company[field] === null));
  }

  async #merge(preview: CompanyMergePreview): Promise<void> {
    [this.busy, this.failure] = [true, null];
    try {
      const { id, company } = await this.session.client.companies.merge({
        ...this.#ids,
        take: [...this.#takenOf(preview)],
      });
      this.tell('merged', { id, stays: company.name, otherName: preview.other.name });
    } catch (error) {
      this.failure = toFailure(error);
    } finally {
      this.busy = false;
    }
  }

  override render(): unknown {
    const { value, failure } = this.#preview;
    const wrong = this.failure ?? (value ? null : failure);
    return html`<x-dialog wide open heading=${msg('Merge companies')} @close=${() => this.tell('close')}>
      ${wrong ? html`<x-banner tone="danger">${textOf(wrong)}</x-banner>` : ''}
      ${value ? this.#choices(value) : wrong ? '' : html`<x-skeleton shape="text"></x-skeleton>`}
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
        @click=${() => value && void this.#merge(value)}
        >${msg('Merge')}</x-button
      >
    </x-dialog>`;
  }

  #choices(preview: CompanyMergePreview): unknown {
    const { company, other, differing } = preview;
    return html`<table>
        <caption>
          ${
            differing.length > 0
              ? msg('Choose what holds where they differ.')
              : msg('They differ in nothing that can be chosen.')
          }
        </caption>
        <thead>
          <tr>
            <td></td>
            <th scope="col">${msg('Stays')}: ${company.name}</th>
            <th scope="col">${msg('Becomes part of it')}: ${other.name}</th>
          </tr>
        </thead>
        <tbody>
          ${differing.map((field) => this.#row(field, preview))}
        </tbody>
      </table>
      ${this.#comesAlong(preview)}`;
  }

  #row(field: MergeableField, preview: CompanyMergePreview): unknown {
    const taken = this.#takenOf(preview);
    const choose = (takes: boolean): void => {
      const next = new Set(taken);
      if (takes) next.add(field);
      else next.delete(field);
      this.taken = next;
    };
    const cell = (company: Company, takes: boolean): unknown => {
      const word = valueWord(company, field);
      const shown = field === 'size' ? sizeWord(word, (number) => this.session.format.number(number)) : word;
      return html`<td>
        <label
          ><input
            type="radio"
            name=${field}
            .checked=${taken.has(field) === takes}
            @change=${() => choose(takes)}
          /><span class=${shown ? '' : 'muted'}>${shown || msg('Empty')}</span></label
        >
      </td>`;
    };
    return html`<tr>
      <th scope="row">${companyLabels[field]()}</th>
      ${cell(preview.company, false)} ${cell(preview.other, true)}
    </tr>`;
  }

  #comesAlong({ leads, children, domains, other }: CompanyMergePreview): unknown {
    const { format } = this.session;
    return html`<ul>
      <li>${msg(str`Leads that come along: ${format.number(leads)}`)}</li>
      <li>${msg(str`Subsidiaries that come along: ${format.number(children)}`)}</li>
      ${domains.length > 0 ? html`<li>${msg('Domains afterwards')}: <bdi>${domains.join(', ')}</bdi></li>` : ''}
      <li>${msg(str`${other.name} goes into the archive. You can undo this for thirty days.`)}</li>
    </ul>`;
  }
}
