import { msg, str } from '@lit/localize';
import type { Company } from '@tabard/contract/crm/company';
import type { CompanyMergeItem } from '@tabard/contract/crm/company-merge';
import { property, state } from '../../base/decorators.ts';
import { addCodeWords } from '../../base/code-words.ts';
import { textOf } from '../../base/failure-text.ts';
import { toFailure, type Failure } from '../../base/failure.ts';
import { html } from '../../base/html.ts';
import { PrefixedElement } from '../../base/prefixed-element.ts';
import { Query } from '../../core/query.ts';
import type { Session } from '../../core/session.ts';
import { Banner } from '../../kit/banner.ts';
import { Button } from '../../kit/button.ts';
import { Combobox } from '../../kit/combobox.ts';
import { Dialog } from '../../kit/dialog.ts';
import { EmptyState } from '../../kit/empty-state.ts';
import { Skeleton } from '../../kit/skeleton.ts';
import { widgetStyles } from '../../kit/widget.styles.ts';
import { duplicatesStyles } from '../record/duplicates.styles.ts';
import { companyPicker } from '../company-picker.ts';
import { leadsWord } from './company-columns.ts';
import { CompanyMerge } from './company-merge.ts';
import { refusalWords } from './refusal-words.ts';

type Twins = Awaited<ReturnType<Session['client']['companies']['duplicates']>>['items'][number];
type Twin = Twins['companies'][number];

/**
 * Companies that may be the same, of one company or of all: look at one, merge two, and take a merge back.
 *
 * @event open-place - Somebody wants to go to a company; `detail` is its address.
 * @event merged - Two became one.
 * @event close - The dialog was closed.
 */
export class CompanyDuplicates extends PrefixedElement {
  static override tag = 'company-duplicates';
  static override uses = [Banner, Button, Combobox, CompanyMerge, Dialog, EmptyState, Skeleton];
  static override styles = [widgetStyles, duplicatesStyles];
  @property({ attribute: false }) session!: Session;
  /** Whose duplicates; all of the workspace without one. */
  @property({ attribute: false }) company: Company | null = null;
  /** Stands in a dialog of its own. */
  @property({ type: Boolean }) dialog = false;
  @state() private pair: { id: string; otherId: string } | null = null;
  @state() private failure: Failure | null = null;
  @state() private said = '';
  /** What can be taken back at once. */
  @state() private done: Pick<CompanyMergeItem, 'id' | 'otherName'> | null = null;

  readonly #twins = new Query(this, {
    key: () => ['companies', 'duplicates', this.company?.id ?? 'all'],
    ask: ({ client }) => client.companies.duplicates(this.company ? { id: this.company.id } : { limit: 100 }),
  });
  readonly #merges = new Query(this, {
    key: () => (this.company ? ['companies', 'merges', this.company.id] : null),
    ask: ({ client }) => client.companies.merges({ companyId: this.company?.id ?? '' }),
  });

  override connectedCallback(): void {
    super.connectedCallback();
    addCodeWords(refusalWords);
  }

  async #undo({ id, otherName }: Pick<CompanyMergeItem, 'id' | 'otherName'>): Promise<void> {
    this.failure = null;
    try {
      await this.session.client.companies.undoMerge({ id });
      this.#refresh();
      this.done = null;
      this.said = msg(str`${otherName} is a company of its own again.`);
    } catch (error) {
      this.failure = toFailure(error);
    }
  }

  #undoButton(): unknown {
    const { done } = this;
    return done
      ? html`<x-button slot="actions" size="small" @click=${() => void this.#undo(done)}>${msg('Undo')}</x-button>`
      : '';
  }

  #refresh(): void {
    this.session.cache.invalidate(['companies']);
    this.session.cache.invalidate(['leads']);
  }

  override render(): unknown {
    const content = html`<div class="stack">
      ${this.failure ? html`<x-banner tone="danger">${textOf(this.failure)}</x-banner>` : ''}
      ${this.said ? html`<x-banner tone="success">${this.said}${this.#undoButton()}</x-banner>` : ''} ${this.#content()}
      ${this.company && this.#writes ? this.#other(this.company) : ''} ${this.#merged()}
    </div>`;
    return html`${
      this.dialog
        ? html`<x-dialog side open heading=${msg('Possible duplicates')} @close=${() => this.tell('close')}
            >${content}</x-dialog
          >`
        : content
    }
    ${
      this.pair
        ? html`<x-company-merge
            .session=${this.session}
            .pair=${this.pair}
            @close=${() => (this.pair = null)}
            @merged=${this.#whenMerged}
          ></x-company-merge>`
        : ''
    }`;
  }

  get #writes(): boolean {
    return this.session.can('company.write') && !this.company?.archivedAt;
  }

  readonly #whenMerged = (event: CustomEvent<{ id: string; stays: string; otherName: string }>): void => {
    [this.pair, this.done] = [null, event.detail];
    this.#refresh();
    this.said = msg(str`Merged into ${event.detail.stays}.`);
    const { company } = this;
    if (company && event.detail.stays !== company.name) this.tell('merged');
  };

  #content(): unknown {
    const { value, failure } = this.#twins;
    if (failure && !value)
      return html`<x-banner tone="danger"
        >${textOf(failure)}<x-button slot="actions" size="small" @click=${() => void this.#twins.reload()}
          >${msg('Try again')}</x-button
        ></x-banner
      >`;
    if (!value) return html`<x-skeleton shape="text"></x-skeleton>`;
    if (value.items.length === 0)
      return html`<x-empty
        drawing="search"
        heading=${msg('No duplicates')}
        text=${msg('Companies with a domain in common, or the same name, would be shown here.')}
      ></x-empty>`;
    return value.items.map((twins) => this.#twinsView(twins));
  }

  #twinsView({ reason, value, companies }: Twins): unknown {
    const [first] = companies;
    const stays = this.company?.id ?? first?.id ?? '';
    return html`<section>
      <h3>${reason === 'domain' ? msg(str`Same domain: ${value}`) : msg(str`Same name: ${first?.name ?? value}`)}</h3>
      ${companies.map((twin) => this.#twin(twin, stays))}
    </section>`;
  }

  #twin(twin: Twin, stays: string): unknown {
    const { format } = this.session;
    return html`<div class="line">
      <span class="two"
        ><span class="strong">${twin.name}</span
        ><span class="caption"
          >${twin.domain ? `${twin.domain} · ` : ''}${leadsWord(twin.leadCount, format)}</span
        ></span
      >
      ${
        twin.id === this.company?.id
          ? html`<span class="caption">${msg('This one')}</span>`
          : html`<x-button size="small" variant="quiet" @click=${() => this.tell('open-place', `/companies/${twin.id}`)}
              >${msg('Open')}</x-button
            >`
      }
      ${
        this.#writes && twin.id !== stays
          ? html`<x-button size="small" @click=${() => (this.pair = { id: stays, otherId: twin.id })}
              >${msg('Merge')}</x-button
            >`
          : ''
      }
    </div>`;
  }

  #other(company: Company): unknown {
    return companyPicker({
      client: this.session.client,
      label: msg('Merge with another company'),
      name: 'other',
      value: '',
      known: null,
      without: company.id,
      choose: (otherId) => (this.pair = otherId ? { id: company.id, otherId } : null),
    });
  }

  #merged(): unknown {
    const { format } = this.session;
    const merges = (this.#merges.value?.items ?? []).filter(({ state }) => state !== 'undone');
    if (merges.length === 0) return '';
    return html`<section>
      <h3>${msg('Merged into this company')}</h3>
      ${merges.map(
        (merge) =>
          html`<div class="line">
            <span class="two"
              ><span>${merge.otherName}</span
              ><span class="caption"
                >${format.relative(merge.createdAt)} · ${leadsWord(merge.moved, format)}</span
              ></span
            >
            ${
              this.#writes
                ? html`<x-button
                    size="small"
                    icon="undo"
                    ?disabled=${merge.state === 'running'}
                    @click=${() => void this.#undo(merge)}
                    >${merge.state === 'running' ? msg('Leads are moving') : msg('Undo merge')}</x-button
                  >`
                : ''
            }
          </div>`,
      )}
    </section>`;
  }
}
