import type { WriteScope } from '#kernel';
import { refreshSegmentsJob } from './refresh-segments.job.ts';

/** Who is in a team now decides whose leads are of it: the segments that ask for teams are looked at anew. */
export async function rebuildForTeams(scope: WriteScope): Promise<void> {
  const rows = await scope.sql(
    `update segment set due_at = now() where workspace_id = $1 and archived_at is null and strpos("where"::text, '"ownerTeams"') > 0 returning id`,
    [scope.workspaceId],
  );
  if (rows.length > 0) scope.enqueue(refreshSegmentsJob, { workspaceId: scope.workspaceId });
}
