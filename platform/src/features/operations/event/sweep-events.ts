import { amongTenants, hourlySweep, sweepBatch } from '#kernel';

/** How long a stream or a webhook may be away and still resume. */
const kept = '7 days';

/** Deletes events that nobody can resume from any more. */
export const eventSweep = hourlySweep(
  'event-sweep',
  `with old as (
    select workspace_id, id from event where position is not null and at < now() - interval '${kept}' and ${amongTenants('workspace_id')}
     limit ${sweepBatch})
  delete from event using old where event.workspace_id = old.workspace_id and event.id = old.id returning 1`,
);
