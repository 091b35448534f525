import type { Uuid } from '@tabard/contract';
import type { Snapshot, SnapshotDetail, snapshotInputs } from '@tabard/contract/identity/snapshot';
import type { z } from 'zod';
import { requireOrganization } from '#features/identity/organization';
import { fail, readPage, newestFirst, withinScope, type OrganizationScope, type OrganizationWriteScope } from '#kernel';
import { byName } from './compare-snapshots.ts';
import { describeWorkspace } from './describe-workspace.ts';
import { keepSnapshot, requireSnapshot, showSnapshot, snapshotColumns, type SnapshotRow } from './keep-snapshot.ts';
import { requirePlaces } from './list-places.ts';
import { parseDocument, partsOf, SnapshotError, type SnapshotDocument } from './snapshot-document.ts';

/** Those that an organization keeps, newest first. @throws `organization.not_found` */
export async function listSnapshots(scope: OrganizationScope, input: z.output<typeof snapshotInputs.list>) {
  const { database } = scope.app;
  await requireOrganization(scope, input.organizationId, 'manage');
  const within = {
    read: <R extends object>(text: string, values?: unknown[]) => database.read<R>(input.organizationId, text, values),
  };
  return readPage(within, input, {
    columns: snapshotColumns,
    from: 'snapshot s',
    where: ['s.workspace_id = $1'],
    values: [input.organizationId],
    ...newestFirst<SnapshotRow>('s'),
    shape: showSnapshot,
  });
}

/** One, with the names of all that is in it. @throws `snapshot.not_found` */
export async function getSnapshot(scope: OrganizationScope, { id }: { id: Uuid }): Promise<SnapshotDetail> {
  const row = await requireSnapshot(scope, id);
  return {
    ...showSnapshot(row),
    contents: partsOf(scope.app.snapshotParts, row.document).map((part) => ({
      part: part.name,
      names: [...byName(part, row.document.parts[part.name] ?? [], (value) => value).keys()],
    })),
  };
}

/** The document itself. @throws `snapshot.not_found` */
export const getDocument = async (scope: OrganizationScope, { id }: { id: Uuid }): Promise<SnapshotDocument> =>
  (await requireSnapshot(scope, id)).document;

/** Takes down the set-up of a workspace for an organization above it. @throws `organization.not_found`, `workspace.not_found`, `snapshot.too_many` */
export async function takeSnapshot(
  scope: OrganizationWriteScope,
  { organizationId, workspaceId, name }: z.output<typeof snapshotInputs.take>,
): Promise<Snapshot> {
  await requireOrganization(scope, organizationId, 'manage');
  await requirePlaces(scope, organizationId, [workspaceId]);
  const document = await describeWorkspace(scope.app, workspaceId);
  return showSnapshot(await keepSnapshot(scope.sql, { organizationId, name, document, sourceId: workspaceId }));
}

/** Keeps a document that was taken elsewhere. @throws `organization.not_found`, `snapshot.document_invalid`, `snapshot.too_many` */
export async function addSnapshot(
  scope: OrganizationWriteScope,
  { organizationId, name, document: given }: z.output<typeof snapshotInputs.add>,
): Promise<Snapshot> {
  await requireOrganization(scope, organizationId, 'manage');
  const document = readGiven(scope, given);
  return showSnapshot(await keepSnapshot(scope.sql, { organizationId, name, document, sourceId: null }));
}

function readGiven({ app }: OrganizationScope, given: unknown): SnapshotDocument {
  try {
    return parseDocument(app.snapshotParts, given);
  } catch (error) {
    if (!(error instanceof SnapshotError)) throw error;
    const details = error.details.map(({ path, message }) => ({ path: `document.${path}`, message }));
    return fail('snapshot.document_invalid', { details });
  }
}

/** Forgets one; what was rolled out stays, and can be taken back. @throws `snapshot.not_found`, `snapshot.in_use` */
export async function removeSnapshot(scope: OrganizationWriteScope, { id }: { id: Uuid }): Promise<{ id: string }> {
  const row = await requireSnapshot(scope, id);
  const [open] = await scope.app.database.maintain(
    `select from snapshot_roll_out where snapshot_id = $1 and state = 'waiting' limit 1`,
    [id],
  );
  if (open) fail('snapshot.in_use');
  await withinScope(scope.sql, row.organization_id, () =>
    scope.sql('delete from snapshot where workspace_id = $1 and id = $2', [row.organization_id, id]),
  );
  return { id: showSnapshot(row).id };
}
