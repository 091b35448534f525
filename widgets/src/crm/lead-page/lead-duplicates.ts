import { msg, str } from '@lit/localize';
import type { RecordSubject } from '@tabard/contract/crm/record-subject';
import type { LeadDuplicates as Twins, LeadMergeItem } from '@tabard/contract/crm/lead-merge';
import { property, state } from '../../base/decorators.ts';
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
import type { Option } from '../../kit/select.ts';
import { Skeleton } from '../../kit/skeleton.ts';
import { widgetStyles } from '../../kit/widget.styles.ts';
import { nameOf } from '../lead-labels.ts';
import { duplicatesStyles } from '../record/duplicates.styles.ts';
import { LeadMerge } from './lead-merge.ts';

type Twin = Twins['leads'][number];
/** What was done and can be taken back at once. */
interface Done {
  words: string;
  undo: () => Promise<unknown>;
}

/**
 * Leads that may be the same, of one lead or of all: look at one, merge two, tell them apart, and take a merge back.
 *
 * @event open-place - Somebody wants to go to a lead; `detail` is its address.
 * @event close - The dialog was closed.
 */
export class LeadDuplicates extends PrefixedElement {
  static override tag = 'lead-duplicates';
  static override uses = [Banner, Button, Combobox, Dialog, EmptyState, LeadMerge, Skeleton];
  static override styles = [widgetStyles, duplicatesStyles];
  @property({ attribute: false }) session!: Session;
  /** Whose duplicates; all of the workspace without one. */
  @property({ attribute: false }) subject: RecordSubject | null = null;
  /** Stands in a dialog of its own. */
  @property({ type: Boolean }) dialog = false;
  @state() private pair: { id: string; otherId: string } | null = null;
  @state() private failure: Failure | null = null;
  @state() private done: Done | null = null;

  readonly #twins = new Query<{ items: Twins[] }>(this, {
    key: () => ['leads', 'duplicates', this.subject?.id ?? 'all'],
    ask: ({ client }) => client.leadMerges.duplicates(this.subject ? { id: this.subject.id } : { limit: 100 }),
  });
  readonly #merges = new Query<{ items: LeadMergeItem[] }>(this, {
    key: () => (this.subject ? ['leads', 'merges', this.subject.id] : null),
    ask: ({ client }) => client.leadMerges.list({ leadId: this.subject?.id ?? '' }),
  });

  get #writes(): boolean {
    return this.session.can('lead.write');
  }

  #refresh(): void {
    for (const area of ['leads', 'enrollments', 'conversations', 'lists', 'tags', 'timeline'])
      this.session.cache.invalidate([area]);
  }

  async #run(act: () => Promise<unknown>, done: Done | null): Promise<void> {
    this.failure = null;
    try {
      await act();
      this.done = done;
    } catch (error) {
      this.failure = toFailure(error);
    }
    this.#refresh();
  }

  #undoMerge(id: string): Promise<void> {
    return this.#run(() => this.session.client.leadMerges.undo({ id }), null);
  }

  #tellApart({ leads }: Twins): void {
    const { client } = this.session;
    const [id = '', ...otherIds] = leads.map((lead) => lead.id);
    void this.#run(() => client.leadMerges.tellApart({ id, otherIds }), {
      words: msg('They are not shown as duplicates any more.'),
      undo: () => client.leadMerges.tellApart({ id, otherIds, distinct: false }),
    });
  }

  readonly #whenMerged = ({ detail }: CustomEvent<{ id: string; stays: string; otherName: string }>): void => {
    this.pair = null;
    this.done = {
      words: msg(str`${detail.otherName} is part of ${detail.stays} now.`),
      undo: () => this.session.client.leadMerges.undo({ id: detail.id }),
    };
    this.#refresh();
  };

  override render(): unknown {
    const { done, failure } = this;
    const content = html`<div class="stack">
      ${failure ? html`<x-banner tone="danger">${textOf(failure)}</x-banner>` : ''}
      ${
        done
          ? html`<x-banner tone="success"
              >${done.words}<x-button slot="actions" size="small" @click=${() => void this.#run(done.undo, null)}
                >${msg('Undo')}</x-button
              ></x-banner
            >`
          : ''
      }
      ${this.#content()} ${this.subject && this.#writes ? this.#other(this.subject.id) : ''} ${this.#merged()}
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
        ? html`<x-lead-merge
            .session=${this.session}
            .pair=${this.pair}
            @close=${() => (this.pair = null)}
            @merged=${this.#whenMerged}
          ></x-lead-merge>`
        : ''
    }`;
  }

  #content(): unknown {
    const { value, failure } = this.#twins;
    if (failure && !value)
      return html`<x-banner tone="danger"
        >${textOf(failure)}<x-button slot="actions" size="small" @click=${() => void this.#twins.reload()}
          >${msg('Try again')}</x-button
        ></x-banner
      >`;
    if (!value) return html`<x-skeleton shape="text" label=${msg('Loading')}></x-skeleton>`;
    if (value.items.length === 0)
      return html`<x-empty
        drawing="search"
        heading=${msg('No duplicates')}
        text=${msg('Leads with an address or a number in common, or the same name at the same company, would be shown here.')}
      ></x-empty>`;
    return value.items.map((twins) => this.#group(twins));
  }

  #group(twins: Twins): unknown {
    const { reason, value, leads } = twins;
    const words = {
      email: msg(str`Same address: ${value}`),
      phone: msg(str`Same number: ${value}`),
      name: msg(str`Same name: ${leads[0]?.name || value}`),
    }[reason];
    const stays = this.subject?.id ?? leads[0]?.id ?? '';
    return html`<section>
      <h3>${words}</h3>
      ${leads.map((twin) => this.#twin(twin, stays))}
      ${
        this.#writes
          ? html`<div>
              <x-button size="small" variant="quiet" @click=${() => this.#tellApart(twins)}
                >${msg('Not duplicates')}</x-button
              >
            </div>`
          : ''
      }
    </section>`;
  }

  #twin(twin: Twin, stays: string): unknown {
    return html`<div class="line">
      <span class="two"
        ><span class="strong">${twin.name || twin.email}</span
        ><span class="caption"><bdi>${twin.email}</bdi>${twin.company ? ` · ${twin.company}` : ''}</span></span
      >
      ${
        twin.id === this.subject?.id
          ? html`<span class="caption">${msg('This one')}</span>`
          : html`<x-button
              size="small"
              variant="quiet"
              @click=${() => this.tell('open-place', `/leads/${twin.id}/page`)}
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

  #other(id: string): unknown {
    const find = async (typed: string): Promise<Option[]> => {
      if (!typed.trim()) return [];
      const { items } = await this.session.client.leads.list({ limit: 20, filter: { search: typed.trim() } });
      return items
        .filter((lead) => lead.id !== id)
        .map((lead) => ({ value: lead.id, label: nameOf(lead), hint: lead.company ?? lead.email }));
    };
    return html`<x-combobox
      label=${msg('Merge with another lead')}
      placeholder=${msg('Name or address')}
      .load=${find}
      .value=${''}
      @change=${(event: Event) => {
        const otherId = (event.target as Combobox).value;
        this.pair = otherId ? { id, otherId } : null;
      }}
    ></x-combobox>`;
  }

  #merged(): unknown {
    const { format } = this.session;
    const merges = (this.#merges.value?.items ?? []).filter(({ state: now }) => now !== 'undone');
    if (merges.length === 0) return '';
    return html`<section>
      <h3>${msg('Merged into this lead')}</h3>
      ${merges.map(
        (merge) =>
          html`<div class="line">
            <span class="two"
              ><span>${merge.otherName}</span><span class="caption">${format.relative(merge.createdAt)}</span></span
            >
            ${
              this.#writes
                ? html`<x-button size="small" icon="undo" @click=${() => void this.#undoMerge(merge.id)}
                    >${msg('Undo merge')}</x-button
                  >`
                : ''
            }
          </div>`,
      )}
    </section>`;
  }
}
