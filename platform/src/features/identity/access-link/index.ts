import { defineFeature } from '#kernel';
import { AccessLinkSchema, accessLinkRetention } from './access-link.entity.ts';

/** A link that was mailed to a person: to choose another password, or to sign in. */
export const accessLinkFeature = defineFeature({
  name: 'access-link',
  entities: [AccessLinkSchema],
  retention: [accessLinkRetention],
});

export { linkSample, sendLink } from './send-link.ts';
export { readLink, takeLink, type GoodLink } from './take-link.ts';
