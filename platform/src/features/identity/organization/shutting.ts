import type { Uuid } from '@tabard/contract';
import { p, type Sql } from '#kernel';

/** The columns of a place of the tree that say that it is shut itself; what is above it may shut it, too. */
export const shutting = () => ({
  suspendedAt: p.datetime(3).columnType('timestamptz(3)').nullable(),
  /** For those who may resume it. */
  suspendedReason: p.string().length(500).nullable(),
  archivedAt: p.datetime(3).columnType('timestamptz(3)').nullable(),
});

/** What can be done with a place; `reason` why it is suspended. */
export type ShuttingAct = 'suspend' | 'resume' | 'archive' | 'restore';

const changes: Record<ShuttingAct, string> = {
  suspend: 'suspended_at = coalesce(suspended_at, now()), suspended_reason = $2',
  resume: 'suspended_at = null, suspended_reason = $2',
  archive: 'archived_at = coalesce(archived_at, now()), suspended_reason = coalesce($2, suspended_reason)',
  restore: 'archived_at = null, suspended_reason = coalesce($2, suspended_reason)',
};

/** Shuts or opens a place itself; whoever calls it fills in again what holds below. Doing it twice is doing it once. */
export async function writeShutting(
  sql: Sql,
  { table, id }: { table: 'organization' | 'workspace'; id: Uuid },
  act: ShuttingAct,
  reason: string | null = null,
): Promise<void> {
  await sql(`update "${table}" set ${changes[act]}, updated_at = now() where id = $1`, [id, reason]);
}
