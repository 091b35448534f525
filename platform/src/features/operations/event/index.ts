import { defineFeature } from '#kernel';
import { answerSweep } from './sweep-answers.ts';
import { eventSweep } from './sweep-events.ts';

/** What happens in a workspace, as it happens. */
export const eventFeature = defineFeature({ name: 'event', services: [eventSweep, answerSweep] });

export { eventRouter } from './event.router.ts';
