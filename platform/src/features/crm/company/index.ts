import { defineFeature } from '#kernel';
import { companySearch } from './company-search.ts';
import { alignLeadsJob, companySweep } from './align-leads.job.ts';
import { companyMergeRetention, CompanyDomainSchema, CompanyMergeSchema, CompanySchema } from './company.entity.ts';
import { companyRouter } from './company.router.ts';
import { activityHandlers } from './note-activity.ts';

/** Companies: the organizations that leads work for. */
export const companyFeature = defineFeature({
  name: 'company',
  entities: [CompanySchema, CompanyDomainSchema, CompanyMergeSchema],
  searched: [companySearch],
  router: companyRouter,
  jobs: [alignLeadsJob],
  services: [companySweep],
  retention: [companyMergeRetention],
  on: activityHandlers,
});

export { businessDomains, nameOfDomain } from './business-domain.ts';
export { companyFunctions } from './company-functions.ts';
export { companiesOfDomains, requireCompany, type NamedCompany } from './find-company.ts';
export { listOwners, requireMember } from './list-owners.ts';
export { makeCompanies } from './make-companies.ts';
export { fillFromLeads, makeGroup } from './seed-company-facts.ts';
export { companyMatching, settleCompany } from './settle-company.ts';
export { companyRouter };
