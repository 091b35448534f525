import type { Uuid } from '@tabard/contract';
import { fail, p, type Sql } from '#kernel';

/** The columns of a place of the tree that say that it is shut itself; what is above it may shut it, too. */
export const shutting = () => ({
  suspendedAt: p.datetime(3).columnType('timestamptz(3)').nullable(),
  /** For those who may resume it. */
  suspendedReason: p.string().length(500).nullable(),
  archivedAt: p.datetime(3).columnType('timestamptz(3)').nullable(),
  /** When it begins to be deleted; until then it is archived and can be restored whole. */
  deleteAfter: p.datetime(3).columnType('timestamptz(3)').nullable(),
  /** Since when it is being deleted, itself or with an organization above: nobody comes in, and nothing brings it back. */
  deletingSince: p.datetime(3).columnType('timestamptz(3)').nullable(),
});

/** What can be done with a place; `reason` why it is suspended. */
export type ShuttingAct = 'suspend' | 'resume' | 'archive' | 'restore';

const changes: Record<ShuttingAct, string> = {
  suspend: 'suspended_at = coalesce(suspended_at, now()), suspended_reason = $2',
  resume: 'suspended_at = null, suspended_reason = $2',
  archive: 'archived_at = coalesce(archived_at, now()), suspended_reason = coalesce($2, suspended_reason)',
  restore: 'archived_at = null, delete_after = null, suspended_reason = coalesce($2, suspended_reason)',
};

/** Shuts or opens a place itself; whoever calls it fills in again what holds below. Doing it twice is doing it once. */
export async function writeShutting(
  sql: Sql,
  { table, id }: { table: 'organization' | 'workspace'; id: Uuid },
  act: ShuttingAct,
  reason: string | null = null,
): Promise<void> {
  const rows = await sql(
    `update "${table}" set ${changes[act]}, updated_at = now() where id = $1 and deleting_since is null returning 1`,
    [id, reason],
  );
  if (rows.length === 0) fail('organization.deletion_begun');
}

/** Archives a place and sets the moment from which it is deleted; one that is set already stays. */
export async function writeEnding(
  sql: Sql,
  { table, id }: { table: 'organization' | 'workspace'; id: Uuid },
  graceDays: number,
): Promise<void> {
  const rows = await sql(
    `update "${table}" set archived_at = coalesce(archived_at, now()), updated_at = now(),
            delete_after = coalesce(delete_after, now() + make_interval(days => $2))
      where id = $1 and deleting_since is null returning 1`,
    [id, graceDays],
  );
  if (rows.length === 0) fail('organization.deletion_begun');
}
