import type { Uuid } from '@tabard/contract';
import type { Retention } from '#kernel';
import { uploadHours } from './begin-upload.ts';
import { eraseParts, eraseVersion } from './file-keys.ts';

/** A file in the bin can be brought back for a while; what it was kept with is gone where all three are unset. The bytes of all versions go first. */
export const fileRetention: Retention = {
  table: 'file',
  until: `t.archived_at < now() - interval '30 days' or (t.lead_id is null and t.company_id is null and t.deal_id is null)`,
  because: 'A deleted file can be brought back for thirty days; one whose record was deleted for good goes with it.',
  async first(app, rows) {
    for (const { workspace_id: workspaceId, id } of rows) {
      const versions = await app.database.maintain<{ id: Uuid }>(
        'select id from file_version where workspace_id = $1 and file_id = $2',
        [workspaceId, id],
      );
      for (const version of versions) await eraseVersion(app, String(workspaceId), version.id);
    }
  },
};

/** An upload is gone after a day, with its parts; one that never became a version also with what was put together of it. */
export const fileUploadRetention: Retention = {
  table: 'file_upload',
  until: `t.created_at < now() - interval '${uploadHours} hours'
    or (t.file_id is null and t.lead_id is null and t.company_id is null and t.deal_id is null)`,
  because: 'An upload can be gone on with for a day; one whose record was deleted for good goes with it.',
  async first(app, rows) {
    for (const { workspace_id, id } of rows) {
      const [workspaceId, uploadId] = [String(workspace_id), String(id)];
      const [version] = await app.database.maintain('select 1 from file_version where workspace_id = $1 and id = $2', [
        workspaceId,
        uploadId,
      ]);
      await eraseParts(app, workspaceId, uploadId);
      if (!version) await eraseVersion(app, workspaceId, uploadId);
    }
  },
};
