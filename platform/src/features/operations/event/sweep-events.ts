import type { Service } from '#kernel';

/** How long a stream or a webhook may be away and still resume. */
const kept = '7 days';
const sweepMs = 3_600_000;
const batch = 10_000;

const deleteOld = `
  with old as (
    select workspace_id, id from event where position is not null and at < now() - interval '${kept}' limit ${batch})
  delete from event using old where event.workspace_id = old.workspace_id and event.id = old.id returning 1`;

/** Deletes events that nobody can resume from any more. */
export const eventSweep: Service = {
  name: 'event-sweep',
  async start(app) {
    const sweep = async () => {
      while ((await app.database.maintain(deleteOld)).length === batch);
    };
    const run = () =>
      sweep().catch((error: unknown) => app.log.warn({ err: error }, 'old events could not be deleted'));
    let running = run();
    const timer = setInterval(() => {
      running = run();
    }, sweepMs);
    return {
      async stop() {
        clearInterval(timer);
        await running;
      },
    };
  },
};
