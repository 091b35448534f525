import type { Company, companyNoun } from '@tabard/contract/crm/company';
import type { z } from 'zod';
import { insertOne, type WriteScope } from '#kernel';
import { companies } from './company.entity.ts';
import { prepareNew } from './write-company.ts';

/** Adds one company, and asks integrations to fill it in. */
export async function createCompany(
  scope: WriteScope,
  input: z.output<(typeof companyNoun)['createInput']>,
): Promise<Company> {
  const company = await insertOne(companies, scope, await prepareNew(scope, input));
  if (company.domains.length > 0)
    scope.emit('company.enrichment_requested', { companyId: company.id, domains: company.domains });
  return company;
}
