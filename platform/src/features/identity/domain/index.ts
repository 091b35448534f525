import { defineFeature } from '#kernel';
import { askRoute } from './ask-route.ts';
import { checkDomain, domainSweep } from './check-domain.job.ts';
import { DomainSchema } from './domain.entity.ts';

/** A host name that an organization or a workspace claims, proves and is served under. */
export const domainFeature = defineFeature({
  name: 'domain',
  entities: [DomainSchema],
  jobs: [checkDomain],
  services: [domainSweep],
  routes: [askRoute],
});

export { domainNoticeSample } from './mail-owners.ts';
export { domainRouter } from './domain.router.ts';
