import type { Service } from './feature.ts';
import { repeating } from './repeating.ts';
import { TenantWork } from './tenant-work.ts';

const hourMs = 3_600_000;
/** Rows that one statement of a sweep takes, so that none of them holds its locks for long. */
export const sweepBatch = 10_000;

/**
 * A service that clears away what was kept long enough, at the start and then every hour. `deleteOld` is one statement for the
 * maintenance login that deletes up to `sweepBatch` rows and returns each; it carries `amongTenants`, so that a row which cannot be
 * deleted keeps nobody else's. Any number of processes may run it at once.
 */
export const hourlySweep = (name: string, deleteOld: string): Service => {
  const work = new TenantWork(name);
  return repeating(name, {
    pauseMs: hourMs,
    async run(app) {
      while ((await work.find(app, deleteOld)).length >= sweepBatch);
    },
  });
};
