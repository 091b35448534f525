import { repeating, type App } from '#kernel';
import { uploadKey } from './store-upload.ts';

const hourMs = 3_600_000;
/** Uploads one turn looks at together. */
const batch = 200;

/** A day old, and no import waits for its bytes or reads them. */
const oldUploads = `
  select u.workspace_id, u.id from upload u
   where u.created_at < now() - interval '24 hours'
     and not exists (select from lead_import i
                      where i.workspace_id = u.workspace_id and i.upload_id = u.id and i.state in ('queued', 'running'))
   order by u.created_at limit ${batch}`;

/** Removes uploads a day after they came: the bytes first, so that a row is left to find them by until they are gone. */
export const uploadSweep = repeating('upload-sweep', { pauseMs: hourMs, run: sweepUploads });

/** One turn of the sweep. */
export async function sweepUploads(app: App): Promise<void> {
  for (let found = batch, removed = batch; found === batch && removed > 0;) {
    const rows = await app.database.maintain<{ workspace_id: string; id: string }>(oldUploads);
    const gone = [];
    for (const row of rows) if (await removeBytes(app, row)) gone.push(row);
    await app.database.maintain(
      'delete from upload u using unnest($1::uuid[], $2::uuid[]) as g(workspace_id, id) where u.workspace_id = g.workspace_id and u.id = g.id',
      [gone.map((row) => row.workspace_id), gone.map((row) => row.id)],
    );
    [found, removed] = [rows.length, gone.length];
  }
}

/** One file that cannot be removed keeps no other from going. */
function removeBytes(app: App, row: { workspace_id: string; id: string }): Promise<boolean> {
  return app.ports.blobs.remove(uploadKey(row.workspace_id, row.id)).then(
    () => true,
    (error: unknown) => {
      app.log.warn({ err: error, workspaceId: row.workspace_id, uploadId: row.id }, 'an old upload stays');
      return false;
    },
  );
}
