import { defineFeature } from '#kernel';

/** Figures about what was sent and what became of it. */
export const analyticsFeature = defineFeature({ name: 'analytics' });

export { analyticsRouter } from './analytics.router.ts';
export { noCounts, type Counts } from './count-mail.ts';
