import { defineFeature, deleteOfLeads, monthKeeper } from '#kernel';
import { ActivitySchema, activityMonths } from './activity.entity.ts';
import { timelineHandlers } from './record-activity.ts';

/** What happened to a lead, a campaign, a mailbox, for its life. */
export const timelineFeature = defineFeature({
  name: 'timeline',
  entities: [ActivitySchema],
  on: timelineHandlers,
  forgets: deleteOfLeads('activity', 'subject_id'),
  services: [monthKeeper([activityMonths])],
});

export { activityMonths };
export { timelineRouter } from './timeline.router.ts';
