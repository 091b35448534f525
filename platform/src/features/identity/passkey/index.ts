import { defineFeature } from '#kernel';
import { PasskeyChallengeSchema, passkeyChallengeRetention, PasskeySchema } from './passkey.entity.ts';

/** What a person signs in with by unlocking a device: no password and no code are asked for then. */
export const passkeyFeature = defineFeature({
  name: 'passkey',
  entities: [PasskeySchema, PasskeyChallengeSchema],
  retention: [passkeyChallengeRetention],
});

export { addPasskey, beginPasskey } from './add-passkey.ts';
export { removePasskey, removePasskeys, renamePasskey } from './change-passkey.ts';
export { listPasskeys } from './list-passkeys.ts';
export { passkeyHost } from './passkey.rules.ts';
export { beginUnlocking, recognizePasskey } from './recognize-passkey.ts';
