import { defineEntity, p, tenantKey, tenantPolicies, timestamps } from '#kernel';

/**
 * A host name that an organization or a workspace claims; `workspaceId` is the organization's id where it is not for one workspace.
 * Several may claim a name, and one of them has it: whoever proved it first.
 */
export const DomainSchema = defineEntity({
  name: 'Domain',
  tableName: 'domain',
  rowLevelSecurity: 'force',
  policies: tenantPolicies('domain', ['select']),
  properties: {
    ...tenantKey(),
    organizationId: p.uuid(),
    /** In lower case and punycode, without a dot at the end. */
    host: p.string().length(253),
    /** `app`, `api`, `links` or `mail`. */
    purpose: p.string().length(16),
    /** What the proof says; no secret, for it stands in the records of the name. */
    token: p.string().length(64),
    /** `pending`, `verified`, `active`, `failing` or `lost`. */
    state: p.string().length(16).default('pending'),
    /** What the last check found. */
    findings: p.json<Record<string, unknown>>().nullable(),
    /** Whether the name led here at the last check. */
    points: p.boolean().default(false),
    failingSince: p.datetime(3).columnType('timestamptz(3)').nullable(),
    checkedAt: p.datetime(3).columnType('timestamptz(3)').nullable(),
    /** Since when somebody waits for a check that they asked for. */
    askedAt: p.datetime(3).columnType('timestamptz(3)').defaultRaw('now()').nullable(),
    nextCheckAt: p.datetime(3).columnType('timestamptz(3)').defaultRaw('now()'),
    ...timestamps(),
  },
  indexes: [{ properties: ['nextCheckAt'] }, { properties: ['host'] }],
  uniques: [{ properties: ['workspaceId', 'host'] }],
});
