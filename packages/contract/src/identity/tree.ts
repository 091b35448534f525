import { z } from 'zod';
import { idInput, idOutput } from '../ids.ts';
import { oneLine } from '../one-line.ts';
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

export const treePlaceInput = placed({});
export const treeSuspendInput = placed({
  /** Why, for those who may resume it; its own people are not told. */
  reason: oneLine().min(1).max(500),
});
export const treeMoveInput = placed({
  /** The organization that it comes right below. */
  parentId: idInput('organization'),
});

/** A place of the tree, and whether it is shut. */
export const treePlaceOutput = z.object({
  /** Id of the organization; `null` for a workspace. */
  organizationId: idOutput('organization').nullable(),
  /** Id of the workspace; `null` for an organization. */
  workspaceId: idOutput('workspace').nullable(),
  /** The organization right above. */
  parentId: idOutput('organization').nullable(),
  /** What it is called. */
  name: z.string(),
  /** What holds there, with everything above it. */
  standing: standingSchema,
  /** Moment it was suspended itself; `null` where it was not. */
  suspendedAt: z.iso.datetime().nullable(),
  /** Why it was suspended itself. */
  suspendedReason: z.string().nullable(),
  /** Moment it was archived itself; `null` where it was not. */
  archivedAt: z.iso.datetime().nullable(),
});

export type TreePlace = z.infer<typeof treePlaceOutput>;
