import type { Uuid } from '@tabard/contract';
import type { WriteScope } from '#kernel';

/** Ends the way through the campaign of those whose mail did not go. */
export async function endEnrollments(
  scope: WriteScope,
  mails: readonly { enrollment_id: Uuid | null }[],
  state: 'failed' | 'stopped',
): Promise<void> {
  const ids = mails.map((mail) => mail.enrollment_id).filter((id) => id !== null);
  if (ids.length === 0) return;
  await scope.sql(
    `update enrollment set state = $3, next_step_at = null, updated_at = now()
      where workspace_id = $1 and id = any($2::uuid[]) and state in ('active', 'paused')`,
    [scope.workspaceId, ids, state],
  );
}
