import { defineFeature } from '#kernel';

/** That it is the person who acts, and not somebody who found their page open. */
export const confirmationFeature = defineFeature({ name: 'confirmation' });

export {
  confirmedMinutes,
  requireConfirmed,
  requireConfirmedIfPerson,
  requireSignedIn,
  type SignedInPerson,
} from './require-confirmation.ts';
