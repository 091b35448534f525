import { msg, str } from '@lit/localize';
import type { Role, RoleView } from '@tabard/contract';
import { fromAbove, roleHint, roleName } from '../role-labels.ts';

/** What a role is called, in the reader's language where it is built-in. */
export const nameOf = ({ id, isBuiltIn, name }: RoleView): string => (isBuiltIn ? roleName({ role: id }) : name);

/** What it is for. */
export const purposeOf = ({ id, isBuiltIn, description }: RoleView): string =>
  isBuiltIn ? roleHint(id as Role) : description; // the built-in ones go by their names

/** Where it comes from. */
export function originOf({ isBuiltIn, inheritedFrom }: RoleView): string {
  if (isBuiltIn) return msg('Built in');
  return inheritedFrom ? fromAbove(inheritedFrom) : msg('Made here');
}

/** How much it lets one do, in a few words. */
export const extentOf = ({ permissions }: RoleView): string =>
  permissions.length === 1 ? msg('1 permission') : msg(str`${permissions.length} permissions`);

/** What it names that counts for nothing. */
export const unknownOf = ({ unknownPermissions }: RoleView): string =>
  unknownPermissions.length === 0 ? '' : msg(str`Not known here: ${unknownPermissions.join(', ')}`);

/** Who has it. */
export const peopleOf = ({ members }: RoleView): string =>
  members === 0 ? msg('Nobody') : members === 1 ? msg('1 person') : msg(str`${members} people`);

/** Who is invited with it; empty where nobody is. */
export const invitedOf = ({ invitations }: RoleView): string =>
  invitations === 0 ? '' : invitations === 1 ? msg('1 invitation') : msg(str`${invitations} invitations`);
