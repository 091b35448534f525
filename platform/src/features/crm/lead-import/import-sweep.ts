import { repeating, type App } from '#kernel';
import { runImportJob } from './run-import.job.ts';

/** Wakes imports whose job was lost or whose worker died. */
export const importSweep = repeating('lead-import-sweep', { pauseMs: 10_000, run: wakeForgotten });

async function wakeForgotten(app: App): Promise<void> {
  const rows = await app.database.maintain<{ workspace_id: string; id: string }>(
    `select workspace_id, id from lead_import
      where (state = 'queued' and created_at < now() - interval '10 seconds') or (state = 'running' and lease_until < now()) limit 100`,
  );
  for (const row of rows) await app.jobs.add(runImportJob, { workspaceId: row.workspace_id, importId: row.id });
}
