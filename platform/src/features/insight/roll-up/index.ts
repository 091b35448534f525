import { defineFeature } from '#kernel';

/** What all workspaces of an organization do together, and where something is wrong. */
export const rollUpFeature = defineFeature({ name: 'roll-up' });

export { rollUpRouter } from './roll-up.router.ts';
