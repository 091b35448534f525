import type { Uuid } from '@tabard/contract';
import type { Sql } from '#kernel';

/** How many bytes of exports a workspace may still keep. */
export async function bytesLeft(sql: Sql, workspaceId: Uuid, quota: number): Promise<number> {
  const [kept] = await sql<{ bytes: string }>(
    'select coalesce(sum(size), 0) as bytes from lead_export where workspace_id = $1',
    [workspaceId],
  );
  return quota - Number(kept?.bytes);
}
