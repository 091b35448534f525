import { defineEntity, p, tenantKey, tenantPolicies, type MonthlyTable } from '#kernel';

/** Readable for the life of what it is about, and gone after five years. */
export const activityMonths: MonthlyTable = { table: 'activity', kept: 60, past: 1 };

/** Something that happened, for each thing that it is about. Written from events by the consumer `timeline`. */
export const ActivitySchema = defineEntity({
  name: 'Activity',
  tableName: 'activity',
  rowLevelSecurity: 'force',
  policies: tenantPolicies('activity'),
  properties: {
    /** The event's own id. */
    ...tenantKey(),
    subjectId: p.uuid().primary(),
    month: p.date().primary(),
    subjectNoun: p.string().length(32),
    kind: p.string().length(64),
    at: p.datetime(3).columnType('timestamptz(3)'),
    actorKind: p.string().length(16).nullable(),
    actorId: p.string().length(200).nullable(),
    data: p.json(),
  },
  indexes: [{ name: 'activity_timeline', properties: ['workspaceId', 'subjectId', 'at', 'id'] }],
});
