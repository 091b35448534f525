import type { WriteScope } from '#kernel';
import { refreshSegmentsJob } from './refresh-segments.job.ts';

/** What a custom field is now decides what is asked of it: the segments that ask for one are looked at anew. */
export async function rebuildForFields(scope: WriteScope): Promise<void> {
  const rows = await scope.sql(
    `update segment set due_at = now() where workspace_id = $1 and archived_at is null and strpos("where"::text, '"custom.') > 0 returning id`,
    [scope.workspaceId],
  );
  if (rows.length > 0) scope.enqueue(refreshSegmentsJob, { workspaceId: scope.workspaceId });
}
