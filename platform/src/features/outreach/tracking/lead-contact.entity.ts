import { defineEntity, p, tenantPolicies } from '#kernel';

const moment = () => p.datetime(3).columnType('timestamptz(3)');

/**
 * What became of the mails to a lead, counted in the statement that writes it down and kept for good: the events behind it go after two
 * years. A lead without a row was never written to. Not in the lead's own row, whose indexes each mail would have to follow.
 */
export const LeadContactSchema = defineEntity({
  name: 'LeadContact',
  tableName: 'lead_contact',
  rowLevelSecurity: 'force',
  policies: tenantPolicies('lead_contact'),
  properties: {
    workspaceId: p.uuid().primary(),
    leadId: p.uuid().primary(),
    /** The first of its kind for each mail alone: opened twice counts once. */
    sent: p.integer().default(0),
    opened: p.integer().default(0),
    clicked: p.integer().default(0),
    replied: p.integer().default(0),
    contactedAt: moment().nullable(),
    repliedAt: moment().nullable(),
  },
});
