import { z } from 'zod';
import { idInput, idOutput } from '../ids.ts';
import { pageInput } from '../page.ts';
import { idPrefixes } from '../id-prefixes.ts';
import { roles, type Role } from '../permissions.ts';

/** A role that somebody made, by its public id. */
export type RoleId = `rol_${string}`;
/** What somebody can be: a built-in role, or one that somebody made. */
export type AnyRole = Role | RoleId;

const builtIn = z.enum(roles as [Role, ...Role[]]);
const made = z
  .string()
  .regex(new RegExp(`^${idPrefixes.role}_[0-9a-f]{32}$`), `Expected a built-in role, or an id that starts with "rol_".`)
  .describe('Id of a role that somebody made; starts with "rol_".');

/** A built-in role by its name, or the id of one that was made. */
// The pattern says of a text what the type does.
export const roleSchema = z.union([builtIn, made]) as z.ZodType<AnyRole, AnyRole>;

/** What a role that was made is called, beside its id; `name` is `null` where it comes from a place that this one no longer belongs to, and counts for nothing. */
export const madeRoleOutput = z.object({ id: idOutput('role'), name: z.string().nullable() });

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
  /** A built-in role, or the id of one that was made. */
  role: roleSchema,
  /** The role that was made, if it is one; `null` for a built-in one. */
  madeRole: madeRoleOutput.nullable(),
  ...placeOutput,
  /** The organization above from which the person is a member here, too; `null` for a member of the very place. */
  inheritedFrom: z.object({ id: idOutput('organization'), name: z.string() }).nullable(),
  /** Whether the caller may change or remove it. */
  canManage: z.boolean(),
  /** Since when the person may do nothing here, ISO 8601 in UTC; `null` while they may. */
  deactivatedAt: z.iso.datetime().nullable(),
  /** Whether the caller may reset the app whose codes the person is asked for at sign-in; false where none is. */
  canResetSecondFactor: z.boolean(),
  /** Whether the caller, who owns the very place, may hand it over to this person. */
  canBecomeOwner: z.boolean(),
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

/** An organization above that a role comes from. */
export const aboveOutput = z.object({
  /** What the organization is called; `null` where the caller does not reach it. */
  name: z.string().nullable(),
});

/** The roles that the caller can give in a place, from the most to the least powerful. */
export const memberRolesInput = z.strictObject(placeInput);
export const memberRolesOutput = z.object({
  /** Built-in roles that can be given, the most powerful first. */
  roles: z.array(builtIn),
  /** Roles that were made here or in an organization above, and that can be given, by name. */
  made: z.array(
    z.object({
      id: idOutput('role'),
      name: z.string(),
      description: z.string(),
      /** The organization above that it comes from; `null` for one of the very place. */
      inheritedFrom: aboveOutput.nullable(),
    }),
  ),
});

export type GivableRoles = z.infer<typeof memberRolesOutput>;
export type Member = z.infer<typeof memberOutput>;
