import { defineFeature, eventRetention, setAsideRetention } from '#kernel';

/** What happens in a workspace, as it happens. */
export const eventFeature = defineFeature({ name: 'event', retention: [eventRetention, setAsideRetention] });

export { eventRouter } from './event.router.ts';
