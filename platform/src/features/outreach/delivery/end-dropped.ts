import type { Uuid } from '@tabard/contract';
import type { Sql } from '#kernel';

/** A mail that is not sent any more, and what that makes of it. */
export interface Dropped {
  id: Uuid;
  state: 'suppressed' | 'cancelled';
}

/** Settles mails that must not leave, and ends their way through the campaign. */
export async function endDropped(
  sql: Sql,
  workspaceId: Uuid,
  dropped: { id: Uuid; verdict: Dropped['state'] }[],
): Promise<void> {
  if (dropped.length === 0) return;
  await sql(
    `with ended as (
       update delivery d set state = t.state, troubled = false, pack_id = null, due_at = null, fence = null,
              reply = case t.state when 'suppressed' then 'The recipient must not be contacted.' else 'The way through the campaign ended before.' end
         from unnest($2::uuid[], $3::text[]) as t(id, state) where d.workspace_id = $1 and d.id = t.id
       returning d.enrollment_id, d.state)
     update enrollment e set state = case ended.state when 'suppressed' then 'suppressed' else 'stopped' end, next_step_at = null, updated_at = now()
       from ended where e.workspace_id = $1 and e.id = ended.enrollment_id and e.state in ('active', 'paused')`,
    [workspaceId, dropped.map((row) => row.id), dropped.map((row) => row.verdict)],
  );
}
