import { defineEntity, p, timestamps } from '#kernel';
import { shutting } from './shutting.ts';

/** A branch of the tenancy tree: the operator at the root, vendors and agencies below. `brand` and `settings` hold only what is said here. */
export const OrganizationSchema = defineEntity({
  name: 'Organization',
  tableName: 'organization',
  properties: {
    id: p.uuid().primary(),
    parentId: p.uuid().nullable(),
    kind: p.string().length(16),
    name: p.string().length(120),
    slug: p.string().length(64).unique(),
    /** What the host's own system calls it, once below an organization. */
    externalId: p.string().length(200).nullable(),
    brand: p.json<Record<string, unknown>>().defaultRaw("'{}'::jsonb"),
    settings: p.json<Record<string, unknown>>().defaultRaw("'{}'::jsonb"),
    /** Names of settings that nobody below can say. */
    locks: p.array().columnType('text[]').defaultRaw("'{}'"),
    /** Only what is set here of how its people sign in. */
    signIn: p.json<Record<string, unknown>>().defaultRaw("'{}'::jsonb"),
    ...shutting(),
    ...timestamps(),
  },
  indexes: [
    { properties: ['parentId'] },
    { properties: ['externalId'] },
    {
      name: 'organization_ending',
      expression:
        'create index "organization_ending" on "organization" ("delete_after") where delete_after is not null or deleting_since is not null',
    },
  ],
  uniques: [{ properties: ['parentId', 'externalId'] }],
});
