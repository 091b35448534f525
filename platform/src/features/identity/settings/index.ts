import { defineFeature } from '#kernel';
import { settingsSnapshot } from './settings-snapshot.ts';

/** What organizations and workspaces say of themselves, inherit and lock, with where each value comes from. */
export const settingsFeature = defineFeature({ name: 'settings', snapshots: [settingsSnapshot] });

export { settingsRouter } from './settings.router.ts';
