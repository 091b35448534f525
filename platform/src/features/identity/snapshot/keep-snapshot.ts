import { toPublicId, type Uuid } from '@tabard/contract';
import type { Snapshot } from '@tabard/contract/identity/snapshot';
import { requireOrganization } from '#features/identity/organization';
import { Failure, fail, newId, withinScope, type OrganizationScope, type Sql } from '#kernel';
import type { SnapshotDocument } from './snapshot-document.ts';

/** So many an organization keeps. */
const mostSnapshots = 500;

/** A snapshot without its document. */
export interface SnapshotRow {
  id: Uuid;
  organization_id: Uuid;
  name: string;
  version: number;
  source_id: Uuid | null;
  source_name: string;
  parts: Record<string, number>;
  created_at: Date;
}
/** The columns of a `SnapshotRow`. */
export const snapshotColumns = 'id, organization_id, name, version, source_id, source_name, parts, created_at';

/** The snapshot as callers see it. */
export const showSnapshot = (row: SnapshotRow): Snapshot => ({
  id: toPublicId('snapshot', row.id),
  organizationId: toPublicId('organization', row.organization_id),
  name: row.name,
  version: row.version,
  workspaceId: row.source_id && toPublicId('workspace', row.source_id),
  workspaceName: row.source_name,
  parts: row.parts,
  createdAt: row.created_at.toISOString(),
});

/** A snapshot of an organization that the caller manages, with its document; anything else is the same 404 as an unknown id. */
export async function requireSnapshot(
  scope: Pick<OrganizationScope, 'app' | 'principal'>,
  id: Uuid,
): Promise<SnapshotRow & { document: SnapshotDocument }> {
  const [row] = await scope.app.database.maintain<SnapshotRow & { document: SnapshotDocument }>(
    `select ${snapshotColumns}, document from snapshot where id = $1`,
    [id],
  );
  if (!row) return fail('snapshot.not_found');
  await requireOrganization(scope, row.organization_id, 'manage').catch((error: unknown) =>
    error instanceof Failure ? fail('snapshot.not_found') : Promise.reject(error),
  );
  return row;
}

interface Kept {
  organizationId: Uuid;
  name: string;
  document: SnapshotDocument;
  /** The workspace that it was taken from. */
  sourceId: Uuid | null;
}

/** Keeps a document as the next version of its name. Two that are kept at once take turns. @throws `snapshot.too_many` */
export async function keepSnapshot(sql: Sql, { organizationId, name, document, sourceId }: Kept): Promise<SnapshotRow> {
  const counts = Object.entries(document.parts).map(([part, things]) => [part, things.length] as const);
  const [row] = await withinScope(sql, organizationId, async () => {
    await sql(`select pg_advisory_xact_lock(hashtextextended('snapshots ' || $1, 0))`, [organizationId]);
    const [held] = await sql<{ count: number }>('select count(*)::int as count from snapshot where workspace_id = $1', [
      organizationId,
    ]);
    if ((held?.count ?? 0) >= mostSnapshots) fail('snapshot.too_many');
    return sql<SnapshotRow>(
      `insert into snapshot (workspace_id, id, organization_id, name, version, source_id, source_name, parts, document)
       select $1, $2, $1, $3::text, coalesce(max(version), 0) + 1, $4, $5, $6, $7 from snapshot where workspace_id = $1 and name = $3::text
       returning ${snapshotColumns}`,
      [
        organizationId,
        newId(),
        name,
        sourceId,
        document.workspace,
        JSON.stringify(Object.fromEntries(counts)),
        JSON.stringify(document),
      ],
    );
  });
  return row ?? fail('internal.unexpected');
}
