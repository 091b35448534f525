import { defineFeature } from '#kernel';
import { MemberSchema, UserSchema } from './user.entity.ts';

/** The user feature. */
export const userFeature = defineFeature({ name: 'user', entities: [UserSchema, MemberSchema] });

export { MemberSchema, UserSchema };
