import type { Uuid } from '@tabard/contract';
import { amongTenants, repeating, TenantWork, type App } from '#kernel';
import { runBulkOperation } from './run-bulk-operation.job.ts';

/** Wakes operations whose job was lost or whose worker died: each part writes its operation, so one that stood still has none. */
export const bulkSweep = repeating('bulk-operation-sweep', { pauseMs: 10_000, run: wakeForgotten });

const forgotten = new TenantWork('bulk-operation-sweep');

async function wakeForgotten(app: App): Promise<void> {
  const rows = await forgotten.find<{ workspace_id: Uuid; id: Uuid }>(
    app,
    `select workspace_id, id from bulk_operation where state = 'running' and updated_at < now() - interval '15 seconds'
        and ${amongTenants('workspace_id')} limit 100`,
  );
  for (const row of rows) await app.jobs.add(runBulkOperation, { workspaceId: row.workspace_id, operationId: row.id });
}
