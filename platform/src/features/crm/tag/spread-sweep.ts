import type { Uuid } from '@tabard/contract';
import { amongTenants, repeating, TenantWork, type App } from '#kernel';
import { spreadTagJob } from './spread-tag.job.ts';

/** Wakes changes of tags whose job was lost or whose worker died: each part writes the tag, so one that stood still has none. */
export const spreadSweep = repeating('spread-tag-sweep', { pauseMs: 10_000, run: wakeForgotten });

const forgotten = new TenantWork('spread-tag-sweep');

async function wakeForgotten(app: App): Promise<void> {
  const rows = await forgotten.find<{ workspace_id: Uuid; id: Uuid }>(
    app,
    `select workspace_id, id from tag where spread_kind is not null and updated_at < now() - interval '15 seconds'
        and ${amongTenants('workspace_id')} limit 100`,
  );
  for (const row of rows) await app.jobs.add(spreadTagJob, { workspaceId: row.workspace_id, tagId: row.id });
}
