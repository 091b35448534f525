import { shutting } from '#features/identity/organization';
import { defineEntity, p, timestamps } from '#kernel';

/** A leaf of the tenancy tree: one client, the tenant. */
export const WorkspaceSchema = defineEntity({
  name: 'Workspace',
  tableName: 'workspace',
  properties: {
    id: p.uuid().primary(),
    organizationId: p.uuid(),
    name: p.string().length(120),
    /** What the host's own system calls it, once in an organization. */
    externalId: p.string().length(200).nullable(),
    timeZone: p.string().length(64).default('UTC'),
    locale: p.string().length(8).default('en'),
    /** `at_most_once` or `at_least_once`: what happens to a mail whose acceptance is not known. */
    deliveryGuarantee: p.string().length(16).default('at_most_once'),
    /** Mails of all mailboxes together in one local day; null for no limit. */
    dailyCap: p.integer().nullable(),
    /** `off`, `join` or `create`: whether leads come to companies by the domains of their addresses. */
    companyMatching: p.string().length(16).default('join'),
    brand: p.json<Record<string, unknown>>().defaultRaw("'{}'::jsonb"),
    /** What of the five columns above is said here; they hold what holds, inherited or not. Null where an older release made the row. */
    settings: p.json<Record<string, unknown>>().nullable(),
    ...shutting(),
    /** `open`, `suspended` or `archived`: what holds, by itself or by an organization above; filled in where sending and credentials read it. */
    standing: p.string().length(16).default('open'),
    /** When it, or an organization above it, last got another place in the tree. */
    movedAt: p.datetime(3).columnType('timestamptz(3)').nullable(),
    ...timestamps(),
  },
  indexes: [
    { properties: ['organizationId'] },
    { properties: ['externalId'] },
    {
      name: 'workspace_ending',
      expression:
        'create index "workspace_ending" on "workspace" ("delete_after") where delete_after is not null or deleting_since is not null',
    },
  ],
  uniques: [{ properties: ['organizationId', 'externalId'] }],
});
