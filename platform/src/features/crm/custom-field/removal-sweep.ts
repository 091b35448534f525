import type { Uuid } from '@tabard/contract';
import { amongTenants, repeating, TenantWork, type App } from '#kernel';
import { removeValuesJob } from './remove-values.job.ts';

const forgotten = new TenantWork('custom-field-removal');

/** Each part notes how far it came: a deletion that has stood still for so long has no job. */
async function wakeForgotten(app: App): Promise<void> {
  const rows = await forgotten.find<{ workspace_id: Uuid; id: Uuid }>(
    app,
    `select workspace_id, id from custom_field
      where removal is not null and updated_at < now() - interval '30 seconds' and ${amongTenants('workspace_id')} limit 100`,
  );
  for (const { workspace_id: workspaceId, id: fieldId } of rows)
    await app.jobs.add(removeValuesJob, { workspaceId, fieldId });
}

/** Wakes deletions of fields whose job was lost. */
export const removalSweep = repeating('custom-field-removal', { pauseMs: 10_000, run: wakeForgotten });
