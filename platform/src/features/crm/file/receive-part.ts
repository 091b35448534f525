import type { Readable } from 'node:stream';
import { fromPublicId, type Uuid } from '@tabard/contract';
import type { FileUpload } from '@tabard/contract/crm/file';
import { partBytes } from '@tabard/contract/crm/file-words';
import { fail, newId, type CallScope, type WorkspaceRoute } from '#kernel';
import { findUpload, isLive, readQuota, shapeUpload, takeTurn, type UploadRow } from './begin-upload.ts';
import { partsFolder } from './file-keys.ts';

/** More parts than this are not one file's. */
const mostParts = 100_000;

/**
 * `POST /files/uploads/<id>?offset=<bytes>`: the next part of a file as the raw body; answers where the upload stands then. Of two that
 * send the same part one is taken, and the other is told where it stands.
 */
export const receivePart: WorkspaceRoute = {
  method: 'POST',
  path: '/files/uploads/:id',
  auth: 'workspace',
  permission: 'file.write',
  async handle(scope, { params, query, body }) {
    const id = fromPublicId('fileUpload', params['id'] ?? '') ?? fail('file_upload.not_found');
    const offset = Number(query.get('offset') ?? NaN);
    if (!Number.isSafeInteger(offset) || offset < 0)
      fail('request.invalid', {
        details: [{ path: 'offset', message: 'Say in the address at which byte this part begins.' }],
      });
    return { body: await storePart(scope, { id, offset, body }) };
  },
};

/** Keeps one part; its bytes are there before the row says so. */
export async function storePart(
  scope: CallScope,
  { id, offset, body }: { id: Uuid; offset: number; body: Readable },
): Promise<FileUpload> {
  const { app, workspaceId } = scope;
  const upload = await findUpload<UploadRow & { count: number }>(scope, id, ', cardinality(parts) as count');
  const left = Number(upload.length) - Number(upload.received);
  if (Number(upload.received) !== offset || left === 0 || upload.count >= mostParts) refuseOffset(upload);
  const name = `${String(offset).padStart(13, '0')}-${newId()}`;
  const key = partsFolder(workspaceId, id) + name;
  const size = await app.ports.blobs.put(key, body, { maxBytes: Math.min(left, partBytes) });
  const row = await (size === 0 ? Promise.resolve(upload) : keep(scope, { id, offset, size, name })).catch(
    async (error: unknown) => {
      await app.ports.blobs.remove(key);
      throw error;
    },
  );
  if (row && size > 0) return shapeUpload(row);
  await app.ports.blobs.remove(key);
  return row ? shapeUpload(row) : refuseOffset(await findUpload(scope, id));
}

/** Says in the row that a part is there, where there is room for the next one too. */
const keep = (
  scope: CallScope,
  { id, offset, size, name }: { id: Uuid; offset: number; size: number; name: string },
): Promise<UploadRow | undefined> =>
  scope.write(async ({ sql }) => {
    const { workspaceId } = scope;
    await takeTurn(sql, workspaceId);
    const [row] = await sql<UploadRow>(
      `update file_upload set received = received + $4, parts = parts || $5::text
        where workspace_id = $1 and id = $2 and received = $3 and ${isLive}
       returning id, received, length, created_at`,
      [workspaceId, id, offset, size, name],
    );
    const { used, quota } = await readQuota({ ...scope, read: sql });
    if (row && used > quota) fail('file.quota_exceeded');
    return row;
  });

const refuseOffset = ({ received }: UploadRow): never =>
  fail('file_upload.offset_mismatch', {
    details: [{ path: 'offset', limit: Number(received), message: `The next part begins at byte ${received}.` }],
  });
