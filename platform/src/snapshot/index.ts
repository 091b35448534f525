export { applySnapshot, type Step } from './apply-snapshot.ts';
export { compareSnapshots, type Difference } from './compare-snapshots.ts';
export { readSnapshot, SnapshotError, writeSnapshot, type SnapshotDocument } from './snapshot-document.ts';
export { takeSnapshot } from './take-snapshot.ts';
