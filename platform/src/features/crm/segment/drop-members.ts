import { fromPublicId } from '@tabard/contract';
import type { HeardEvent, WriteScope } from '#kernel';

/** Forgets who was in a segment that was archived; one that is back by now is found anew anyway. */
export async function dropMembers(scope: WriteScope, { data }: HeardEvent<'segment.archived'>): Promise<void> {
  await scope.sql(
    `delete from segment_member m where m.workspace_id = $1 and m.segment_id = $2
        and exists (select from segment s where s.workspace_id = $1 and s.id = $2 and s.archived_at is not null)`,
    [scope.workspaceId, fromPublicId('segment', data.segmentId)],
  );
}
