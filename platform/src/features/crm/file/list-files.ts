import { fromPublicId, toPublicId, type Page, type Uuid } from '@tabard/contract';
import type { fileListInput, FileVersion, WorkspaceFile } from '@tabard/contract/crm/file';
import type { z } from 'zod';
import { aboutSubject, authorName } from '#features/crm/record-subject';
import { fail, listRows, lockOne, readOne, recordOf, type ReadScope, type WriteScope } from '#kernel';
import { files, type FileEntity } from './file.entity.ts';

/** Files by filter, the newest first unless told otherwise. */
export function listFiles(scope: ReadScope, input: z.output<typeof fileListInput>): Promise<Page<WorkspaceFile>> {
  const { subject, ...rest } = input;
  return listRows(files, scope, rest, { inOrder: subject === undefined, within: aboutSubject('f', subject) });
}

/** One file, live or in the bin. */
export async function readFile(scope: ReadScope, { id }: { id: Uuid }): Promise<WorkspaceFile> {
  const row = await readOne(files, scope, id);
  return row ? files.shape(row) : fail('file.not_found');
}

/** What files are called now, by their public ids; those that are gone are left out. */
export async function namesOfFiles(scope: ReadScope, publicIds: readonly string[]): Promise<Map<string, string>> {
  const ids = publicIds.flatMap((id) => fromPublicId('file', id) ?? []);
  if (ids.length === 0 || !scope.principal.permissions.has('file.read')) return new Map();
  const rows = await scope.read<{ id: Uuid; name: string }>(
    'select id, name from file where workspace_id = $1 and id = any($2::uuid[])',
    [scope.workspaceId, ids],
  );
  return new Map(rows.map(({ id, name }) => [toPublicId('file', id), name]));
}

/** @throws `file.not_found` where the record of one was deleted for good: it goes too */
export async function requireRecord({ sql, workspaceId }: WriteScope, ids: readonly Uuid[]): Promise<void> {
  const [gone] = await sql(
    `select 1 from file where workspace_id = $1 and id = any($2::uuid[])
        and lead_id is null and company_id is null and deal_id is null limit 1`,
    [workspaceId, ids],
  );
  if (gone) fail('file.not_found');
}

/** The versions of a file, the newest first. */
export async function listVersions(scope: ReadScope, { id }: { id: Uuid }): Promise<{ items: FileVersion[] }> {
  await readFile(scope, { id });
  const rows = await scope.read<FileVersion & { at: Date; size: string }>(
    `select v.number as version, v.id = f.version_id as "isCurrent", v.kind, v.media_type as "mediaType", v.size, v.scan,
            ${authorName('v')} as "authorName", v.created_at as at
       from file_version v join file f on f.workspace_id = v.workspace_id and f.id = v.file_id
      where v.workspace_id = $1 and v.file_id = $2 order by v.number desc limit 1000`,
    [scope.workspaceId, id],
  );
  return { items: rows.map(({ at, size, ...row }) => ({ ...row, size: Number(size), createdAt: at.toISOString() })) };
}

/** Shows an older version of a file, or a newer one again. None is lost. */
export async function restoreVersion(
  scope: WriteScope,
  { id, version }: { id: Uuid; version: number },
): Promise<WorkspaceFile> {
  const file = (await lockOne(files, scope, id)) as FileEntity; // the same row, with what callers do not see
  const [row] = await scope.sql<{ id: Uuid; kind: never; media_type: string; size: string; scan: never; has: boolean }>(
    `select id, kind, media_type, size, scan, has_thumbnail as has from file_version
      where workspace_id = $1 and file_id = $2 and number = $3`,
    [scope.workspaceId, id, version],
  );
  if (!row) return fail('file.not_found', { public: 'This file has no such version.' });
  if (row.id === file.versionId) return readFile(scope, { id });
  const { kind, scan } = row;
  const facts = { kind, scan, mediaType: row.media_type, size: Number(row.size), hasThumbnail: row.has };
  Object.assign(file, facts, { version, versionId: row.id, updatedAt: new Date() });
  await scope.em.flush();
  scope.emit('file.version_restored', { fileId: toPublicId('file', id), version, ...recordOf(file) });
  return readFile(scope, { id });
}
