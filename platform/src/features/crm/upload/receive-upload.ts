import { isCleanText } from '@tabard/contract';
import { fail, type RouteRequest, type WorkspaceRoute } from '#kernel';
import { storeUpload } from './store-upload.ts';

/** `POST /uploads` with the file as the raw body and its percent-encoded name in `X-File-Name`; answers its id and size in bytes. */
export const receiveUpload: WorkspaceRoute = {
  method: 'POST',
  path: '/uploads',
  auth: 'workspace',
  permission: 'lead.import',
  async handle(scope, { body, headers }) {
    return {
      status: 201,
      body: await storeUpload(scope, body, {
        fileName: fileNameOf(headers),
        ...(headers['content-length'] !== undefined && { length: Number(headers['content-length']) }),
      }),
    };
  },
};

function fileNameOf(headers: RouteRequest['headers']): string {
  const given = headers['x-file-name'];
  try {
    const name = decodeURIComponent([given].flat()[0] ?? '') || 'upload';
    if (isCleanText(name)) return name;
  } catch {
    // Answered below.
  }
  return fail('request.invalid', {
    details: [{ path: 'X-File-Name', message: 'Percent-encode the name of the file.' }],
  });
}
