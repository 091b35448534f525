import type { Readable } from 'node:stream';
import { toPublicId } from '@tabard/contract';
import { fail, newId, type CallScope, type ReadScope } from '#kernel';

/** Where the bytes of an upload are. */
export const uploadKey = (workspaceId: string, id: string) => `${workspaceId}/uploads/${id}`;

/** Stores a file for a day, whole or not at all. */
export async function storeUpload(
  scope: CallScope,
  body: Readable,
  options: { fileName: string },
): Promise<{ id: string; size: number }> {
  const id = newId();
  const key = uploadKey(scope.workspaceId, id);
  const size = await scope.app.ports.blobs.put(key, body, { maxBytes: scope.app.config.http.uploadLimit });
  if (size === 0) {
    await scope.app.ports.blobs.remove(key);
    fail('upload.empty');
  }
  await scope.write(({ sql }) =>
    sql('insert into upload (workspace_id, id, file_name, size) values ($1, $2, $3, $4)', [
      scope.workspaceId,
      id,
      options.fileName.slice(0, 300),
      size,
    ]),
  );
  return { id: toPublicId('upload', id), size };
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
