import type { Uuid } from '@tabard/contract';
import { amongTenants, repeating, TenantWork, type App } from '#kernel';
import { refreshSegmentsJob } from './refresh-segments.job.ts';

const sweeping = new TenantWork('segment-sweep');

/** Milliseconds between two looks: a lead that was changed is in its segments, or out of them, about as much later. */
const pauseMs = 2_000;

/** Finds the workspaces with segments to build or leads that have changed. */
async function wakeSegments(app: App): Promise<void> {
  const rows = await sweeping.find<{ workspace_id: Uuid }>(
    app,
    `select distinct s.workspace_id from segment s
      where s.archived_at is null and ${amongTenants('s.workspace_id')}
        and (s.due_at <= now() or exists (select from segment_change c where c.workspace_id = s.workspace_id)) limit 100`,
  );
  for (const { workspace_id: workspaceId } of rows) await app.jobs.add(refreshSegmentsJob, { workspaceId });
}

/** Looks for segments that have something to do for as long as the process runs. */
export const segmentSweep = repeating('segment-sweep', { pauseMs, run: wakeSegments });
