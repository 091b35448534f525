import { segmentNoun } from '@tabard/contract/crm/segment';
import { callerOf, defineEntity, listIndexes, p, storeOf, tableOf, tenantPolicies } from '#kernel';

/** Leads by what holds of them: a filter that has a name. */
export const SegmentSchema = tableOf(segmentNoun, {
  // The sweep looks across workspaces for those whose leads are to be found or have changed.
  maintenance: ['select'],
  columns: {
    /** Who made it, as `callerOf` says it. */
    owner: p.string().length(300).default(''),
    /** Whether it asks for what became of mails, so that those change who is in it. */
    asksRelated: p.boolean().default(false),
    /** When all leads are to be looked at: at once for a new one, later where its conditions speak of time; null for never again. */
    dueAt: p.datetime(3).columnType('timestamptz(3)').nullable().defaultRaw('now()'),
  },
  indexes: [
    ...listIndexes(segmentNoun),
    {
      name: 'segment_due',
      expression: 'create index "segment_due" on "segment" ("due_at") where archived_at is null and due_at is not null',
    },
  ],
});

/** Which leads are in which segment: live ones, as of when it was last looked at. */
export const SegmentMemberSchema = defineEntity({
  name: 'SegmentMember',
  tableName: 'segment_member',
  rowLevelSecurity: 'force',
  policies: tenantPolicies('segment_member'),
  properties: {
    workspaceId: p.uuid().primary(),
    segmentId: p.uuid().primary(),
    leadId: p.uuid().primary(),
  },
});

/**
 * Leads of which something has changed since segments were looked at: written by the database with every change (`segment-triggers.ts`),
 * whoever makes it, in workspaces that have segments. A lead may stand here many times.
 */
export const SegmentChangeSchema = defineEntity({
  name: 'SegmentChange',
  tableName: 'segment_change',
  rowLevelSecurity: 'force',
  policies: tenantPolicies('segment_change', ['select']),
  properties: {
    workspaceId: p.uuid().primary(),
    id: p.uuid().primary().defaultRaw('gen_random_uuid()'),
    leadId: p.uuid(),
  },
});

/** Where segments are kept. One that is not shared is seen by whoever made it, and by programs. */
export const segments = storeOf(segmentNoun, SegmentSchema, {
  alias: 's',
  visible: ({ principal }, values) =>
    principal.kind === 'job' || principal.kind === 'api_key'
      ? 'true'
      : `(s.shared or s.owner = $${values.push(callerOf(principal))})`,
});
