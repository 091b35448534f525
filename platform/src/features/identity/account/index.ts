import { defineFeature } from '#kernel';

/** A person's own account: how they sign in. */
export const accountFeature = defineFeature({ name: 'account' });

export { accountRouter } from './account.router.ts';
export { mailNotice, noticeSample } from './mail-notice.ts';
