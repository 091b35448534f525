import { defineFeature } from '#kernel';

/** The places of organizations and workspaces in the tree, and whether they are open. */
export const treeFeature = defineFeature({ name: 'tree' });

export { treeRouter } from './tree.router.ts';
