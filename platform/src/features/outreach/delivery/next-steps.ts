import type { Schedule, Uuid } from '@tabard/contract';
import { nextStepAt, type Delay } from '#features/outreach/enrollment';
import type { Sql } from '#kernel';

/** The step that comes after another one, and when. */
export interface NextStep {
  delay: Delay;
  schedule: Schedule;
}

/** What follows each of these steps; nothing after the last one of a campaign. */
export async function readNextSteps(
  sql: Sql,
  workspaceId: Uuid,
  stepIds: Iterable<Uuid | null>,
): Promise<Map<Uuid, NextStep>> {
  const ids = [...new Set(stepIds)].filter((id) => id !== null);
  if (ids.length === 0) return new Map();
  const rows = await sql<{ step_id: Uuid; schedule: Schedule; amount: number; unit: Delay['unit'] }>(
    `select s.id as step_id, c.schedule, n.delay_amount as amount, n.delay_unit as unit
       from step s join campaign c on c.workspace_id = s.workspace_id and c.id = s.campaign_id
       join step n on n.workspace_id = s.workspace_id and n.campaign_id = s.campaign_id and n.position = s.position + 1
      where s.workspace_id = $1 and s.id = any($2::uuid[])`,
    [workspaceId, ids],
  );
  return new Map(rows.map(({ step_id, schedule, ...delay }) => [step_id, { delay, schedule }]));
}

/** When the next step is due if the one before it was taken at `sentAt`; null when none follows. */
export function dueAfter(next: NextStep | undefined, sentAt: Date): Date | null {
  return next ? nextStepAt(sentAt, next.delay, next.schedule) : null;
}
