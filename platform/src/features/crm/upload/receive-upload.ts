import type { WorkspaceRoute } from '#kernel';
import { storeUpload } from './store-upload.ts';

/** `POST /uploads?name=leads.csv` with the file as the raw body; answers its id and size in bytes. */
export const receiveUpload: WorkspaceRoute = {
  method: 'POST',
  path: '/uploads',
  auth: 'workspace',
  permission: 'lead.import',
  async handle(scope, { body, query }) {
    return { status: 201, body: await storeUpload(scope, body, { fileName: query.get('name') || 'upload' }) };
  },
};
