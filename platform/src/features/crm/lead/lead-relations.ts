import { leadRelations } from '@tabard/contract/crm/lead-relations';
import { teamsOf } from '#features/identity/team';
import type { Related } from '#kernel';

/** Which leads are in which segment, as far as that is known: `state` of a segment says so. */
export const membersOfSegments = {
  from: 'segment_member m where m.workspace_id = $1',
  owner: 'm.lead_id',
  value: 'm.segment_id',
};

/** What is counted of the mails to leads: one row for each that was written to. */
const contacts = { id: 'l.id', from: 'lead_contact k where k.workspace_id = $1', owner: 'k.lead_id' };

/** Where what belongs to leads is read. */
export const relatedToLeads: Related = {
  fields: leadRelations,
  columns: {
    ownerTeams: teamsOf('l.owner_id'),
    lists: { type: 'references', sql: '', of: 'list' },
    segments: { type: 'references', sql: 'l.id', of: 'segment', rows: membersOfSegments },
    lastContactedAt: { type: 'moment', sql: 'k.contacted_at', beside: contacts },
    lastRepliedAt: { type: 'moment', sql: 'k.replied_at', beside: contacts },
    mailEvents: {
      type: 'relation',
      sql: 'l.id',
      // A mail that is opened again is written again; the first time is the mail's.
      from: 'mail_event e where e.workspace_id = $1 and e.first',
      owner: 'e.lead_id',
      columns: {
        type: { type: 'choice', sql: 'e.type' },
        at: { type: 'moment', sql: 'e.at' },
        campaignId: { type: 'reference', sql: 'e.campaign_id', of: 'campaign' },
      },
    },
  },
};
