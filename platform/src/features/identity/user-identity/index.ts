import { defineFeature } from '#kernel';
import { UserIdentitySchema, userIdentityRetention } from './user-identity.entity.ts';

/** An account at a provider by which a person signs in. */
export const userIdentityFeature = defineFeature({
  name: 'user-identity',
  entities: [UserIdentitySchema],
  retention: [userIdentityRetention],
});

export { addIdentity, confirmIdentity, proposeIdentity } from './add-identity.ts';
export { findIdentity, hasOtherIdentity, noteIdentityUsed, type KnownIdentity } from './find-identity.ts';
export { listIdentities } from './list-identities.ts';
export { removeIdentities, removeIdentity } from './remove-identity.ts';
