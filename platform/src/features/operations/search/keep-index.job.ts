import type { Uuid } from '@tabard/contract';
import { z } from 'zod';
import { amongOpenTenants, defineJob, repeating, TenantWork, type App } from '#kernel';
import { keepIndex } from './keep-index.ts';

/** Brings the index of a workspace up to date; what a lost job has not done is found by the sweep. */
export const keepIndexJob = defineJob({
  name: 'keep-search-index',
  schema: z.object({ workspaceId: z.uuid() }),
  concurrency: 2,
  attempts: 4,
  dedupe: ({ workspaceId }) => workspaceId,
  handler: keepIndex,
});

const sweeping = new TenantWork('search-sweep');

/** Milliseconds between two looks: what was changed is found by its new words about as much later. */
const pauseMs = 1_000;

/** Finds the workspaces with changes, and those whose index is to be built. */
export async function workspacesBehind(app: App): Promise<Uuid[]> {
  const rows = await sweeping.find<{ workspace_id: Uuid }>(
    app,
    `select w.id as workspace_id from workspace w
      where ${amongOpenTenants('w.id')}
        and (exists (select from search_change c where c.workspace_id = w.id)
             or not exists (select from search_state s where s.workspace_id = w.id and s.state = 'ready')) limit 100`,
  );
  return rows.map(({ workspace_id: workspaceId }) => workspaceId);
}

async function wakeIndexes(app: App): Promise<void> {
  for (const workspaceId of await workspacesBehind(app)) await app.jobs.add(keepIndexJob, { workspaceId });
}

/** Looks for indexes that are behind for as long as the process runs. */
export const searchSweep = repeating('search-sweep', { pauseMs, run: wakeIndexes });
