import { msg } from '@lit/localize';
import type { Pipeline } from '@tabard/contract/crm/pipeline';
import { Query, type QueryHost } from '../../core/query.ts';
import type { Failure } from '../../base/failure.ts';

/** The pipelines of the workspace, the oldest first. Whoever may write deals where there never was one gets a usual one, in their language. */
export class PipelinesQuery extends Query<readonly Pipeline[]> {
  constructor(host: QueryHost, onFailure?: (failure: Failure) => void) {
    super(host, {
      key: () => ['pipelines', 'all'],
      ...(onFailure && { onFailure }),
      ask: async (session) => {
        const { client } = session;
        const { items } = await client.pipelines.list({ limit: 200, direction: 'asc' });
        if (items.length > 0 || !session.can('deal.write')) return items;
        const begun = await client.pipelines.start({ name: msg('Sales'), stages: usualStages() });
        return begun.items;
      },
    });
  }
}

/** The stages of a pipeline that nobody has thought about yet. */
const usualStages = () => [
  { name: msg('New'), kind: 'open' as const, probability: 10, rottingDays: 14 },
  { name: msg('Qualified'), kind: 'open' as const, probability: 25, rottingDays: 14 },
  { name: msg('Proposal'), kind: 'open' as const, probability: 50, rottingDays: 21 },
  { name: msg('Negotiation'), kind: 'open' as const, probability: 75, rottingDays: 21 },
  { name: msg('Won'), kind: 'won' as const, probability: 100 },
  { name: msg('Lost'), kind: 'lost' as const, probability: 0 },
];
