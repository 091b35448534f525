import { defineFeature } from '#kernel';
import { erasePlaces } from './erase-places.ts';

/** The places of organizations and workspaces in the tree, and whether they are open. */
export const treeFeature = defineFeature({ name: 'tree', services: [erasePlaces] });

export { eraseDue } from './erase-places.ts';
export { findTarget } from './require-target.ts';
export { treeRouter } from './tree.router.ts';
