import { defineEntity, p, tenantKey, tenantPolicies, type Retention } from '#kernel';
import { derivedFolder, uploadKey } from './store-upload.ts';

/** A file that was sent and waits for its use; gone after a day. The bytes are in the blob store under `<workspace>/uploads/<id>`. */
export const UploadSchema = defineEntity({
  name: 'Upload',
  tableName: 'upload',
  rowLevelSecurity: 'force',
  policies: tenantPolicies('upload', ['select', 'delete']),
  properties: {
    ...tenantKey(),
    fileName: p.string().length(300),
    size: p.bigint('number'),
    createdAt: p.datetime(3).columnType('timestamptz(3)').defaultRaw('now()'),
  },
});

/** Gone after a day, unless an import still reads it; its file goes first. */
export const uploadRetention: Retention = {
  table: 'upload',
  until: `t.created_at < now() - interval '24 hours' and not exists (
    select from lead_import i where i.workspace_id = t.workspace_id and i.upload_id = t.id and i.state in ('queued', 'running'))`,
  because: 'A file waits a day for its use, and as long as it is in use.',
  async first({ ports }, rows) {
    for (const { workspace_id: workspaceId, id } of rows) {
      for await (const key of ports.blobs.list(derivedFolder(String(workspaceId), String(id))))
        await ports.blobs.remove(key);
      await ports.blobs.remove(uploadKey(String(workspaceId), String(id)));
    }
  },
};
