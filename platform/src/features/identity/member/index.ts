import { defineFeature } from '#kernel';
import { MemberSchema } from './member.entity.ts';

/** What a person is in an organization or a workspace. */
export const memberFeature = defineFeature({ name: 'member', entities: [MemberSchema] });

export {
  authorityOver,
  grantableRoles,
  isMisplaced,
  lockOwners,
  meaninglessIn,
  outranks,
  ownerRole,
  owns,
  permissionsIn,
  personOf,
  requireGrantable,
} from './authority.ts';
export { insertMember, type NewMember } from './insert-member.ts';
export { membersHere, worksIn } from './members-here.ts';
export { memberRouter } from './member.router.ts';
export { namesSeen } from './names-seen.ts';
export { atPlace, requirePlace, type Place } from './place.ts';
export { memberColumns, memberTables, showMember, type MemberRow } from './show-member.ts';
export { succeedMembers } from './succeed-members.ts';
export { writeRole } from './update-member.ts';
export { requireMember } from './require-member.ts';
export { requireWholePerson } from './require-whole-person.ts';
