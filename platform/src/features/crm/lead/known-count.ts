import { fromPublicId } from '@tabard/contract';
import type { ReadScope } from '#kernel';

/**
 * How many leads a question takes that asks for one segment alone: that is kept with the segment, and changes in the transaction in which
 * its leads do. Counting the leads of a large segment takes half a second.
 */
export async function knownCount(
  { read, workspaceId }: ReadScope,
  { filter, where }: { filter?: object | undefined; where?: unknown },
): Promise<number | null> {
  const id = Object.keys(filter ?? {}).length === 0 ? segmentAlone(where) : null;
  if (id === null) return null;
  const [segment] = await read<{ lead_count: number | null }>(
    `select lead_count from segment where workspace_id = $1 and id = $2 and state = 'ready' and archived_at is null`,
    [workspaceId, id],
  );
  return segment?.lead_count ?? null;
}

function segmentAlone(where: unknown): string | null {
  const { all, field, op, value, version: _, ...more } = (where ?? {}) as Record<string, unknown>; // looked at below
  if (Object.keys(more).length > 0) return null;
  if (Array.isArray(all) && all.length === 1 && field === undefined) return segmentAlone(all[0]);
  const [id, ...others] = Array.isArray(value) ? (value as unknown[]) : [];
  if (all !== undefined || field !== 'segments' || (op !== 'has_any' && op !== 'has_all')) return null;
  return typeof id === 'string' && others.length === 0 ? fromPublicId('segment', id) : null;
}
