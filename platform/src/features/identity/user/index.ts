import { defineFeature } from '#kernel';
import { UserSchema } from './user.entity.ts';

/** A person who can sign in. */
export const userFeature = defineFeature({ name: 'user', entities: [UserSchema] });

export { checkPassword } from './check-password.ts';
export { forgetLonePeople } from './forget-lone-people.ts';
export { createSignedUp, createUser, createUserOfCompany, type NewUser, type SignedUp } from './create-user.ts';
export { findUser, type Person } from './find-user.ts';
export { normalizeEmail } from './normalize-email.ts';
export { noteSeen } from './note-seen.ts';
export { hashPassword, shortestPassword, verifyPassword } from './password.ts';
export { requireStrongPassword } from './require-strong-password.ts';
export { setEmail } from './set-email.ts';
export { setPassword } from './set-password.ts';
export { setProfile } from './set-profile.ts';
