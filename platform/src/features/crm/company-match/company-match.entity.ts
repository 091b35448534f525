import { defineEntity, p, tenantKey, tenantPolicies, timestamps, type Retention } from '#kernel';

const moment = () => p.datetime(3).columnType('timestamptz(3)');

/** One walk through leads without a company, which joins them to those of their domains. */
export const CompanyMatchSchema = defineEntity({
  name: 'CompanyMatch',
  tableName: 'company_match',
  rowLevelSecurity: 'force',
  policies: tenantPolicies('company_match', ['select', 'delete']),
  properties: {
    ...tenantKey(),
    creates: p.boolean().default(false),
    /** queued, running, completed, cancelled */
    state: p.string().length(16).default('queued'),
    /** The lead that was looked at last: leads come in the order of their ids. */
    position: p.uuid(),
    /** Leads without a company when it began. */
    total: p.integer(),
    seen: p.integer().default(0),
    joined: p.integer().default(0),
    made: p.integer().default(0),
    finishedAt: moment().nullable(),
    ...timestamps(),
  },
  indexes: [
    { properties: ['workspaceId', 'createdAt'] },
    {
      name: 'company_match_open',
      expression: `create index "company_match_open" on "company_match" ("updated_at") where finished_at is null`,
    },
  ],
});

/** What came of a match is looked at for some weeks. */
export const companyMatchRetention: Retention = {
  table: 'company_match',
  until: `t.finished_at < now() - interval '90 days'`,
  because: 'What came of matching leads to companies is shown for three months.',
};
