import type { Uuid } from '@tabard/contract';
import type { CostKind } from '@tabard/contract/crm/return-words';
import { insertOne, type CallScope } from '#kernel';
import { costs } from './cost.entity.ts';

const day = (before: number): string => new Date(Date.now() - before * 86_400_000).toISOString().slice(0, 10);

interface Story {
  name: string;
  kind: CostKind;
  amount: number;
  from: number;
  until: number;
  campaigns?: number;
  sources?: string[];
}
const story: readonly Story[] = [
  { name: 'Mailboxes and domains', kind: 'mailbox', amount: 28_800, from: 180, until: 0 },
  { name: 'Addresses of decision makers', kind: 'data', amount: 49_900, from: 120, until: 120, sources: ['import'] },
  { name: 'Texts by a copywriter', kind: 'work', amount: 120_000, from: 75, until: 61, campaigns: 2 },
  {
    name: 'Advertisements for the same audience',
    kind: 'advertising',
    amount: 85_000,
    from: 58,
    until: 29,
    campaigns: 1,
  },
  { name: 'Verification of addresses', kind: 'tool', amount: 9_900, from: 40, until: 11, sources: ['import', 'api'] },
];

/** The costs of the demo. */
export const seedCosts = (scope: CallScope): Promise<void> =>
  scope.write(async (writing) => {
    const campaigns = await writing.sql<{ id: Uuid }>(
      'select id from campaign where workspace_id = $1 order by created_at, id limit 2',
      [writing.workspaceId],
    );
    for (const { name, kind, amount, from, until, campaigns: on = 0, sources = [] } of story)
      await insertOne(costs, writing, {
        name,
        kind,
        amount,
        startsOn: day(from),
        endsOn: day(until),
        campaignIds: campaigns.slice(0, on).map(({ id }) => id),
        sources,
      });
  });
