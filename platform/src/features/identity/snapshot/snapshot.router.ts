import {
  snapshotDetailOutput,
  snapshotDocument,
  snapshotInputs,
  snapshotOutput,
  snapshotOutputs,
  snapshotPlace,
} from '@tabard/contract/identity/snapshot';
import { pageOf } from '@tabard/contract';
import { organizationMutation, organizationQuery, router } from '#kernel';
import { compareSnapshot, findDrift } from './compare-snapshot.ts';
import { listPlaces } from './list-places.ts';
import { startRollBack, startRollOut } from './start-roll-out.ts';
import { addSnapshot, getDocument, getSnapshot, listSnapshots, removeSnapshot, takeSnapshot } from './take-snapshot.ts';

const permission = 'organization.manage';

export const snapshotRouter = router({
  /** Lists the snapshots that an organization keeps, newest first. */
  list: organizationQuery({
    permission,
    input: snapshotInputs.list,
    output: pageOf(snapshotOutput),
    handler: listSnapshots,
  }),
  /** Gets a snapshot with the names of all that is in it. */
  get: organizationQuery({
    permission,
    input: snapshotInputs.get,
    output: snapshotDetailOutput,
    handler: getSnapshot,
  }),
  /** Gets the document of a snapshot, to be kept in a file or added elsewhere. */
  document: organizationQuery({
    permission,
    input: snapshotInputs.get,
    output: snapshotDocument,
    handler: getDocument,
  }),
  /** Takes down the set-up of a workspace; under a name that is there already it is the next version. */
  take: organizationMutation({
    permission,
    input: snapshotInputs.take,
    output: snapshotOutput,
    handler: takeSnapshot,
  }),
  /** Keeps a document that was taken elsewhere. */
  add: organizationMutation({ permission, input: snapshotInputs.add, output: snapshotOutput, handler: addSnapshot }),
  /** Forgets a snapshot; what was rolled out stays. */
  remove: organizationMutation({
    permission,
    input: snapshotInputs.remove,
    output: snapshotOutputs.removed,
    handler: removeSnapshot,
  }),
  /** Says in what another snapshot, or a workspace as it is now, is different from a snapshot. */
  compare: organizationQuery({
    permission,
    input: snapshotInputs.compare,
    output: snapshotOutputs.compared,
    handler: compareSnapshot,
  }),
  /** Says what of a snapshot is not, or not so, in workspaces as they are now. */
  drift: organizationQuery({
    permission,
    input: snapshotInputs.drift,
    output: snapshotOutputs.drift,
    handler: findDrift,
  }),
  /** Lists the workspaces below an organization by name, each with what was rolled out there last. */
  places: organizationQuery({
    permission,
    input: snapshotInputs.places,
    output: pageOf(snapshotPlace),
    handler: listPlaces,
  }),
  /** Makes workspaces as a snapshot says, each whole or not at all; a worker does it, and `places` tells how it stands. */
  rollOut: organizationMutation({
    permission,
    input: snapshotInputs.rollOut,
    output: snapshotOutputs.rollOuts,
    handler: startRollOut,
  }),
  /** Takes back the last roll-out of a workspace; what people have changed since stays as they have it. */
  rollBack: organizationMutation({
    permission,
    input: snapshotInputs.rollBack,
    output: snapshotOutputs.rollOut,
    handler: startRollBack,
  }),
});
