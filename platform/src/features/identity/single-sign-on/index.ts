import { defineFeature } from '#kernel';

/** How an organization sets up with whose accounts its people sign in. */
export const singleSignOnFeature = defineFeature({ name: 'single-sign-on' });

export { singleSignOnRouter } from './single-sign-on.router.ts';
