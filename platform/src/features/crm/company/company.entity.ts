import { companyNoun } from '@tabard/contract/crm/company';
import {
  defineEntity,
  listIndexes,
  p,
  storeOf,
  tableOf,
  tenantKey,
  tenantPolicies,
  type Retention,
  type RowOf,
} from '#kernel';
import { relatedToCompanies } from './company-relations.ts';

const moment = () => p.datetime(3).columnType('timestamptz(3)');

/** An organization that leads work for. Trees and domains are kept by triggers (`company-functions.ts`). */
export const CompanySchema = tableOf(companyNoun, {
  // The sweep looks across workspaces for those whose leads are behind.
  maintenance: ['select'],
  columns: {
    /** What a search looks at, and what names are compared by, folded by the database. */
    searchText: p
      .text()
      .nullable()
      .generated(`(fold_text("name" || ' ' || coalesce("website", '') || ' ' || coalesce("city", ''))) stored`),
    nameFolded: p.text().nullable().generated(`(fold_text("name")) stored`),
    /** Since when some of its leads say something else than it does; unset when all are in line. */
    leadsBehindSince: moment().nullable(),
  },
  indexes: [
    ...listIndexes(companyNoun),
    {
      name: 'company_below',
      expression:
        'create index "company_below" on "company" ("workspace_id", "parent_id", "id") where parent_id is not null',
    },
    {
      name: 'company_merged',
      expression:
        'create index "company_merged" on "company" ("workspace_id", "merged_into_id") where merged_into_id is not null',
    },
    {
      name: 'company_name',
      expression:
        'create index "company_name" on "company" ("workspace_id", "name_folded", "id") where archived_at is null',
    },
    {
      name: 'company_behind',
      expression:
        'create index "company_behind" on "company" ("leads_behind_since") where leads_behind_since is not null',
    },
  ],
});

/** Live leads of a company `c`. */
const leadsOf = 'from lead x where x.workspace_id = c.workspace_id and x.company_id = c.id and x.archived_at is null';

/** Where companies are kept. */
export const companies = storeOf(companyNoun, CompanySchema, {
  alias: 'c',
  searched: 'c.search_text',
  related: relatedToCompanies,
  conflicts: { company_tree: 'company.above_itself', company_parent_id_link: 'company.not_found' },
  computed: {
    ownerName: 'select u.name from member m join app_user u on u.id = m.user_id where m.id = c.owner_id',
    parentName: 'select p.name from company p where p.workspace_id = c.workspace_id and p.id = c.parent_id',
    leadCount: `select count(*)::int ${leadsOf}`,
    childCount:
      'select count(*)::int from company x where x.workspace_id = c.workspace_id and x.parent_id = c.id and x.archived_at is null',
  },
});

/** A company as SQL gives it. */
export type CompanyRow = RowOf<(typeof companyNoun)['fields']>;

/** Each domain of each live company, where an index answers for many of them at once; several companies may have one in common. */
export const CompanyDomainSchema = defineEntity({
  name: 'CompanyDomain',
  tableName: 'company_domain',
  rowLevelSecurity: 'force',
  policies: tenantPolicies('company_domain'),
  properties: {
    workspaceId: p.uuid().primary(),
    domain: p.string().length(253).primary(),
    companyId: p.uuid().primary(),
  },
  indexes: [{ properties: ['workspaceId', 'companyId'] }],
});

/** A company that became part of another one, and all that is needed to take that back. */
export const CompanyMergeSchema = defineEntity({
  name: 'CompanyMerge',
  tableName: 'company_merge',
  rowLevelSecurity: 'force',
  policies: tenantPolicies('company_merge', ['select', 'delete']),
  properties: {
    ...tenantKey(),
    /** The company that stayed, and the one that became part of it. */
    companyId: p.uuid(),
    otherId: p.uuid(),
    /** What of the one that stayed was changed: `before` and `after`, by column. */
    changed: p.json<Record<string, { before: unknown; after: unknown }>>(),
    /** What the other one lay below, and what lay below it. */
    otherParentId: p.uuid().nullable(),
    childIds: p.array().columnType('uuid[]'),
    leadIds: p.array().columnType('uuid[]').defaultRaw(`'{}'`),
    undoneAt: moment().nullable(),
    createdAt: moment().defaultRaw('now()'),
  },
  indexes: [{ properties: ['workspaceId', 'companyId'] }, { properties: ['workspaceId', 'otherId'] }],
});

/** A merge is found wrong within days. */
export const companyMergeRetention: Retention = {
  table: 'company_merge',
  until: `t.created_at < now() - interval '30 days'`,
  because: 'A merge can be taken back for thirty days.',
};
