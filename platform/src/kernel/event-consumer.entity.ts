import type { Retention } from './retention.ts';
import { defineEntity, p, tenantPolicies } from './entity.ts';

/** How far each consumer has heard the events of a workspace. */
export const EventConsumerSchema = defineEntity({
  name: 'EventConsumer',
  tableName: 'event_consumer',
  rowLevelSecurity: 'force',
  policies: tenantPolicies('event_consumer', ['select', 'update']),
  properties: {
    workspaceId: p.uuid().primary(),
    consumer: p.string().length(64).primary(),
    /** The position of the last event whose effects are committed. */
    position: p.bigint('string'),
    /** Tries at what comes next that have begun and not succeeded. */
    attempts: p.integer().default(0),
    /** Until then it is being tried, or rests after a failure. */
    retryAt: p.datetime(3).columnType('timestamptz(3)').nullable(),
    error: p.text().nullable(),
  },
});

/** An event that a consumer failed at too often and has passed over; somebody has to look. */
export const SetAsideEventSchema = defineEntity({
  name: 'SetAsideEvent',
  tableName: 'set_aside_event',
  rowLevelSecurity: 'force',
  policies: tenantPolicies('set_aside_event', ['select', 'delete']),
  properties: {
    workspaceId: p.uuid().primary(),
    consumer: p.string().length(64).primary(),
    eventId: p.uuid().primary(),
    position: p.bigint('string'),
    type: p.string().length(64),
    data: p.json(),
    error: p.text(),
    at: p.datetime(3).columnType('timestamptz(3)').defaultRaw('now()'),
  },
});

/** Long enough to be seen and mended. */
export const setAsideRetention: Retention = {
  table: 'set_aside_event',
  key: ['workspace_id', 'consumer', 'event_id'],
  until: `t.at < now() - interval '90 days'`,
  because: 'Somebody must have looked at it within a quarter.',
};
