import { msg, str } from '@lit/localize';
import type { Lead } from '@tabard/contract';
import type { BulkStart } from '@tabard/contract/crm/bulk-operation';
import type { PropertyValues, TemplateResult } from 'lit';
import { property, state } from '../../base/decorators.ts';
import { defineElement } from '../../base/define-element.ts';
import { html } from '../../base/html.ts';
import { Confirmation } from '../../core/confirmation.ts';
import { Query } from '../../core/query.ts';
import type { Session } from '../../core/session.ts';
import { ViewQuery } from '../../core/view-query.ts';
import { Widget } from '../../core/widget.ts';
import { widgetParts } from '../../core/widget-parts.ts';
import type { Toast } from '../../kit/toaster.ts';
import { bulkAsking, defineAsking, type AskedKind } from '../bulk/bulk-asking.ts';
import type { Action } from '../bulk/bulk-dialog.ts';
import { nameOf } from '../lead-labels.ts';
import { neighboursOf } from '../record/record-order.ts';
import { TagColors } from '../tag-colors.ts';
import { leadHead, type LeadAct } from './lead-head.ts';
import { leadPageStyles } from './lead-page.styles.ts';
import { leadPanels } from './lead-panels.ts';

/**
 * One lead as a page: who it is and how it stands, what is known of it, changed where it stands, and what happened, its campaigns, its
 * conversations and all else that belongs to it in tabs.
 *
 * @summary A lead's page.
 * @event {CustomEvent<null>} close-lead - Somebody wants to go back to the list.
 * @event {CustomEvent<{ path: string, href: string | null }>} navigate - It wants to go to another place, such as `/companies/{id}`.
 * @csspart avatar - The disc with initials.
 * @csspart badge - A mark beside the name, such as of what is archived.
 * @csspart facts - What is known of the lead.
 * @csspart tabs - What belongs to it.
 */
export class LeadPage extends Widget {
  static override tag = 'lead-page';
  static override widgetName = 'lead-page' as const;
  static override permission = 'lead.read' as const;
  static override uses = [...widgetParts];
  static override later = [
    ...Widget.later,
    async () => (await import('./lead-facts.ts')).LeadFacts,
    async () => (await import('../record/record-tabs.ts')).RecordTabs,
    async () => (await import('../../kit/menu.ts')).Menu,
    async () => (await import('../../kit/dialog.ts')).Dialog,
  ];
  static override styles = [Widget.styles, leadPageStyles];
  protected override readonly skeleton = 'text';

  /** Whose page it is: the id of a lead. */
  @property({ attribute: 'lead-id' }) leadId = '';
  @state() private panel = '';
  /** What is known is shown where there is no room for it beside the tabs. */
  @state() private unfolded = false;
  @state() private asking: AskedKind | null = null;
  @state() private run: BulkStart | null = null;

  readonly #colors = new TagColors(this);
  readonly #ask = new Confirmation(this);
  readonly #lead = new Query<Lead>(this, {
    key: () => (this.leadId ? ['leads', 'get', this.leadId] : null),
    ask: ({ client }) => client.leads.get({ id: this.leadId }),
    onFailure: this.onFailure,
  });

  /** @internal */
  readonly viewQuery = new ViewQuery(
    this,
    () => ({ panel: this.panel === leadPanels[0]?.name ? '' : this.panel }),
    ({ panel = '' }) => (this.panel = panel),
  );

  protected override willUpdate(changed: PropertyValues<this>): void {
    super.willUpdate(changed);
    if (changed.has('leadId')) [this.asking, this.run] = [null, null];
  }

  readonly #go = (path: string): void => void this.navigate(path);
  readonly #open = (id: string | null): void => {
    if (id) this.#go(`/leads/${id}/page`);
  };

  /** What is done to many leads is done to one as well, with the way back that it has. */
  async #begin(action: Action): Promise<void> {
    this.asking = null;
    const { BulkPanel } = await import('../bulk/bulk-panel.ts');
    defineElement(this.tagPrefix, BulkPanel);
    this.run = { ids: [this.leadId], action };
  }

  async #choose(kind: AskedKind): Promise<void> {
    await defineAsking(this.tagPrefix, kind);
    this.asking = kind;
  }

  async #move(move: 'archive' | 'restore', lead: Lead, undoable = true): Promise<void> {
    const { client, cache } = this.session!; // it is shown
    const worked = await this.attempt(() => client.leads[move]({ ids: [lead.id] }));
    cache.invalidate(['leads']);
    if (!worked || !undoable) return;
    const back = move === 'archive' ? 'restore' : 'archive';
    void this.toast({
      text: move === 'archive' ? msg('Lead archived') : msg('Lead restored'),
      action: { label: msg('Undo'), run: () => void this.#move(back, lead, false) },
    });
  }

  async #suppress(lead: Lead): Promise<void> {
    const sure = await this.#ask.ask({
      heading: msg('Never write to this address?'),
      text: msg(
        str`Nothing is sent to ${lead.email} any more, from no campaign, until somebody takes it off the list.`,
      ),
      act: msg('Never write to it'),
    });
    if (!sure) return;
    const { client, cache } = this.session!; // it is shown
    const worked = await this.attempt(() => client.suppressions.create({ email: lead.email }));
    for (const area of ['leads', 'suppressions', 'enrollments']) cache.invalidate([area]);
    if (worked) void this.toast(msg('Nothing is sent to this address any more'));
  }

  async #makePrimary(lead: Lead, email: string): Promise<void> {
    const { client, cache } = this.session!; // it is shown
    const worked = await this.attempt(() => client.leads.makePrimary({ id: lead.id, email }));
    cache.invalidate(['leads']);
    if (!worked) return;
    void this.toast({
      text: msg(str`Mails go to ${email} from now on`),
      action: { label: msg('Undo'), run: () => void this.#makePrimary({ ...lead, email }, lead.email) },
    });
  }

  #act(act: LeadAct, lead: Lead): void {
    if (act === 'archive' || act === 'restore') void this.#move(act, lead);
    else if (act === 'suppress') void this.#suppress(lead);
    else if (act.startsWith('primary:')) void this.#makePrimary(lead, act.slice('primary:'.length));
    else void this.#choose(act as AskedKind); // those that ask for more
  }

  protected override view(session: Session): TemplateResult {
    const { failure, value } = this.#lead;
    if (!this.leadId || (!value && /not_found|invalid/.test(failure?.kind ?? ''))) return this.#gone();
    return html`${this.show(this.#lead, (lead) => this.#page(lead, session))}`;
  }

  #gone(): TemplateResult {
    return html`<x-empty
      drawing="people"
      heading=${msg('This lead is gone')}
      text=${msg('It was deleted, or you may not see it.')}
      ><x-button slot="action" @click=${this.#close}>${msg('All leads')}</x-button></x-empty
    >`;
  }

  readonly #close = (): void => {
    if (this.announce('close-lead', null)) this.tell('close-lead');
  };

  #page(lead: Lead, session: Session): TemplateResult {
    return html`${this.#way(lead)}
      ${leadHead({ lead, session, colors: this.#colors, go: this.#go, act: (act) => this.#act(act, lead) })}
      <div class="said">${this.#said(lead, session)}</div>
      <div class="fold">
        <x-button
          size="small"
          icon=${this.unfolded ? 'up' : 'down'}
          aria-expanded=${this.unfolded ? 'true' : 'false'}
          @click=${() => (this.unfolded = !this.unfolded)}
          >${this.unfolded ? msg('Hide details') : msg('Show details')}</x-button
        >
      </div>
      <div class="columns" @open-place=${(event: CustomEvent<string>) => this.#go(event.detail)}>
        <div class="panel facts ${this.unfolded ? 'shown' : ''}" part="facts">
          <x-lead-facts .session=${session} .lead=${lead}></x-lead-facts>
        </div>
        <div part="tabs">
          <x-record-tabs
            .session=${session}
            .subject=${this.#subject(lead.id)}
            .panels=${leadPanels}
            selected=${this.panel}
            @choose-panel=${(event: CustomEvent<string>) => (this.panel = event.detail)}
          ></x-record-tabs>
        </div>
      </div>
      ${
        this.asking
          ? bulkAsking({
              session,
              kind: this.asking,
              ids: [lead.id],
              count: 1,
              leads: nameOf(lead),
              close: () => (this.asking = null),
              choose: (action) => void this.#begin(action),
            })
          : ''
      }
      ${this.#ask.view()}`;
  }

  /** The same one for the same lead: to the tabs another one is another record. */
  #subjectNow: { noun: 'lead'; id: string } = { noun: 'lead', id: '' };
  #subject(id: string): { noun: 'lead'; id: string } {
    if (this.#subjectNow.id !== id) this.#subjectNow = { noun: 'lead', id };
    return this.#subjectNow;
  }

  #way(lead: Lead): TemplateResult {
    const { before, after, place, of } = neighboursOf('lead', lead.id);
    const [at, all] = [this.format.number(place), this.format.number(of)];
    return html`<nav class="way" aria-label=${msg('Leads')}>
      <x-button size="small" variant="quiet" icon="back" @click=${this.#close}>${msg('Leads')}</x-button>
      ${
        of > 1
          ? html`<span class="caption num push">${msg(str`${at} of ${all}`)}</span>
              <x-button
                size="small"
                variant="quiet"
                icon="up"
                label=${msg('Previous lead')}
                ?disabled=${!before}
                @click=${() => this.#open(before)}
              ></x-button>
              <x-button
                size="small"
                variant="quiet"
                icon="down"
                label=${msg('Next lead')}
                ?disabled=${!after}
                @click=${() => this.#open(after)}
              ></x-button>`
          : ''
      }
    </nav>`;
  }

  #said({ archivedAt, mergedIntoId }: Lead, session: Session): unknown {
    return html`${
      mergedIntoId
        ? html`<x-banner
            >${msg('This lead became part of another one.')}<x-button
              slot="actions"
              size="small"
              @click=${() => this.#open(mergedIntoId)}
              >${msg('Open that one')}</x-button
            ></x-banner
          >`
        : archivedAt
          ? html`<x-banner
              >${msg('This lead is archived: no campaign takes it in, and nothing can be changed.')}</x-banner
            >`
          : ''
    }${
      this.run
        ? html`<x-bulk-panel
            .session=${session}
            .ask=${this.run}
            @toast=${(event: CustomEvent<Toast>) => void this.toast(event.detail)}
            @ended=${() => {
              for (const area of ['leads', 'lists', 'tags', 'enrollments', 'timeline', 'suppressions'])
                session.cache.invalidate([area]);
            }}
          ></x-bulk-panel>`
        : ''
    }`;
  }
}
