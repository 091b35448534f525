import { defineFeature } from '#kernel';
import { exchangeRoute } from './exchange-route.ts';
import { HostedPageSchema, hostedPageRetention } from './hosted-page.entity.ts';
import { pageRoute } from './page-route.ts';

/** A widget as a page of ours, for hosts that run no foreign script. */
export const hostedPageFeature = defineFeature({
  name: 'hosted-page',
  entities: [HostedPageSchema],
  routes: [exchangeRoute, pageRoute],
  retention: [hostedPageRetention],
});

export { brandedShell, brandHeader, brandUnder } from './branded-page.ts';
export { sessionSeconds } from './hosted-page.rules.ts';
export { hostedPageRouter } from './hosted-page.router.ts';
export { pageDocument, shell } from './page-document.ts';
export { pageHeaders } from './page-headers.ts';
export { readPagePost } from './read-page-post.ts';
