import { defineFeature } from '#kernel';
import { carryOutRollOut, rollOutSweep } from './carry-out.job.ts';
import { snapshotRollOutRetention, SnapshotRollOutSchema, SnapshotSchema } from './snapshot.entity.ts';

/** Set-ups of workspaces as documents: taken, compared, and rolled out to many. */
export const snapshotFeature = defineFeature({
  name: 'snapshot',
  entities: [SnapshotSchema, SnapshotRollOutSchema],
  jobs: [carryOutRollOut],
  services: [rollOutSweep],
  retention: [snapshotRollOutRetention],
});

export { applySnapshot, type Step } from './apply-snapshot.ts';
export { compareSnapshots } from './compare-snapshots.ts';
export { describeWorkspace } from './describe-workspace.ts';
export { readSnapshot, writeSnapshot } from './snapshot-file.ts';
export { SnapshotError, type SnapshotDocument } from './snapshot-document.ts';
export { snapshotRouter } from './snapshot.router.ts';
