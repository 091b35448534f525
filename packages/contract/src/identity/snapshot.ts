import { z } from 'zod';
import { idInput, idOutput } from '../ids.ts';
import { oneLine } from '../one-line.ts';
import { pageInput } from '../page.ts';
import { leftReasons, rollOutStates } from './snapshot-words.ts';

const name = oneLine().min(1).max(80);
/** So many workspaces one roll-out reaches, and so many are looked at for drift at once. */
const mostPlaces = { rollOut: 200, drift: 20 } as const;

/** How many things of each part a set-up has. */
const partCounts = z.record(z.string(), z.int());

/** The set-up of a workspace as an organization keeps it: templates, campaigns as drafts, custom fields, segments, settings. */
export const snapshotOutput = z.object({
  id: idOutput('snapshot'),
  organizationId: idOutput('organization'),
  /** What it is called; taken again under this name, it is the next version. */
  name: z.string(),
  /** 1 for the first of its name. */
  version: z.int(),
  /** The workspace that it was taken from; `null` where it came from a file. */
  workspaceId: idOutput('workspace').nullable(),
  /** What that workspace was called then. */
  workspaceName: z.string(),
  /** How many things it has of each part, such as `templates`. */
  parts: partCounts,
  /** Moment it was taken. */
  createdAt: z.iso.datetime(),
});
export type Snapshot = z.infer<typeof snapshotOutput>;

/** The same with what is in it. */
export const snapshotDetailOutput = snapshotOutput.extend({
  /** The names of its things, by part, in the order in which they are applied. */
  contents: z.array(
    z.object({
      /** Which part it is, such as `templates`. */
      part: z.string(),
      /** What its things are called; of several with one name the further ones with a number. */
      names: z.array(z.string()),
    }),
  ),
});
export type SnapshotDetail = z.infer<typeof snapshotDetailOutput>;

/** A set-up as a document; it holds no secrets, and texts of mails are in it. */
export const snapshotDocument = z.strictObject({
  /** The form of the document: 1. */
  snapshot: z.literal(1, 'Another release wrote this snapshot.'),
  /** Moment it was taken. */
  takenAt: z.iso.datetime(),
  /** What the workspace was called. */
  workspace: z.string().max(200),
  /** The things of each part, oldest first; a part that is left out says nothing. */
  parts: z.record(z.string().max(60), z.array(z.unknown()).max(5_000)),
});

/** What is different of one thing between two set-ups. */
export const snapshotDifference = z.object({
  /** Which part it belongs to, such as `templates`. */
  part: z.string(),
  /** What it is called. */
  name: z.string(),
  /** What would have to be done to the first so that it is as the second. */
  change: z.enum(['added', 'removed', 'changed']),
  /** What is different of one that both have, such as `steps.0.body`. */
  fields: z.array(z.string()),
});
export type SnapshotDifference = z.infer<typeof snapshotDifference>;

/** What a roll-out did to one thing of a workspace. */
export const snapshotStep = z.object({
  /** Which part it belongs to, such as `templates`. */
  part: z.string(),
  name: z.string(),
  /** What was done to it: `added`, `changed`, `archived`, or `left` as it was. */
  did: z.enum(['added', 'changed', 'archived', 'left']),
  /** Why it was left as it is: its state allows no change (`fixed`), somebody worked on it since (`changed`), another has its name (`taken`), it is gone (`gone`), or nothing can take it out (`stays`); `null` for any other. */
  reason: z.enum(leftReasons).nullable(),
  /** The same in a sentence. */
  why: z.string().nullable(),
});
export type SnapshotStep = z.infer<typeof snapshotStep>;

/** What a roll-out did, or is about to do, in one workspace. */
const rollOut = z.object({
  id: idOutput('snapshotRollOut'),
  /** The snapshot that was rolled out. */
  snapshotId: idOutput('snapshot'),
  /** What the snapshot was called then. */
  snapshotName: z.string(),
  /** Which version of its name it was. */
  version: z.int(),
  /** `waiting` and `returning` are under way; `failed` changed nothing. */
  state: z.enum(rollOutStates),
  /** Whether what the snapshot does not have was archived. */
  prune: z.boolean(),
  /** What it did; the last 200 things. */
  steps: z.array(snapshotStep),
  /** What stood in the way, in a sentence; `null` where nothing did. */
  problem: z.string().nullable(),
  /** When its state changed last. */
  updatedAt: z.iso.datetime(),
});
export type SnapshotRollOut = z.infer<typeof rollOut>;

/** A workspace of the organization's branch, and what was rolled out there last. */
export const snapshotPlace = z.object({
  id: idOutput('workspace'),
  name: z.string(),
  /** The organization right above it. */
  organizationName: z.string(),
  /** The last roll-out there that the organization made; `null` where there was none. */
  last: rollOut.nullable(),
});
export type SnapshotPlace = z.infer<typeof snapshotPlace>;

/** What is said to snapshots. */
export const snapshotInputs = {
  list: z.strictObject({
    ...pageInput,
    /** Those that this organization keeps, newest first. */
    organizationId: idInput('organization'),
  }),
  get: z.strictObject({ id: idInput('snapshot') }),
  take: z.strictObject({
    /** The organization that keeps it. */
    organizationId: idInput('organization'),
    /** The workspace whose set-up is taken; it lies in the organization's branch. */
    workspaceId: idInput('workspace'),
    /** What it is called, 1 to 80 characters; a name that is there already gets its next version. */
    name,
  }),
  add: z.strictObject({
    organizationId: idInput('organization'),
    name,
    /** A document as `document` gives it. */
    document: snapshotDocument,
  }),
  remove: z.strictObject({ id: idInput('snapshot') }),
  compare: z
    .strictObject({
      id: idInput('snapshot'),
      /** Another snapshot: what came to it, went or changed since this one. */
      snapshotId: idInput('snapshot').optional(),
      /** A workspace as it is now: what is different there. Where both are named, it is the workspace. */
      workspaceId: idInput('workspace').optional(),
    })
    .refine((input) => input.snapshotId !== undefined || input.workspaceId !== undefined, {
      path: ['workspaceId'],
      message: 'Name another snapshot or a workspace.',
    }),
  drift: z.strictObject({
    id: idInput('snapshot'),
    /** The workspaces that are looked at, 1 to 20. */
    workspaceIds: z.array(idInput('workspace')).min(1).max(mostPlaces.drift),
  }),
  places: z.strictObject({
    ...pageInput,
    organizationId: idInput('organization'),
    /** Only those whose name holds this. */
    search: oneLine().min(1).max(120).optional(),
  }),
  rollOut: z.strictObject({
    id: idInput('snapshot'),
    /** The workspaces that become as it says, 1 to 200. */
    workspaceIds: z.array(idInput('workspace')).min(1).max(mostPlaces.rollOut),
    /** Archives what the snapshot does not have, of the parts that it has. */
    prune: z.boolean().default(false),
  }),
  rollBack: z.strictObject({
    /** The roll-out that is taken back. */
    id: idInput('snapshotRollOut'),
  }),
};

/** What snapshots answer. */
export const snapshotOutputs = {
  removed: z.object({ id: idOutput('snapshot') }),
  compared: z.object({ items: z.array(snapshotDifference) }),
  drift: z.object({
    items: z.array(
      z.object({
        workspaceId: idOutput('workspace'),
        /** What was changed there, or is missing; nothing where it is as the snapshot has it. What the snapshot does not have does not count. */
        differences: z.array(snapshotDifference),
      }),
    ),
  }),
  /** One for each workspace, in the order in which they were named; a workspace in which one is under way is left out. */
  rollOuts: z.object({ items: z.array(rollOut.extend({ workspaceId: idOutput('workspace') })) }),
  rollOut,
};
