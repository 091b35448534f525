import { defineFeature } from '#kernel';
import { MemberSchema, UserSchema } from './user.entity.ts';

/** A person, and what the person is where. */
export const userFeature = defineFeature({ name: 'user', entities: [UserSchema, MemberSchema] });

export { createUser, type NewUser } from './create-user.ts';
export { findUser } from './find-user.ts';
export { normalizeEmail } from './normalize-email.ts';
export { verifyPassword } from './password.ts';
export { setPassword } from './set-password.ts';
