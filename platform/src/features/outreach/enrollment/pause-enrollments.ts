import type { Uuid } from '@tabard/contract';
import type { WriteScope } from '#kernel';

/** Nobody is away for longer than this; a later day was misread. */
const longestAbsence = '1 year';

/**
 * Stops the campaigns of one lead where they stand for a question about its last mail, until `resumeEnrollments` or a stop: nothing
 * leaves, no place is lost.
 */
export async function pauseEnrollments(scope: WriteScope, leadId: Uuid): Promise<void> {
  await scope.sql(
    `update enrollment set state = 'paused', paused_by = case when state = 'paused' and paused_by in ('person', 'both') then 'both' else 'question' end,
            updated_at = now()
      where workspace_id = $1 and lead_id = $2 and state in ('active', 'paused')`,
    [scope.workspaceId, leadId],
  );
}

/** Lets the campaigns of a lead go on that nobody paused by hand; what fell due meanwhile is due now. */
export async function resumeEnrollments(scope: WriteScope, leadId: Uuid): Promise<void> {
  await scope.sql(
    `update enrollment set state = case when paused_by in ('person', 'both') then 'paused' else 'active' end,
            paused_by = case when paused_by in ('person', 'both') then 'person' end, updated_at = now()
      where workspace_id = $1 and lead_id = $2 and state = 'paused'`,
    [scope.workspaceId, leadId],
  );
}

/** Lets nothing leave to a lead who is away before the day (`2026-03-09`) on which they are back. */
export async function holdEnrollments(scope: WriteScope, leadId: Uuid, until: string): Promise<void> {
  await scope.sql(
    `update enrollment set next_step_at = $3::date::timestamp at time zone 'UTC', updated_at = now()
      where workspace_id = $1 and lead_id = $2 and next_step_at < $3::date::timestamp at time zone 'UTC'
        and $3::date < now() + interval '${longestAbsence}'`,
    [scope.workspaceId, leadId, until],
  );
}
