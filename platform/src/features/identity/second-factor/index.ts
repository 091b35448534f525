import { defineFeature } from '#kernel';
import { RecoveryCodeSchema, recoveryCodeRetention, SecondFactorSchema } from './second-factor.entity.ts';

/** What a person proves with that it is them, beside their password: an app that shows codes, and codes for when it is lost. */
export const secondFactorFeature = defineFeature({
  name: 'second-factor',
  entities: [SecondFactorSchema, RecoveryCodeSchema],
  retention: [recoveryCodeRetention],
  sealed: [{ table: 'second_factor', columns: ['secret', 'pending_secret'], person: 'user_id' }],
});

export { checkSecondFactor } from './check-second-factor.ts';
export { pictureOf } from './picture-of.ts';
export { renewRecoveryCodes } from './renew-recovery-codes.ts';
export { secondFactorStanding, type SecondFactorStanding } from './second-factor-standing.ts';
export { setUpSecondFactor } from './set-up-second-factor.ts';
export { turnOffSecondFactor } from './turn-off-second-factor.ts';
export { turnOnSecondFactor } from './turn-on-second-factor.ts';
