import { hourlySweep, sweepBatch } from '#kernel';

/** Deletes recorded answers of calls that nobody may repeat under their key any more. */
export const answerSweep = hourlySweep(
  'answer-sweep',
  `with old as (
    select workspace_id, id from idempotency_record where created_at < now() - interval '24 hours' limit ${sweepBatch})
  delete from idempotency_record r using old where r.workspace_id = old.workspace_id and r.id = old.id returning 1`,
);
