import { defineFeature } from '#kernel';
import { CalendarFeedSchema } from './calendar-feed.entity.ts';
import { calendarFeedRouter } from './calendar-feed.router.ts';
import { feedRoute } from './feed-route.ts';

/** A member's own tasks, for the calendar program that they use. */
export const calendarFeedFeature = defineFeature({
  name: 'calendar-feed',
  entities: [CalendarFeedSchema],
  router: calendarFeedRouter,
  routes: [feedRoute],
});

export { calendarFeedRouter };
