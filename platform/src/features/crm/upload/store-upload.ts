import type { Readable } from 'node:stream';
import { toPublicId } from '@tabard/contract';
import { Failure, fail, newId, type CallScope, type ReadScope } from '#kernel';

/** Where the bytes of an upload are. */
export const uploadKey = (workspaceId: string, id: string) => `${workspaceId}/uploads/${id}`;

/** Where the texts are that were made of an upload, such as the sheets of a workbook; they go with it. */
export const derivedFolder = (workspaceId: string, id: string) => `${workspaceId}/derived/${id}/`;

/**
 * Stores a file for a day, whole or not at all. Its row is there before its first byte, so that what a crash leaves is found by it, and
 * so that uploads at the same time share the workspace's quota.
 * @throws `upload.empty`, `upload.quota_exceeded`, `request.too_large`
 */
export async function storeUpload(
  scope: CallScope,
  body: Readable,
  options: { fileName: string; length?: number },
): Promise<{ id: string; size: number }> {
  const { workspaceId, app } = scope;
  const id = newId();
  const key = uploadKey(workspaceId, id);
  const reserved = await reserve(scope, { ...options, id });
  try {
    const size = await app.ports.blobs.put(key, body, { maxBytes: reserved });
    if (size === 0) fail('upload.empty');
    await scope.write(({ sql }) =>
      sql('update upload set size = $3 where workspace_id = $1 and id = $2', [workspaceId, id, size]),
    );
    return { id: toPublicId('upload', id), size };
  } catch (error) {
    await app.ports.blobs.remove(key);
    await scope.write(({ sql }) => sql('delete from upload where workspace_id = $1 and id = $2', [workspaceId, id]));
    // It would have been taken had there been more room.
    const full =
      error instanceof Failure && error.code === 'request.too_large' && reserved < app.config.http.uploadLimit;
    throw full ? new Failure('upload.quota_exceeded', { cause: error }) : error;
  }
}

/** Gives the bytes that this upload may have: what it says it has, or as many as are left. */
async function reserve(
  { app, workspaceId, write }: CallScope,
  { id, fileName, length }: { id: string; fileName: string; length?: number },
): Promise<number> {
  const { uploadLimit, uploadQuota } = app.config.http;
  if (length !== undefined && length > uploadLimit) fail('request.too_large');
  return write(async ({ sql }) => {
    await sql(`select pg_advisory_xact_lock(hashtextextended('uploads ' || $1, 0))`, [workspaceId]);
    const [kept] = await sql<{ bytes: string }>(
      'select coalesce(sum(size), 0) as bytes from upload where workspace_id = $1',
      [workspaceId],
    );
    const left = uploadQuota - Number(kept?.bytes);
    const size = length ?? Math.min(uploadLimit, left);
    if (left <= 0 || size > left) fail('upload.quota_exceeded');
    await sql('insert into upload (workspace_id, id, file_name, size) values ($1, $2, $3, $4)', [
      workspaceId,
      id,
      fileName.slice(0, 300),
      size,
    ]);
    return size;
  });
}

/** An upload that is still there. */
export async function findUpload(
  scope: ReadScope,
  id: string,
): Promise<{ id: string; fileName: string; size: number }> {
  const [row] = await scope.read<{ file_name: string; size: string }>(
    `select file_name, size from upload where workspace_id = $1 and id = $2 and created_at > now() - interval '24 hours'`,
    [scope.workspaceId, id],
  );
  return row ? { id, fileName: row.file_name, size: Number(row.size) } : fail('upload.not_found');
}
