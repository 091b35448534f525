import { defineEntity, p, tenantKey, tenantPolicies } from '#kernel';

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
