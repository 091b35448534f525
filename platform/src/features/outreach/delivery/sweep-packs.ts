import { amongTenants, hourlySweep, sweepBatch } from '#kernel';

/** How long the bytes of mails are kept: longer than any mail is tried, and long enough for an answer to show what it answers. */
const kept = '90 days';

/** Deletes the bytes of mails that left long ago; that they were sent, to whom and when, stays. */
export const packSweep = hourlySweep(
  'pack-sweep',
  `with old as (
    select workspace_id, id from mail_pack where created_at < now() - interval '${kept}' and ${amongTenants('workspace_id')}
     limit ${sweepBatch})
  delete from mail_pack using old where mail_pack.workspace_id = old.workspace_id and mail_pack.id = old.id returning 1`,
);
