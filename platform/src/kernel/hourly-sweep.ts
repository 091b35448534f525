import type { App } from './app.ts';
import type { Service } from './feature.ts';

const hourMs = 3_600_000;
/** Rows that one statement of a sweep takes, so that none of them holds its locks for long. */
export const sweepBatch = 10_000;

/**
 * A service that clears away what was kept long enough, at the start and then every hour. `deleteOld` is one statement for the
 * maintenance login that deletes up to `sweepBatch` rows and returns each; any number of processes may run it at once.
 */
export function hourlySweep(name: string, deleteOld: string): Service {
  const sweep = async (app: App) => {
    while ((await app.database.maintain(deleteOld)).length === sweepBatch);
  };
  return {
    name,
    async start(app) {
      const run = () =>
        sweep(app).catch((error: unknown) => app.log.warn({ err: error, sweep: name }, 'a sweep failed'));
      let running = run();
      const timer = setInterval(() => {
        running = run();
      }, hourMs);
      return {
        async stop() {
          clearInterval(timer);
          await running;
        },
      };
    },
  };
}
