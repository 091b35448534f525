import { toPublicId, type Uuid } from '@tabard/contract';
import { conversionCreateInput } from '@tabard/contract/crm/conversion';
import type { CallScope } from '#kernel';
import { createConversion } from './save-conversion.ts';

const story = [
  { outcome: 'converted', kind: 'meeting' },
  { outcome: 'converted', kind: 'signed', value: 480_000 },
  { outcome: 'lost', reason: 'Has a supplier and is content' },
  { outcome: 'converted', kind: 'trial' },
  { outcome: 'converted', kind: 'purchase', value: 129_000 },
  { outcome: 'lost', reason: 'No budget before next year' },
  { outcome: 'converted', kind: 'meeting' },
  { outcome: 'converted', kind: 'custom', name: 'Asked for references' },
] as const;

/** The conversions of the demo: leads that answered, over the last months. */
export const seedConversions = (scope: CallScope): Promise<void> =>
  scope.write(async (writing) => {
    const leads = await writing.sql<{ id: Uuid }>(
      `select l.id from lead l left join lead_contact k on k.workspace_id = l.workspace_id and k.lead_id = l.id
        where l.workspace_id = $1 and l.archived_at is null order by k.replied desc nulls last, l.created_at, l.id limit $2`,
      [writing.workspaceId, story.length],
    );
    const campaigns = await writing.sql<{ id: Uuid }>(
      'select id from campaign where workspace_id = $1 order by created_at, id limit 3',
      [writing.workspaceId],
    );
    for (const [at, { id }] of leads.entries()) {
      const campaign = campaigns[at % Math.max(1, campaigns.length)];
      await createConversion(
        writing,
        conversionCreateInput.parse({
          ...story[at],
          leadId: toPublicId('lead', id),
          campaignId: campaign && toPublicId('campaign', campaign.id),
          happenedAt: new Date(Date.now() - ((at * 13) % 70) * 86_400_000).toISOString(),
        }),
      );
    }
  });
