import { defineFeature } from '#kernel';
import { linkRoute, trackingHandler } from './link-route.ts';

/** What recipients follow out of a mail: the open pixel, links, the way out. */
export const linkFeature = defineFeature({ name: 'link', fastRoutes: [linkRoute] });

export { trackingHandler };
