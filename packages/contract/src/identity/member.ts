import { z } from 'zod';
import { idInput, idOutput } from '../ids.ts';
import { pageInput } from '../page.ts';
import { roles, type Role } from '../permissions.ts';

export const roleSchema = z.enum(roles as [Role, ...Role[]]);

/** Where people belong: a workspace or an organization. Left out, the workspace of the request. */
export const placeInput = {
  workspaceId: idInput('workspace').optional(),
  organizationId: idInput('organization').optional(),
};
/** Where somebody belongs; `workspaceId` is `null` for an organization with all below it. */
export const placeOutput = {
  organizationId: idOutput('organization'),
  workspaceId: idOutput('workspace').nullable(),
};

/** What a person is in a workspace or an organization. */
export const memberOutput = z.object({
  id: idOutput('member'),
  userId: idOutput('user'),
  name: z.string(),
  email: z.string(),
  role: roleSchema,
  ...placeOutput,
  /** The organization above from which the person is a member here, too; `null` for a member of the very place. */
  inheritedFrom: z.object({ id: idOutput('organization'), name: z.string() }).nullable(),
  /** Whether the caller may change or remove it. */
  canManage: z.boolean(),
  /** Since when the person may do nothing here, ISO 8601 in UTC; `null` while they may. */
  deactivatedAt: z.iso.datetime().nullable(),
  /** Whether the caller may reset the app whose codes the person is asked for at sign-in; false where none is. */
  canResetSecondFactor: z.boolean(),
  /** When the person was last signed in, of the last hours; `null` when they are not. */
  lastSeenAt: z.iso.datetime().nullable(),
  createdAt: z.iso.datetime(),
});

export const memberListInput = z.strictObject({ ...pageInput, ...placeInput });
export const memberUpdateInput = z.strictObject({
  id: idInput('member'),
  /** What the person is from now on; not above the caller's own role. */
  role: roleSchema,
});
export const memberRemoveInput = z.strictObject({ id: idInput('member') });
export const memberDeactivateInput = z.strictObject({ id: idInput('member') });
export const memberReactivateInput = z.strictObject({ id: idInput('member') });
export const memberRemoveOutput = z.object({ id: idOutput('member') });

export const memberResetSecondFactorInput = z.strictObject({ id: idInput('member') });
export const memberResetSecondFactorOutput = z.object({
  id: idOutput('member'),
  /** Whether an app was set up; without one nothing was changed, and nobody is told. */
  wasOn: z.boolean(),
});

/** The roles that the caller can give in a place, from the most to the least powerful. */
export const memberRolesInput = z.strictObject(placeInput);
export const memberRolesOutput = z.object({
  /** Roles that can be given, the most powerful first. */
  roles: z.array(roleSchema),
});

export type Member = z.infer<typeof memberOutput>;
