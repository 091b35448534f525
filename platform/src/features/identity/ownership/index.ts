import { defineFeature } from '#kernel';

/** Who owns an organization or a workspace, and how they hand it over. */
export const ownershipFeature = defineFeature({ name: 'ownership' });

export { ownershipSample } from './ownership-mail.ts';
export { ownershipRouter } from './ownership.router.ts';
