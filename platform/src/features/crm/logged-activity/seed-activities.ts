import type { Uuid } from '@tabard/contract';
import type { CallScope } from '#kernel';
import { createActivity } from './write-activity.ts';

const calls = [
  { kind: 'call', direction: 'outgoing', outcome: 'reached', minutes: 12, text: 'Wants an offer until Friday.' },
  { kind: 'call', direction: 'outgoing', outcome: 'no_answer' },
  { kind: 'meeting', minutes: 45, text: 'Went through the lanes.\nNext step: a trial in March.' },
  { kind: 'call', direction: 'incoming', outcome: 'reached', minutes: 4, text: 'Asked for the terms again.' },
] as const;

/** The calls and meetings of the demo. */
export const seedActivities = (scope: CallScope): Promise<void> =>
  scope.write(async (writing) => {
    const { sql, workspaceId } = writing;
    const leads = await sql<{ id: Uuid }>(
      `select id from lead where workspace_id = $1 and archived_at is null order by status = 'replied' desc, id limit 8`,
      [workspaceId],
    );
    for (const [at, { id }] of leads.entries()) {
      const happenedAt = new Date(Date.now() - (at * 17 + 5) * 3_600_000).toISOString();
      const call = calls[at % calls.length]!; // within the list
      await createActivity(writing, { subject: { noun: 'lead', id }, ...call, happenedAt });
    }
  });
