import { toPublicId } from '@tabard/contract';
import { permissions } from '@tabard/contract/permissions';
import type { Principal } from '#kernel';
import { compose } from '../src/compose.ts';
import { appRouter } from '../src/features/router.ts';
import { explainReads } from './fixture/explain-reads.ts';
import { installPlatform } from './fixture/install-platform.ts';
import { seedCompanies } from './fixture/seed-companies.ts';
import { seedLeads } from './fixture/seed-leads.ts';
import { seedMailboxes, seedOutreach } from './fixture/seed-outreach.ts';
import { format, type Harness } from './harness.ts';

export const name = 'plans';
export const title = 'what every list reads to give its page, in a workspace with a million leads';

/** A page may look at so many rows for each that it gives, and this many beside. */
const [perRow, beside] = [20, 200];

/** Explains each list as the runtime login and tells the ones that look at far more than they give. */
export async function run(harness: Harness): Promise<void> {
  const { owner, createTenant, config } = await installPlatform(harness, 'plans');
  const { workspaceId, organizationId } = await createTenant('Large');
  await seedLeads(owner, workspaceId, 1_000_000);
  await seedCompanies(owner, workspaceId, 200_000);
  await seedOutreach(owner, workspaceId, harness.full ? 1_000_000 : 100_000);
  await seedMailboxes(owner, workspaceId, 5000);
  await seedLeads(owner, (await createTenant('Small')).workspaceId, 1000);
  const app = await compose(config);
  harness.defer(() => app.close());
  const principal: Principal = {
    kind: 'job',
    job: 'bench',
    organizationId,
    workspaceId,
    permissions: new Set(permissions),
  };
  const call = appRouter.createCaller({
    app,
    principal,
    workspaceId,
    requestId: 'bench',
    ip: '127.0.0.1',
    idempotencyKey: null,
  });
  const campaignId = toPublicId('campaign', '01900000-1000-7000-8000-000000000001');
  const companyId = toPublicId('company', '01900000-0000-7000-8000-000000000001');
  const { items } = await call.leads.list({ limit: 200 });
  const [leadId, cursor] = [items[0]?.id, (await call.leads.list({ limit: 200 })).nextCursor ?? undefined];

  const byCompany =
    (await call.leads.list({ sort: 'company', direction: 'asc', skip: 900_000 })).nextCursor ?? undefined;

  const lists: Record<string, () => Promise<unknown>> = {
    'leads, newest first': () => call.leads.list({}),
    'leads, a later page': () => call.leads.list({ cursor }),
    'leads by email': () => call.leads.list({ sort: 'email', direction: 'asc' }),
    'leads by company': () => call.leads.list({ sort: 'company', direction: 'asc' }),
    'leads by last name': () => call.leads.list({ sort: 'last_name', direction: 'desc' }),
    'leads of a status': () => call.leads.list({ filter: { status: ['replied'] } }),
    'leads of a company': () => call.leads.list({ filter: { company: 'Harbor77 GmbH' } }),
    'leads of a tag': () => call.leads.list({ filter: { tag: 'freight' } }),
    'leads, a frequent word': () => call.leads.list({ filter: { search: 'lena' } }),
    'leads, a rare word': () => call.leads.list({ filter: { search: 'harbor4711 ' } }),
    'leads, archived': () => call.leads.list({ filter: { archived: true } }),
    'leads, where: a company': () =>
      call.leads.list({ where: { field: 'company', op: 'exactly', value: 'Harbor77 GmbH' } }),
    'leads, where: an address': () =>
      call.leads.list({ where: { field: 'email', op: 'is', value: 'Lena.Brandt110@harbor4711.example' } }),
    'leads, where: a status in groups': () =>
      call.leads.list({
        where: {
          any: [
            { field: 'status', op: 'is', value: 'replied' },
            { field: 'tags', op: 'has_any', value: ['q1'] },
          ],
        },
      }),
    'leads, a later page by company': () => call.leads.list({ sort: 'company', direction: 'asc', cursor: byCompany }),
    'leads of a company record': () => call.leads.list({ filter: { companyId } }),
    'leads of a company record, where': () =>
      call.leads.list({ where: { field: 'companyId', op: 'is', value: companyId } }),
    'companies, newest first': () => call.companies.list({}),
    'companies by name': () => call.companies.list({ sort: 'name', direction: 'asc' }),
    'companies of a domain': () => call.companies.list({ filter: { domain: 'harbor4711.example' } }),
    'companies, a rare word': () => call.companies.list({ filter: { search: 'harbor4711 ' } }),
    'companies, archived': () => call.companies.list({ filter: { archived: true } }),
    'companies below one': () => call.companies.list({ filter: { parentId: companyId } }),
    'companies, where: with leads that replied': () =>
      call.companies.list({
        where: { relation: 'leads', quantifier: 'some', where: { field: 'status', op: 'is', value: 'replied' } },
      }),
    'the group of a company': () => call.companies.group({ id: companyId }),
    'duplicates of a company': () => call.companies.duplicates({ id: companyId }),
    'duplicates everywhere': () => call.companies.duplicates({}),
    'lead imports': () => call.leadImports.list({}),
    campaigns: () => call.campaigns.list({}),
    'enrollments of a campaign': () => call.enrollments.list({ campaignId }),
    'enrollments of a campaign and state': () => call.enrollments.list({ campaignId, state: 'replied' }),
    deliveries: () => call.deliveries.list({}),
    'deliveries of a campaign': () => call.deliveries.list({ campaignId }),
    'deliveries of a lead': () => call.deliveries.list({ leadId }),
    'deliveries of a state': () => call.deliveries.list({ state: 'unknown' }),
    suppressions: () => call.suppressions.list({}),
    'suppressions, a word': () => call.suppressions.list({ filter: { search: 's4711@' } }),
    conversations: () => call.conversations.list({}),
    'conversations, unread': () => call.conversations.list({ unread: true }),
    'conversations of a lead': () => call.conversations.list({ leadId }),
    'conversations, a rare word': () => call.conversations.list({ search: 'c4711@' }),
    'mailboxes, newest first': () => call.mailboxes.list({}),
    'mailboxes by address': () => call.mailboxes.list({ sort: 'address', direction: 'asc' }),
    'mailboxes, archived': () => call.mailboxes.list({ filter: { archived: true } }),
    templates: () => call.templates.list({}),
  };
  for (const [what, act] of Object.entries(lists)) {
    for (const { looked, gave, ms } of await explainReads(app, workspaceId, act)) {
      const many = looked > gave * perRow + beside;
      harness.log(
        `  ${many ? 'MANY' : 'ok  '} ${what.padEnd(38)} ${format(ms)} ms, looked at ${format(looked)} rows to give ${gave}`,
      );
      if (many)
        harness.report({ id: 'plan', what: `${what}: rows looked at to give ${gave}`, unit: 'rows', product: looked });
    }
  }
}
