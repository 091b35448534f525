import { defineFeature } from '#kernel';
import { AccessLinkSchema, accessLinkRetention } from './access-link.entity.ts';

/** A link that was mailed to a person: to choose another password, to sign in, to take another address, or the former one back. */
export const accessLinkFeature = defineFeature({
  name: 'access-link',
  entities: [AccessLinkSchema],
  retention: [accessLinkRetention],
});

export { issueLink, type IssuedLink } from './issue-link.ts';
export { linkContent, linkSample, sendLink } from './send-link.ts';
export { endLinks, readLink, takeLink, type GoodLink } from './take-link.ts';
