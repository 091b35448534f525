import { toPublicId, type enrollmentCountOutput, type Uuid } from '@tabard/contract';
import type { z } from 'zod';
import { fail, type ReadScope } from '#kernel';

type Counted = z.input<typeof enrollmentCountOutput>;
interface Group {
  state: Counted['groups'][number]['state'];
  steps_sent: number;
  mailbox_id: Uuid;
  count: number;
}

/** How many leads of a campaign stand where: by state and by the steps they got, and which mailbox still writes to how many. */
export async function countEnrollments(scope: ReadScope, { campaignId }: { campaignId: Uuid }): Promise<Counted> {
  const [known, rows] = await Promise.all([
    scope.read('select 1 from campaign where workspace_id = $1 and id = $2', [scope.workspaceId, campaignId]),
    scope.read<Group>(
      `select state, steps_sent, mailbox_id, count(*)::int as count from enrollment
        where workspace_id = $1 and campaign_id = $2 group by 1, 2, 3 order by 2, 1, 3`,
      [scope.workspaceId, campaignId],
    ),
  ]);
  if (known.length === 0) return fail('campaign.not_found');
  const groups = new Map<string, Counted['groups'][number]>();
  const waiting = new Map<Uuid, number>();
  for (const { state, steps_sent: stepsSent, mailbox_id: mailbox, count } of rows) {
    const key = `${state} ${stepsSent}`;
    groups.set(key, { state, stepsSent, count: (groups.get(key)?.count ?? 0) + count });
    if (state === 'active' || state === 'paused') waiting.set(mailbox, (waiting.get(mailbox) ?? 0) + count);
  }
  return {
    groups: [...groups.values()],
    waiting: [...waiting].map(([id, count]) => ({ mailboxId: toPublicId('mailbox', id), count })),
  };
}
