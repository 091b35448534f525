import type { Service } from './feature.ts';
import { repeating } from './repeating.ts';
import { TenantWork } from './tenant-work.ts';

const hourMs = 3_600_000;
/** Rows that one statement of a sweep takes, so that none of them holds its locks for long. */
export const sweepBatch = 10_000;

/**
 * A service that clears away what was kept long enough, at the start and then every hour. `deleteOld` is one statement that deletes up to
 * `sweepBatch` rows and returns each; it carries `amongTenants`, so that a row which cannot be deleted keeps nobody else's. It is for the
 * maintenance login unless `ask` runs it. Any number of processes may run it at once.
 */
export const hourlySweep = (
  name: string,
  deleteOld: string,
  ask?: ConstructorParameters<typeof TenantWork>[1],
): Service => {
  const work = new TenantWork(name, ask);
  return repeating(name, {
    pauseMs: hourMs,
    async run(app) {
      while ((await work.find(app, deleteOld)).length >= sweepBatch);
    },
  });
};
