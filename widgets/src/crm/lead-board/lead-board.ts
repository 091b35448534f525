import { hrefOf } from '../../core/href-of.ts';
import { msg, str } from '@lit/localize';
import type { Lead } from '@tabard/contract';
import { css, type TemplateResult } from 'lit';
import { property, state } from '../../base/decorators.ts';
import { defineElement } from '../../base/define-element.ts';
import { html } from '../../base/html.ts';
import { Query } from '../../core/query.ts';
import type { Session } from '../../core/session.ts';
import { ViewQuery } from '../../core/view-query.ts';
import { Widget } from '../../core/widget.ts';
import { widgetParts } from '../../core/widget-parts.ts';
import type { BoardCard } from '../../kit/board-card.ts';
import { Board, type BoardColumn } from '../../kit/board.ts';
import { SearchField } from '../../kit/search-field.ts';
import { CompanyLinks } from '../company-links.ts';
import { nameOf } from '../lead-labels.ts';
import { TagColors } from '../tag-colors.ts';
import { afterMove, allowsMove, ARCHIVED, columnOf, leadColumnsOf, type Division } from './board-columns.ts';
import { leadCard, moneyFormat, worthOf } from './lead-cards.ts';

/** One column as the platform has it: the first leads, how many there are, and where the next begin. */
interface Lane {
  id: string;
  items: readonly Lead[];
  count: number;
  nextCursor: string | null;
}
const PAGE = 20;

/**
 * Leads as cards in columns: by status, where outreach brought them, or by stages of your own, kept as tags. Cards move by
 * pointer, touch, keyboard and menu. A move shows at once and goes back, with words, when it fails; where the platform does not
 * allow one, the column says why. By status, leads can be archived and brought back; between stages they move freely.
 *
 * @summary The board of leads.
 * @event {CustomEvent<{ lead: Lead }>} select-lead - A lead was opened. Prevent it to show the lead yourself.
 * @event {CustomEvent<{ lead: Lead, from: string, to: string }>} move-lead - A lead is about to move. Prevent it to keep it.
 * @event {CustomEvent<{ path: string, href: string | null }>} navigate - It wants to go to `/leads/{id}`, or back to `/leads`.
 */
export class LeadBoard extends Widget {
  static override tag = 'lead-board';
  static override widgetName = 'lead-board' as const;
  static override permission = 'lead.read' as const;
  static override uses = [...widgetParts, Board, SearchField];
  static override styles = [
    Widget.styles,
    css`
      :host {
        block-size: clamp(420px, 78vh, 860px);
      }
      .board {
        flex: 1;
        min-block-size: 0;
      }
    `,
  ];
  protected override readonly skeleton = 'board';

  /** A lead to open, by its id: the target of a deep link. */
  @property({ attribute: 'lead-id' }) leadId = '';
  /** Stages of a pipeline, in order and with commas between, each a tag of leads; by status when left out. */
  @property() stages = '';
  /** The custom field that holds what a lead is worth; columns then show its sum. */
  @property({ attribute: 'value-field' }) valueField = '';
  /** The currency of `value-field`, such as `EUR`; plain numbers when left out. */
  @property() currency = '';
  @state() private search = '';
  @state() private growing = '';
  @state() private open: Lead | null = null;
  @state() private formOpen = false;

  get #division(): Division {
    const stages = this.stages
      .split(',')
      .map((stage) => stage.trim())
      .filter(Boolean);
    return stages.length > 0 ? { by: 'tag', stages: [...new Set(stages)] } : { by: 'status' };
  }

  readonly #colors = new TagColors(this);
  readonly #lanes = new Query<readonly Lane[]>(this, {
    key: () => ['leads', 'board', this.#division, this.search],
    ask: (session) =>
      Promise.all(
        leadColumnsOf(this.#division).map((column) => this.#lane(session, column.id, this.#limitOf(column.id))),
      ),
    onFailure: this.onFailure,
  });
  readonly #linked = new Query(this, {
    key: () => (this.leadId ? ['leads', 'get', this.leadId] : null),
    ask: async (session) => this.#show(await session.client.leads.get({ id: this.leadId })),
    onFailure: this.onFailure,
  });

  /** @internal */
  readonly viewQuery = new ViewQuery(
    this,
    () => ({ search: this.search }),
    ({ search = '' }) => void (this.search = search),
  );

  /** What grew by "Show more" stays as long when it is asked again. */
  #limitOf(id: string): number {
    const shown = this.#lanes.value?.find((lane) => lane.id === id)?.items.length ?? 0;
    return Math.min(200, Math.max(PAGE, shown));
  }

  async #lane(session: Session, id: string, limit: number, cursor?: string): Promise<Lane> {
    const column = leadColumnsOf(this.#division).find((one) => one.id === id);
    const filter = { ...column?.filter, ...(this.search && { search: this.search }) };
    const [page, { count }] = await Promise.all([
      session.client.leads.list({ filter, limit, ...(cursor && { cursor }) }),
      session.client.leads.count({ filter }),
    ]);
    // A lead with two stages stands in the later one only.
    const items = page.items.filter((lead) => columnOf(lead, this.#division) === id);
    return { id, items, count, nextCursor: page.nextCursor };
  }

  readonly #more = async (id: string): Promise<void> => {
    const { session } = this;
    const lane = this.#lanes.value?.find((one) => one.id === id);
    if (!session || !lane?.nextCursor || this.growing) return;
    this.growing = id;
    const cursor = lane.nextCursor;
    await this.attempt(async () => {
      const next = await this.#lane(session, id, PAGE, cursor);
      const known = new Set(lane.items.map((lead) => lead.id));
      const items = next.items.filter((lead) => !known.has(lead.id));
      this.#lanes.patch((lanes) =>
        lanes.map((one) =>
          one.id === id && one.nextCursor === cursor ? { ...next, items: [...one.items, ...items] } : one,
        ),
      );
    });
    this.growing = '';
  };

  /** Asks the platform for a move and takes it into what is known, in one step with the board letting go of it. */
  readonly #move = async (card: BoardCard, to: string): Promise<boolean> => {
    const { session } = this;
    const lead = this.#leadOf(card);
    if (!session || !lead || !this.announce('move-lead', { lead, from: card.column, to })) return false;
    const done = await this.attempt(() => this.#send(session, lead, to));
    if (!done) return false;
    this.#shift(afterMove(lead, to, this.#division), card.column, to);
    if (to === ARCHIVED) this.#offerUndo(session, lead);
    return true;
  };

  async #send(session: Session, lead: Lead, to: string): Promise<void> {
    const division = this.#division;
    const { leads } = session.client;
    if (division.by === 'tag') {
      await leads.update({ id: lead.id, tags: afterMove(lead, to, division).tags });
    } else if (to === ARCHIVED) await leads.archive({ ids: [lead.id] });
    else await leads.restore({ ids: [lead.id] });
  }

  /** Unless news of the move came before its answer. */
  #shift(lead: Lead, from: string, to: string): void {
    this.#lanes.patch((lanes) =>
      lanes.map((lane) => {
        const here = lane.items.some(({ id }) => id === lead.id);
        if (lane.id === from && here)
          return { ...lane, items: lane.items.filter(({ id }) => id !== lead.id), count: lane.count - 1 };
        return lane.id === to && !here ? { ...lane, items: [lead, ...lane.items], count: lane.count + 1 } : lane;
      }),
    );
    this.session?.cache.invalidate(['leads', 'list']);
  }

  #offerUndo(session: Session, lead: Lead): void {
    const back = async (): Promise<void> => {
      await session.client.leads.restore({ ids: [lead.id] });
      session.cache.invalidate(['leads']);
    };
    const name = nameOf(lead);
    void this.toast({
      text: msg(str`${name} archived`),
      action: { label: msg('Undo'), run: () => void this.attempt(back) },
    });
  }

  #leadOf(card: BoardCard): Lead | undefined {
    return this.#lanes.value?.flatMap((lane) => lane.items).find((lead) => lead.id === card.id);
  }

  #show(lead: Lead): Lead {
    if (this.announce('select-lead', { lead })) {
      [this.open, this.formOpen] = [lead, true];
      // Its own chunk: a board is looked at before it is opened.
      void import('../lead-table/lead-form.ts').then(({ LeadForm }) => defineElement(this.tagPrefix, LeadForm));
      if (lead.id !== this.leadId) this.navigate(`/leads/${lead.id}`);
    }
    return lead;
  }

  protected readonly toCompanies = new CompanyLinks(this, (path) => this.navigate(path));
  readonly #hide = (): void => {
    this.formOpen = false;
    this.leadId = '';
    this.navigate('/leads');
  };

  protected override view(session: Session): TemplateResult {
    void this.#linked;
    return html`<div class="bar">
        <h1>${msg('Board')}</h1>
        <x-search
          class="push"
          label=${msg('Search leads')}
          value=${this.search}
          @search=${(event: CustomEvent<string>) => (this.search = event.detail)}
        ></x-search>
      </div>
      ${this.show(this.#lanes, (lanes) => this.#board(session, lanes))}
      <x-lead-form
        .session=${session}
        .record=${this.open}
        ?open=${this.formOpen}
        @close=${this.#hide}
        @saved=${(event: CustomEvent<Lead>) => {
          this.open = event.detail;
          this.#hide();
          void this.toast(msg('Changes saved'));
        }}
      ></x-lead-form>`;
  }

  #board(session: Session, lanes: readonly Lane[]): TemplateResult {
    if (lanes.every((lane) => lane.items.length === 0 && !lane.nextCursor)) return this.#nothing();
    const division = this.#division;
    const columns = leadColumnsOf(division).map(({ id, label, tone }): BoardColumn => {
      const lane = lanes.find((one) => one.id === id);
      return {
        id,
        label,
        tone,
        count: lane?.count ?? 0,
        more: Boolean(lane?.nextCursor),
        busy: this.growing === id,
      };
    });
    const money = moneyFormat(this.format.locale, this.currency);
    const words = { format: this.format, valueField: this.valueField, money, toneOf: this.#colors.toneOf };
    const leads = new Map(lanes.flatMap((lane) => lane.items.map((lead) => [lead.id, lead] as const)));
    return html`<x-board
      class="board"
      label=${msg('Leads by column')}
      .columns=${columns}
      .cards=${lanes.flatMap((lane) => lane.items.map((lead) => ({ ...leadCard(lead, lane.id, words), href: hrefOf(this, `/leads/${lead.id}`) })))}
      .format=${(count: number) => this.format.number(count)}
      .allows=${(card: BoardCard, to: string) => {
        const lead = leads.get(card.id);
        return lead ? allowsMove(lead, to, division) : '';
      }}
      .move=${session.can('lead.write') && !session.offline ? this.#move : null}
      .sumOf=${this.valueField ? (cards: readonly BoardCard[], column: BoardColumn) => this.#sum(cards, column, leads, money) : null}
      @open-card=${(event: CustomEvent<BoardCard>) => {
        const lead = leads.get(event.detail.id);
        if (lead) this.#show(lead);
      }}
      @need-more=${(event: CustomEvent<string>) => void this.#more(event.detail)}
    ></x-board>`;
  }

  /** A sum of what is shown; a plus says that the column goes on. */
  #sum(
    cards: readonly BoardCard[],
    column: BoardColumn,
    leads: ReadonlyMap<string, Lead>,
    money: (value: number) => string,
  ): string {
    const sum = cards.reduce((total, { id }) => {
      const lead = leads.get(id);
      return lead ? total + worthOf(lead, this.valueField) : total;
    }, 0);
    return `${money(sum)}${column.more ? '+' : ''}`;
  }

  #nothing(): TemplateResult {
    if (this.search) {
      return html`<x-empty drawing="search" heading=${msg('No lead matches')} text=${msg('Try other words.')}>
        <x-button @click=${() => (this.search = '')}>${msg('Clear search')}</x-button>
      </x-empty>`;
    }
    return html`<x-empty
      drawing="people"
      heading=${msg('No leads yet')}
      text=${
        this.#division.by === 'tag'
          ? msg('A lead stands on the board once it carries the tag of a stage.')
          : msg('Leads stand here as soon as they are imported or added.')
      }
    ></x-empty>`;
  }
}
