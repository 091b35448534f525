import { defineFeature } from '#kernel';
import { LoggedActivitySchema, loggedActivityRetention } from './logged-activity.entity.ts';
import { seedActivities } from './seed-activities.ts';
import { loggedActivityRouter } from './logged-activity.router.ts';

/** Calls, meetings and mails elsewhere that people write down about leads, companies and deals. */
export const loggedActivityFeature = defineFeature({
  name: 'logged-activity',
  entities: [LoggedActivitySchema],
  router: loggedActivityRouter,
  retention: [loggedActivityRetention],
  seed: seedActivities,
});

export { loggedActivityRouter };
