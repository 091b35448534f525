import { defineFeature } from '#kernel';

/** What organizations and workspaces say of themselves, inherit and lock, with where each value comes from. */
export const settingsFeature = defineFeature({ name: 'settings' });

export { settingsRouter } from './settings.router.ts';
