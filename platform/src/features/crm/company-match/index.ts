import { defineFeature, type Retention } from '#kernel';
import { CompanyMatchSchema } from './company-match.entity.ts';
import { companyMatchRouter } from './company-match.router.ts';
import { matchLeadsJob, matchSweep } from './match-leads.job.ts';
import { seedCompanies } from './seed-companies.ts';

/** What came of a match is looked at for some weeks. */
const retention: Retention = {
  table: 'company_match',
  until: `t.finished_at < now() - interval '90 days'`,
  because: 'What came of matching leads to companies is shown for three months.',
};

/** Matches: leads that are there already join the companies of their domains. */
export const companyMatchFeature = defineFeature({
  name: 'company-match',
  entities: [CompanyMatchSchema],
  router: companyMatchRouter,
  jobs: [matchLeadsJob],
  services: [matchSweep],
  retention: [retention],
  seed: seedCompanies,
});

export { beginMatch } from './start-match.ts';
export { companyMatchRouter };
