import { defineEntity, p, tenantKey, tenantPolicies } from '#kernel';

const moment = () => p.datetime(3).columnType('timestamptz(3)');

/** The secret address of a member's own calendar. Only what is made of the secret is kept. */
export const CalendarFeedSchema = defineEntity({
  name: 'CalendarFeed',
  tableName: 'calendar_feed',
  rowLevelSecurity: 'force',
  policies: tenantPolicies('calendar_feed'),
  properties: {
    ...tenantKey(),
    memberId: p.uuid(),
    secretHash: p.string().length(64),
    createdAt: moment().defaultRaw('now()'),
    readAt: moment().nullable(),
  },
  uniques: [{ name: 'calendar_feed_of_member', properties: ['workspaceId', 'memberId'] }],
});
