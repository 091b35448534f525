import { amongTenants, hourlySweep, sweepBatch } from '#kernel';

/** Removes sessions a day after their end; until then a page with an old token is told to renew it. */
export const embedSessionSweep = hourlySweep(
  'embed-session-sweep',
  `with old as (
    select id from embed_session where expires_at < now() - interval '1 day' and ${amongTenants('workspace_id')} limit ${sweepBatch})
  delete from embed_session using old where embed_session.id = old.id returning 1`,
  // Credentials are out of the maintenance login's reach.
  (app, sql, values) => app.database.readControl(sql, values),
);
