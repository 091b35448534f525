import { toPublicId, type enrollmentSteered, type Uuid } from '@tabard/contract';
import type { z } from 'zod';
import { fail, type WriteScope } from '#kernel';

type Steered = z.input<typeof enrollmentSteered>;
type State = Steered['state'];
interface Held {
  campaign_id: Uuid;
  state: State;
  paused_by: 'person' | 'question' | 'both' | null;
}

/** Loads and locks an enrollment whose way through the campaign has not ended. */
async function lockUnderWay({ sql, workspaceId }: WriteScope, id: Uuid): Promise<Held> {
  const [row] = await sql<Held>(
    'select campaign_id, state, paused_by from enrollment where workspace_id = $1 and id = $2 for update',
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
