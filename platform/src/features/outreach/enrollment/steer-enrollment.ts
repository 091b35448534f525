import { toPublicId, type enrollmentSteered, type Schedule, type Uuid } from '@tabard/contract';
import type { z } from 'zod';
import { fail, type WriteScope } from '#kernel';
import { nextStepAt, type Delay } from './schedule.rules.ts';

type Steered = z.input<typeof enrollmentSteered>;
type State = Steered['state'];
interface Held {
  campaign_id: Uuid;
  state: State;
  paused_by: 'person' | 'question' | 'both' | null;
  steps_sent: number;
  next_step_at: Date | null;
}

/** Loads and locks an enrollment whose way through the campaign has not ended. */
async function lockUnderWay({ sql, workspaceId }: WriteScope, id: Uuid): Promise<Held> {
  const [row] = await sql<Held>(
    'select campaign_id, state, paused_by, steps_sent, next_step_at from enrollment where workspace_id = $1 and id = $2 for update',
    [workspaceId, id],
  );
  if (!row) return fail('enrollment.not_found');
  if (row.state !== 'active' && row.state !== 'paused') fail('enrollment.wrong_state');
  return row;
}

async function moveTo(
  scope: WriteScope,
  { id, campaignId }: { id: Uuid; campaignId: Uuid },
  to: Pick<Held, 'state' | 'paused_by'>,
): Promise<Steered> {
  await scope.sql(
    `update enrollment set state = $3::text, paused_by = $4, updated_at = now(),
            next_step_at = case when $3::text = 'stopped' then null else next_step_at end
      where workspace_id = $1 and id = $2`,
    [scope.workspaceId, id, to.state, to.paused_by],
  );
  const enrollmentId = toPublicId('enrollment', id);
  scope.emit('enrollment.updated', {
    enrollmentId,
    campaignId: toPublicId('campaign', campaignId),
    state: to.state,
  });
  return { id: enrollmentId, state: to.state };
}

/** Stops one lead's way through a campaign for now; its place is kept, also when a question about its mail is decided meanwhile. */
export async function pauseEnrollment(scope: WriteScope, { id }: { id: Uuid }): Promise<Steered> {
  const { campaign_id: campaignId, state, paused_by: by } = await lockUnderWay(scope, id);
  const asked = state === 'paused' && by !== 'person';
  return moveTo(scope, { id, campaignId }, { state: 'paused', paused_by: asked ? 'both' : 'person' });
}

/** Lets one lead go on that was paused by hand; what fell due meanwhile is due now. An open question keeps it paused. */
export async function resumeEnrollment(scope: WriteScope, { id }: { id: Uuid }): Promise<Steered> {
  const { campaign_id: campaignId, state, paused_by: by } = await lockUnderWay(scope, id);
  if (state === 'paused' && by !== 'person') fail('enrollment.open_question');
  return moveTo(scope, { id, campaignId }, { state: 'active', paused_by: null });
}

/** Ends one lead's way through a campaign for good; a mail that waits for another try is cancelled when its turn comes. */
export async function stopEnrollment(scope: WriteScope, { id }: { id: Uuid }): Promise<Steered> {
  const { campaign_id: campaignId } = await lockUnderWay(scope, id);
  return moveTo(scope, { id, campaignId }, { state: 'stopped', paused_by: null });
}

/**
 * Leaves out the mail that one lead would get next. What follows is due its own delay from now, though never before
 * what is left out was due: the lead may be away until then. After the last step the lead is through. The first mail stays: what
 * follows may be an answer in its thread. A step that is left out keeps its place from now on, as one that was sent.
 */
export async function skipStep(scope: WriteScope, { id }: { id: Uuid }): Promise<Steered> {
  // The campaign before the lead, as whoever changes its steps takes them.
  const [campaign] = await scope.sql<{ schedule: Schedule; now: Date }>(
    `select c.schedule, now() as now from enrollment e join campaign c on c.workspace_id = e.workspace_id and c.id = e.campaign_id
      where e.workspace_id = $1 and e.id = $2 for share of c`,
    [scope.workspaceId, id],
  );
  if (!campaign) return fail('enrollment.not_found');
  const held = await lockUnderWay(scope, id);
  if (held.state === 'paused' && held.paused_by !== 'person') fail('enrollment.open_question');
  if (held.steps_sent === 0 || held.next_step_at === null) fail('enrollment.step_not_skippable');
  const [next] = await scope.sql<Delay>(
    `with skipped as (
       update step set started_at = coalesce(started_at, now()) where workspace_id = $1 and campaign_id = $2 and position = $3)
     select delay_amount as amount, delay_unit as unit from step
      where workspace_id = $1 and campaign_id = $2 and position = $3 + 1`,
    [scope.workspaceId, held.campaign_id, held.steps_sent + 1],
  );
  await scope.sql(
    `update enrollment set steps_sent = steps_sent + 1, next_step_at = case when $3::timestamptz is not null then greatest(next_step_at, $3) end
      where workspace_id = $1 and id = $2`,
    [scope.workspaceId, id, next ? nextStepAt(campaign.now, next, campaign.schedule) : null],
  );
  const to: Pick<Held, 'state' | 'paused_by'> = next ? held : { state: 'completed', paused_by: null };
  return moveTo(scope, { id, campaignId: held.campaign_id }, to);
}
