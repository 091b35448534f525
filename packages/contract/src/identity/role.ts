import { z } from 'zod';
import { idInput, idOutput } from '../ids.ts';
import { oneLine, someLines } from '../one-line.ts';
import { pageInput } from '../page.ts';
import { permissions } from '../permissions.ts';
import { aboveOutput, memberOutput, placeInput, placeOutput, roleSchema } from './member.ts';

/** Signs that nobody sees: a name with one looks like another. */
const unseen = /(?![\n\t])[\p{Cc}\p{Cf}\p{Default_Ignorable_Code_Point}]/gu;
/** What looks like a space, the empty sign of braille too. */
const spaces = /[\p{Zs}\u2800]+/gu;
/** A sign that is seen by itself; an accent alone is not. */
const seen = /[\p{L}\p{N}\p{P}\p{S}]/u;

const roleName = oneLine()
  .overwrite((text) => text.replace(unseen, '').replace(spaces, ' ').trim())
  .min(1, { abort: true })
  .max(80)
  .refine((name) => seen.test(name), 'Give a name that can be seen.');
const roleDescription = someLines()
  .overwrite((text) => text.replace(unseen, '').trim())
  .max(300);
const permissionSchema = z.enum(permissions);

/** What somebody can be in a place: built-in, or made in an organization or a workspace. */
export const roleOutput = z.object({
  /** The name of a built-in role, such as `viewer`, or the id of one that was made. */
  id: roleSchema,
  /** Whether it is always there; otherwise somebody made it. */
  isBuiltIn: z.boolean(),
  /** What it is called; of a built-in role, in English. */
  name: z.string(),
  /** What it is for; empty where nobody said it. */
  description: z.string(),
  /** What whoever has it may do. */
  permissions: z.array(permissionSchema),
  /** Permissions that it names and that this version of the platform does not know; they count for nothing. */
  unknownPermissions: z.array(z.string()),
  /** Where it was made; both `null` for a built-in role. */
  organizationId: placeOutput.organizationId.nullable(),
  workspaceId: placeOutput.workspaceId,
  /** The organization above that it comes from; `null` for one of the very place. */
  inheritedFrom: aboveOutput.nullable(),
  /** Active members who have it, in the place and below. */
  members: z.int(),
  /** Open invitations with it, in the place and below. */
  invitations: z.int(),
  /** Whether the caller may change and delete it here. */
  canManage: z.boolean(),
  /** Whether the caller may give it here. */
  canGive: z.boolean(),
  /** When it was changed last; `null` for a built-in role. */
  updatedAt: z.iso.datetime().nullable(),
});

export const roleListInput = z.strictObject(placeInput);
export const roleListOutput = z.object({
  /** The built-in roles from the most to the least powerful, then those that were made, by name. */
  items: z.array(roleOutput),
  /** What a role of this place can be given by the caller: nobody gives what they do not hold. */
  grantable: z.array(permissionSchema),
});

/** Who has a role in a place or below it. */
export const roleHoldersInput = z.strictObject({
  ...pageInput,
  ...placeInput,
  /** The role that is asked about. */
  role: roleSchema,
});
export const roleHolderOutput = memberOutput
  .pick({
    id: true,
    userId: true,
    name: true,
    email: true,
    organizationId: true,
    workspaceId: true,
    deactivatedAt: true,
  })
  .extend({
    /** What the place is called where the person has it. */
    placeName: z.string(),
  });

export const roleCreateInput = z.strictObject({
  ...placeInput,
  /** What it is called: once in its place, and not like a built-in role. */
  name: roleName,
  /** What it is for. */
  description: roleDescription.default(''),
  /** What whoever has it may do; at most what the caller may. */
  permissions: z.array(permissionSchema).min(1).max(200),
});
export const roleUpdateInput = z.strictObject({
  id: idInput('role'),
  /** What it is called. */
  name: roleName.optional(),
  /** What it is for. */
  description: roleDescription.optional(),
  /** All that whoever has it may do from now on, within five seconds; at most what the caller may. */
  permissions: z.array(permissionSchema).min(1).max(200).optional(),
});
export const roleRemoveInput = z.strictObject({
  id: idInput('role'),
  /** What those who have it are from then on; needed where anybody has it, or is invited with it. */
  successor: roleSchema.optional(),
});
export const roleRemoveOutput = z.object({
  id: idOutput('role'),
  /** Members and open invitations that have the successor now. */
  moved: z.int(),
});

/** Hands the ownership of a workspace or an organization to another of its members. */
export const ownershipTransferInput = z.strictObject({
  /** Who owns it from then on: an active member of the very place. */
  id: idInput('member'),
  /** What the caller is there from then on; less than an owner. */
  role: roleSchema,
});
export const ownershipTransferOutput = z.object({
  /** The new owner. */
  owner: memberOutput,
  /** The caller, as they are from then on. */
  before: memberOutput,
});

export type RoleView = z.infer<typeof roleOutput>;
export type RoleHolder = z.infer<typeof roleHolderOutput>;
