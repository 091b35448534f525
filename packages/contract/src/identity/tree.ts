import { z } from 'zod';
import { idInput, idOutput } from '../ids.ts';
import { externalId } from './external-id.ts';
import { oneLine } from '../one-line.ts';
import { pageInput } from '../page.ts';
import { standingSchema } from './standing.ts';

/** What is meant in the tree: an organization with all below it, or one workspace. */
const place = {
  /** The organization that is meant; with a workspace, the one that it has to lie in. */
  organizationId: idInput('organization').optional(),
  /** The workspace that is meant. */
  workspaceId: idInput('workspace').optional(),
};
const placed = <S extends z.ZodRawShape>(shape: S) =>
  z.strictObject({ ...place, ...shape }).refine(isNamed, {
    path: ['workspaceId'],
    message: 'Name an organization or a workspace.',
  });

/** Whether an input says which place is meant. */
function isNamed(input: object): boolean {
  return ['organizationId', 'workspaceId'].some((key) => (input as Record<string, unknown>)[key] !== undefined); // by their names
}

const treePlaceInput = placed({});
const treeSuspendInput = placed({
  /** Why, for those who may resume it; its own people are not told. */
  reason: oneLine().min(1).max(500),
});
const treeMoveInput = placed({
  /** The organization that it comes right below. */
  parentId: idInput('organization'),
});

const treeDeleteInput = placed({
  /** What the place is called, exactly as it stands: proof that this one is meant. */
  name: oneLine().min(1).max(120),
});

const treeRenameInput = placed({
  /** What it is called from now on, 1 to 120 characters. */
  name: oneLine().min(1).max(120),
});
const treeCreateWorkspaceInput = z.strictObject({
  /** The organization that it comes right below. */
  organizationId: idInput('organization'),
  /** What it is called, 1 to 120 characters. */
  name: oneLine().min(1).max(120),
  /** What your own system calls it, once in an organization. */
  externalId: externalId.optional(),
});
const treeListInput = z.strictObject({
  ...pageInput,
  /** What lies right below this organization; left out, your own organization, where the tree begins for you. */
  organizationId: idInput('organization').optional(),
  /** Places anywhere below your own organization whose name holds this, or that your own system calls so. */
  search: oneLine().min(1).max(120).optional(),
});

/** A place of the tree, and whether it is shut. */
const treePlaceOutput = z.object({
  /** Its id, whatever it is. */
  id: z.string(),
  /** What it is in the tree. */
  kind: z.enum(['operator', 'vendor', 'agency', 'workspace']),
  /** Id of the organization; `null` for a workspace. */
  organizationId: idOutput('organization').nullable(),
  /** Id of the workspace; `null` for an organization. */
  workspaceId: idOutput('workspace').nullable(),
  /** The organization right above. */
  parentId: idOutput('organization').nullable(),
  /** What it is called. */
  name: z.string(),
  /** What your own system calls it; `null` where nothing was said. */
  externalId: z.string().nullable(),
  /** What holds there, with everything above it. */
  standing: standingSchema,
  /** Moment it was suspended itself; `null` where it was not. */
  suspendedAt: z.iso.datetime().nullable(),
  /** Why it was suspended itself. */
  suspendedReason: z.string().nullable(),
  /** Moment it was archived itself; `null` where it was not. */
  archivedAt: z.iso.datetime().nullable(),
  /** Moment from which it is deleted itself; until then it can be restored. `null` where nobody deleted it. */
  deletesAt: z.iso.datetime().nullable(),
  /** Whether its deletion has begun, by itself or with an organization above: nothing brings it back. */
  beingDeleted: z.boolean(),
});

/** The same with what is counted below it. */
const treeNodeOutput = treePlaceOutput.extend({
  /** Workspaces in it, however deep; 1 for a workspace. */
  workspaces: z.int(),
  /** People who belong to it or to anything below. */
  members: z.int(),
  /** Whether it may be shut, archived and moved by the caller: it lies below their own organization. */
  canManage: z.boolean(),
  /** The organizations above it, from your own down to the nearest. */
  path: z.array(z.object({ id: idOutput('organization'), name: z.string() })),
});

export type TreeNode = z.infer<typeof treeNodeOutput>;
export type TreePlace = z.infer<typeof treePlaceOutput>;

/** What is said to the tree. */
export const treeInputs = {
  list: treeListInput,
  place: treePlaceInput,
  suspend: treeSuspendInput,
  move: treeMoveInput,
  rename: treeRenameInput,
  delete: treeDeleteInput,
  createWorkspace: treeCreateWorkspaceInput,
};
/** What the tree answers. */
export const treeOutputs = { place: treePlaceOutput, node: treeNodeOutput };
