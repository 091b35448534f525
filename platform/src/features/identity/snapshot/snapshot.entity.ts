import { defineEntity, p, tenantKey, tenantPolicies, timestamps, type Retention } from '#kernel';

/** A set-up that an organization keeps: `workspaceId` is the organization's id, too. */
export const SnapshotSchema = defineEntity({
  name: 'Snapshot',
  tableName: 'snapshot',
  rowLevelSecurity: 'force',
  // Whose it is is looked at by the caller; the workspaces that it goes to read its document.
  policies: tenantPolicies('snapshot', ['select']),
  properties: {
    ...tenantKey(),
    organizationId: p.uuid(),
    name: p.string().length(80),
    version: p.integer(),
    /** The workspace that it was taken from; null where it came from a file. */
    sourceId: p.uuid().nullable(),
    /** What that workspace was called then. */
    sourceName: p.string().length(200),
    /** How many things it has of each part. */
    parts: p.json<Record<string, number>>(),
    document: p.json<Record<string, unknown>>(),
    ...timestamps(),
  },
  indexes: [{ properties: ['workspaceId', 'createdAt', 'id'] }],
  uniques: [{ properties: ['workspaceId', 'name', 'version'] }],
});

/** What is to be made, or was made, of one workspace by a snapshot. */
export const SnapshotRollOutSchema = defineEntity({
  name: 'SnapshotRollOut',
  tableName: 'snapshot_roll_out',
  rowLevelSecurity: 'force',
  policies: tenantPolicies('snapshot_roll_out', ['select', 'delete']),
  properties: {
    ...tenantKey(),
    /** The organization that rolled it out. */
    organizationId: p.uuid(),
    snapshotId: p.uuid(),
    snapshotName: p.string().length(80),
    version: p.integer(),
    prune: p.boolean().default(false),
    /** `waiting`, `done`, `failed`, `returning` or `returned`. */
    state: p.string().length(16).default('waiting'),
    /** What it did, with what each thing was and what it became. */
    steps: p.json<unknown[]>().defaultRaw("'[]'"),
    problem: p.text().nullable(),
    /** Who asked for what is under way. */
    actor: p.json<Record<string, unknown>>(),
    /** How often it was begun; counted before each try. */
    tries: p.integer().default(0),
    ...timestamps(),
  },
  indexes: [
    { properties: ['workspaceId', 'organizationId', 'createdAt'] },
    {
      // One at a time in a workspace; the sweep finds those that stand still by it.
      name: 'snapshot_roll_out_open',
      expression: `create unique index "snapshot_roll_out_open" on "snapshot_roll_out" ("workspace_id") where state in ('waiting', 'returning')`,
    },
  ],
});

/** What was rolled out can be taken back for half a year. */
export const snapshotRollOutRetention: Retention = {
  table: 'snapshot_roll_out',
  until: `t.updated_at < now() - interval '180 days' and t.state not in ('waiting', 'returning')`,
  because: 'A roll-out holds what things were before it, and can be taken back for half a year.',
};
