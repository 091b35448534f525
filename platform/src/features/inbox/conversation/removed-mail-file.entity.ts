import { defineEntity, p, tenantPolicies, type Retention } from '#kernel';

/** The file of a received mail that is to be erased, because the conversation that it belonged to was. */
export const RemovedMailFileSchema = defineEntity({
  name: 'RemovedMailFile',
  tableName: 'removed_mail_file',
  rowLevelSecurity: 'force',
  policies: tenantPolicies('removed_mail_file', ['select', 'delete']),
  properties: {
    workspaceId: p.uuid().primary(),
    /** SHA-256 of the mail as it came, which the blob store knows it by. */
    sourceHash: p.string().length(64).primary(),
    createdAt: p.datetime(3).columnType('timestamptz(3)').defaultRaw('now()'),
  },
});

/** The same mail in another conversation keeps its file; whoever deletes that one notes it again. */
export const removedMailFileRetention: Retention = {
  table: 'removed_mail_file',
  key: ['workspace_id', 'source_hash'],
  until: `t.created_at < now() - interval '1 minute'`,
  because: 'The file of an erased mail goes with the next sweep, within two hours.',
  async first({ database, ports }, rows) {
    for (const { workspace_id: workspaceId, source_hash: hash } of rows) {
      const [kept] = await database.read(
        String(workspaceId),
        'select 1 from message where workspace_id = $1 and source_hash = $2 limit 1',
        [workspaceId, hash],
      );
      if (!kept) await ports.blobs.remove(`${String(workspaceId)}/mail/${String(hash)}`);
    }
  },
};
