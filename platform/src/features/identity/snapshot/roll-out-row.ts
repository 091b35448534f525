import { toPublicId, type Uuid } from '@tabard/contract';
import type { SnapshotRollOut } from '@tabard/contract/identity/snapshot';
import type { RollOutState } from '@tabard/contract/identity/snapshot-words';
import type { Actor } from '#kernel';
import type { Step } from './apply-snapshot.ts';

/** What is made, or was made, of one workspace. */
export interface RollOutRow {
  workspace_id: Uuid;
  id: Uuid;
  organization_id: Uuid;
  snapshot_id: Uuid;
  snapshot_name: string;
  version: number;
  prune: boolean;
  state: RollOutState;
  steps: Step[];
  problem: string | null;
  actor: Actor;
  tries: number;
  updated_at: Date;
}
/** The columns of a `RollOutRow`, under the alias `r`. */
export const rollOutColumns = `r.workspace_id, r.id, r.organization_id, r.snapshot_id, r.snapshot_name, r.version, r.prune, r.state, r.steps, r.problem, r.actor, r.tries, r.updated_at`;

/** So many steps an answer tells. */
const mostSteps = 200;

/** The roll-out as callers see it; what things were before is not told. */
export const showRollOut = (row: RollOutRow): SnapshotRollOut => ({
  id: toPublicId('snapshotRollOut', row.id),
  snapshotId: toPublicId('snapshot', row.snapshot_id),
  snapshotName: row.snapshot_name,
  version: row.version,
  state: row.state,
  prune: row.prune,
  steps: row.steps.slice(-mostSteps).map(({ part, name, did, reason, why }) => ({ part, name, did, reason, why })),
  problem: row.problem,
  updatedAt: row.updated_at.toISOString(),
});
