import {
  memberListInput,
  memberOutput,
  memberRemoveInput,
  memberRemoveOutput,
  memberRolesInput,
  memberRolesOutput,
  memberUpdateInput,
  pageOf,
} from '@tabard/contract';
import { memberDeactivateInput, memberReactivateInput } from '@tabard/contract/identity/member';
import { organizationMutation, organizationQuery, router } from '#kernel';
import { deactivateMember, reactivateMember } from './deactivate-member.ts';
import { listMembers } from './list-members.ts';
import { listRoles } from './list-roles.ts';
import { removeMember } from './remove-member.ts';
import { updateMember } from './update-member.ts';

export const memberRouter = router({
  /** Lists the people of a workspace or an organization, with those that it has from organizations above. */
  list: organizationQuery({
    permission: 'member.read',
    input: memberListInput,
    output: pageOf(memberOutput),
    handler: listMembers,
  }),
  /** Tells which roles you can give in a workspace or an organization. */
  roles: organizationQuery({
    permission: 'member.read',
    input: memberRolesInput,
    output: memberRolesOutput,
    handler: listRoles,
  }),
  /** Gives a member another role, at most your own. The last owner of a place keeps theirs until another person has it. */
  update: organizationMutation({
    permission: 'member.manage',
    input: memberUpdateInput,
    output: memberOutput,
    handler: updateMember,
  }),
  /**
   * Lets a member do nothing in a workspace or an organization any more, within five seconds; role and history stay. The last owner of a
   * place stays active until another person has the role.
   */
  deactivate: organizationMutation({
    permission: 'member.manage',
    input: memberDeactivateInput,
    output: memberOutput,
    handler: deactivateMember,
  }),
  /** Lets a member who was deactivated do again what their role lets them. */
  reactivate: organizationMutation({
    permission: 'member.manage',
    input: memberReactivateInput,
    output: memberOutput,
    handler: reactivateMember,
  }),
  /** Takes a person out of a workspace or an organization; within five seconds nothing there opens for them. */
  remove: organizationMutation({
    permission: 'member.manage',
    input: memberRemoveInput,
    output: memberRemoveOutput,
    handler: removeMember,
  }),
});
