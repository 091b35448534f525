import { defineFeature } from '#kernel';
import { MemberSchema } from './member.entity.ts';

/** What a person is in an organization or a workspace. */
export const memberFeature = defineFeature({ name: 'member', entities: [MemberSchema] });

export { outranks, personOf, requireGrantable } from './authority.ts';
export { insertMember, type NewMember } from './insert-member.ts';
export { memberRouter } from './member.router.ts';
export { atPlace, requirePlace, type Place } from './place.ts';
export { requireWholePerson } from './require-whole-person.ts';
