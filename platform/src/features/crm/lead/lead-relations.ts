import { leadRelations } from '@tabard/contract/crm/lead-relations';
import type { Related } from '#kernel';

/** Where what belongs to leads is read. */
export const relatedToLeads: Related = {
  fields: leadRelations,
  columns: {
    lists: { type: 'references', sql: '', of: 'list' },
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
