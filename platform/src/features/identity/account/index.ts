import { defineFeature } from '#kernel';

/** A person's own account: what others see them as, how they read, and how they sign in. */
export const accountFeature = defineFeature({ name: 'account' });

export { accountRouter } from './account.router.ts';
export { emailTakenSample } from './change-email.ts';
export { mailNotice, noticeSample } from './mail-notice.ts';
export { takeEmail, takeEmailBack } from './take-email.ts';
