import { setTimeout as sleep } from 'node:timers/promises';
import type { App, Service } from '#kernel';
import { runImportJob } from './run-import.job.ts';

/** Wakes imports whose job was lost or whose worker died. */
export const importSweep: Service = {
  name: 'lead-import-sweep',
  async start(app) {
    const stopping = new AbortController();
    const loop = (async () => {
      while (!stopping.signal.aborted) {
        await wakeForgotten(app).catch((error: unknown) => app.log.warn({ err: error }, 'import sweep failed'));
        await sleep(10_000, undefined, { signal: stopping.signal }).catch(() => undefined);
      }
    })();
    return {
      async stop() {
        stopping.abort();
        await loop;
      },
    };
  },
};

async function wakeForgotten(app: App): Promise<void> {
  const rows = await app.database.maintain<{ workspace_id: string; id: string }>(
    `select workspace_id, id from lead_import
      where (state = 'queued' and created_at < now() - interval '10 seconds') or (state = 'running' and lease_until < now()) limit 100`,
  );
  for (const row of rows) await app.jobs.add(runImportJob, { workspaceId: row.workspace_id, importId: row.id });
}
