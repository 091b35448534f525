import { amongTenants, hourlySweep, sweepBatch } from '#kernel';

/** Removes pages a day after their end. */
export const hostedPageSweep = hourlySweep(
  'hosted-page-sweep',
  `with old as (
    select id from hosted_page where ends_at < now() - interval '1 day' and ${amongTenants('workspace_id')} limit ${sweepBatch})
  delete from hosted_page using old where hosted_page.id = old.id returning 1`,
  // Credentials are out of the maintenance login's reach.
  (app, sql, values) => app.database.readControl(sql, values),
);
