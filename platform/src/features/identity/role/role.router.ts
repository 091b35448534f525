import { pageOf } from '@tabard/contract';
import {
  roleCreateInput,
  roleRemoveInput,
  roleRemoveOutput,
  roleHolderOutput,
  roleHoldersInput,
  roleListInput,
  roleListOutput,
  roleOutput,
  roleUpdateInput,
} from '@tabard/contract/identity/role';
import { organizationMutation, organizationQuery, router } from '#kernel';
import { removeRole } from './remove-role.ts';
import { listHolders } from './list-holders.ts';
import { listRoles } from './list-roles.ts';
import { createRole, updateRole } from './write-role.ts';

export const roleRouter = router({
  /** Lists the roles of a workspace or an organization: the built-in ones, those made there and those made in organizations above. */
  list: organizationQuery({
    permission: 'member.read',
    input: roleListInput,
    output: roleListOutput,
    handler: listRoles,
  }),
  /** Lists who has a role in a workspace, or in an organization and all below it. */
  holders: organizationQuery({
    permission: 'member.read',
    input: roleHoldersInput,
    output: pageOf(roleHolderOutput),
    handler: listHolders,
  }),
  /** Makes a role out of permissions that you hold yourself, for a workspace, or for an organization and all below it. */
  create: organizationMutation({
    permission: 'role.manage',
    input: roleCreateInput,
    output: roleOutput,
    handler: createRole,
  }),
  /** Changes a role; what its people may do changes within five seconds everywhere. Nobody changes one that holds more than they do. */
  update: organizationMutation({
    permission: 'role.manage',
    input: roleUpdateInput,
    output: roleOutput,
    handler: updateRole,
  }),
  /** Removes a role. Where somebody has it or is invited with it, `successor` says what they are from then on. */
  remove: organizationMutation({
    permission: 'role.manage',
    input: roleRemoveInput,
    output: roleRemoveOutput,
    handler: removeRole,
  }),
});
