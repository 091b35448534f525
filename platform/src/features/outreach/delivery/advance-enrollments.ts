import type { Schedule, Uuid } from '@tabard/contract';
import { nextStepAt, type Delay } from '#features/outreach/enrollment';
import type { WriteScope } from '#kernel';

interface NextStep {
  step_id: Uuid;
  schedule: Schedule;
  delay_amount: number | null;
  delay_unit: Delay['unit'] | null;
  now: Date;
}
type Sent = { enrollment_id: Uuid | null; step_id: Uuid | null };

/** Sets the clock for the step that follows, or ends the way of whoever got the last one. */
export async function advanceEnrollments(scope: WriteScope, sent: readonly Sent[]): Promise<void> {
  const mails = sent.filter((mail) => mail.enrollment_id && mail.step_id);
  if (mails.length === 0) return;
  const followers = await scope.sql<NextStep>(
    `select s.id as step_id, c.schedule, n.delay_amount, n.delay_unit, now() as now
       from step s join campaign c on c.workspace_id = s.workspace_id and c.id = s.campaign_id
       left join step n on n.workspace_id = s.workspace_id and n.campaign_id = s.campaign_id and n.position = s.position + 1
      where s.workspace_id = $1 and s.id = any($2::uuid[])`,
    [scope.workspaceId, [...new Set(mails.map((mail) => mail.step_id))]],
  );
  const nextAt = new Map(
    followers.map((step) => [
      step.step_id,
      step.delay_amount === null || step.delay_unit === null
        ? null
        : nextStepAt(step.now, { amount: step.delay_amount, unit: step.delay_unit }, step.schedule),
    ]),
  );
  await scope.sql(
    `update enrollment e set steps_sent = e.steps_sent + 1, updated_at = now(),
            next_step_at = case when e.state = 'active' then t.at end,
            state = case when e.state = 'active' and t.at is null then 'completed' else e.state end
       from unnest($2::uuid[], $3::timestamptz[]) as t(id, at)
      where e.workspace_id = $1 and e.id = any($2::uuid[]) and e.id = t.id`,
    [
      scope.workspaceId,
      mails.map((mail) => mail.enrollment_id),
      mails.map((mail) => nextAt.get(mail.step_id!) ?? null),
    ],
  );
}

/** Ends the way through the campaign of those whose mail did not go. */
export async function endEnrollments(
  scope: WriteScope,
  mails: readonly Sent[],
  state: 'failed' | 'stopped',
): Promise<void> {
  const ids = mails.map((mail) => mail.enrollment_id).filter((id) => id !== null);
  if (ids.length === 0) return;
  await scope.sql(
    `update enrollment set state = $3, next_step_at = null, updated_at = now()
      where workspace_id = $1 and id = any($2::uuid[]) and state = 'active'`,
    [scope.workspaceId, ids, state],
  );
}
