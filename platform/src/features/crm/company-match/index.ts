import { defineFeature } from '#kernel';
import { companyMatchRetention, CompanyMatchSchema } from './company-match.entity.ts';
import { companyMatchRouter } from './company-match.router.ts';
import { matchLeadsJob, matchSweep } from './match-leads.job.ts';
import { seedCompanies } from './seed-companies.ts';

/** Matches: leads that are there already join the companies of their domains. */
export const companyMatchFeature = defineFeature({
  name: 'company-match',
  entities: [CompanyMatchSchema],
  router: companyMatchRouter,
  jobs: [matchLeadsJob],
  services: [matchSweep],
  retention: [companyMatchRetention],
  seed: seedCompanies,
});

export { beginMatch } from './start-match.ts';
export { companyMatchRouter };
