import { amongTenants, repeating, TenantWork, type App } from '#kernel';
import { runImportJob } from './run-import.job.ts';

/** Wakes imports whose job was lost or whose worker died. */
export const importSweep = repeating('lead-import-sweep', { pauseMs: 10_000, run: wakeForgotten });

const forgotten = new TenantWork('lead-import-sweep');

async function wakeForgotten(app: App): Promise<void> {
  const rows = await forgotten.find<{ workspace_id: string; id: string }>(
    app,
    `select workspace_id, id from lead_import
      where ((state = 'queued' and created_at < now() - interval '10 seconds') or (state = 'running' and lease_until < now()))
        and ${amongTenants('workspace_id')} limit 100`,
  );
  for (const row of rows) await app.jobs.add(runImportJob, { workspaceId: row.workspace_id, importId: row.id });
}
