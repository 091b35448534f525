import type { Deal, DealTotals } from '@tabard/contract/crm/deal';
import type { WrittenFilter } from '@tabard/contract/filters';
import type { Failure } from '../../base/failure.ts';
import { Query, type QueryHost } from '../../core/query.ts';
import type { Session } from '../../core/session.ts';

/** One column as the platform has it: the deals that are loaded of it, in their order, and where the next begin. */
export interface Lane {
  id: string;
  items: readonly Deal[];
  nextCursor: string | null;
}
/** Which deals a board shows. */
export interface BoardAsked {
  pipelineId: string;
  stageIds: readonly string[];
  filter: { search?: string };
  where: WrittenFilter | null;
}
const PAGE = 40;
/** The most that are asked again at once; what is beyond stays as it is. */
const HEAD = 200;

/** The columns of a board: each grows as it is scrolled, and is asked again as far as it was looked at. */
export class DealLanes {
  /** The columns that are being lengthened. */
  readonly growing = new Set<string>();
  readonly #host: QueryHost;
  readonly #asked: () => BoardAsked | null;
  readonly lanes: Query<readonly Lane[]>;
  readonly totals: Query<DealTotals>;

  constructor(host: QueryHost, asked: () => BoardAsked | null, onFailure: (failure: Failure) => void) {
    [this.#host, this.#asked] = [host, asked];
    this.lanes = new Query<readonly Lane[]>(host, {
      key: () => (asked() ? ['deals', 'board', asked()] : null),
      ask: (session) => Promise.all((asked()?.stageIds ?? []).map((id) => this.#again(session, id))),
      onFailure,
    });
    this.totals = new Query<DealTotals>(host, {
      key: () => (asked() ? ['deals', 'totals', asked()] : null),
      ask: ({ client }) => {
        const { pipelineId = '', filter = {}, where = null } = asked() ?? {};
        return client.deals.totals({ pipelineId, filter, ...(where && { where }) });
      },
    });
  }

  #page({ client }: Session, stageId: string, limit: number, cursor: string | null) {
    const { filter = {}, where = null } = this.#asked() ?? {};
    return client.deals.list({
      filter: {
        ...filter,
        stageId,
      },
      ...(where && { where }),
      ...(cursor && { cursor }),
      sort: 'rank',
      direction: 'asc',
      limit,
    });
  }

  async #again(session: Session, id: string): Promise<Lane> {
    const known = this.lanes.value?.find((lane) => lane.id === id);
    const shown = known?.items.length ?? 0;
    const { items, nextCursor } = await this.#page(session, id, Math.min(HEAD, Math.max(PAGE, shown)), null);
    if (!known || shown <= HEAD || !nextCursor) return { id, items, nextCursor };
    const seen = new Set(items.map((deal) => deal.id));
    return {
      id,
      items: [...items, ...known.items.slice(HEAD).filter((deal) => !seen.has(deal.id))],
      nextCursor: known.nextCursor,
    };
  }

  /** Lengthens a column. */
  async more(id: string): Promise<void> {
    const { session } = this.#host;
    const lane = this.lanes.value?.find((one) => one.id === id);
    if (!session || !lane?.nextCursor || this.growing.has(id)) return;
    this.growing.add(id);
    this.#host.requestUpdate();
    const cursor = lane.nextCursor;
    try {
      const next = await this.#page(session, id, PAGE * 2, cursor);
      this.lanes.patch((lanes) =>
        lanes.map((one) => {
          if (one.id !== id || one.nextCursor !== cursor) return one;
          const known = new Set(one.items.map((deal) => deal.id));
          return {
            id,
            items: [...one.items, ...next.items.filter((deal) => !known.has(deal.id))],
            nextCursor: next.nextCursor,
          };
        }),
      );
    } finally {
      this.growing.delete(id);
      this.#host.requestUpdate();
    }
  }

  /** Puts a deal where it is now, unless news of that came before. */
  put(deal: Deal, after: string | null): void {
    this.lanes.patch((lanes) =>
      lanes.map((lane) => {
        const items = lane.items.filter(({ id }) => id !== deal.id);
        if (lane.id !== deal.stageId) return items.length === lane.items.length ? lane : { ...lane, items };
        items.splice(after === null ? 0 : items.findIndex(({ id }) => id === after) + 1, 0, deal);
        return { ...lane, items };
      }),
    );
    this.#host.session?.cache.invalidate(['deals', 'totals']);
    this.#host.session?.cache.invalidate(['deals', 'list']);
  }

  /** A deal that is loaded, and the one right above it. */
  find(id: string): { deal: Deal; above: string | null } | null {
    for (const { items } of this.lanes.value ?? []) {
      const at = items.findIndex((deal) => deal.id === id);
      const deal = items[at];
      if (deal) return { deal, above: items[at - 1]?.id ?? null };
    }
    return null;
  }
}
