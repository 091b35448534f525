import type { Uuid } from '@tabard/contract';
import { amongTenants, repeating, TenantWork, type App } from '#kernel';
import { runExportJob } from './run-export.job.ts';

/** Wakes exports whose job was lost or whose worker died. */
export const exportSweep = repeating('lead-export-sweep', { pauseMs: 10_000, run: wakeForgotten });

const forgotten = new TenantWork('lead-export-sweep');

async function wakeForgotten(app: App): Promise<void> {
  const rows = await forgotten.find<{ workspace_id: Uuid; id: Uuid }>(
    app,
    `select workspace_id, id from lead_export
      where ((state = 'queued' and created_at < now() - interval '10 seconds') or (state = 'running' and lease_until < now()))
        and ${amongTenants('workspace_id')} limit 100`,
  );
  for (const row of rows) await app.jobs.add(runExportJob, { workspaceId: row.workspace_id, exportId: row.id });
}
