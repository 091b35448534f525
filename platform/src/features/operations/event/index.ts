import { defineFeature } from '#kernel';
import { eventSweep } from './sweep-events.ts';

/** What happens in a workspace, as it happens. */
export const eventFeature = defineFeature({ name: 'event', services: [eventSweep] });

export { eventRouter } from './event.router.ts';
