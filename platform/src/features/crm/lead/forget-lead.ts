import { deleteOfLeads } from '#kernel';

/** Deletes the rows of leads, after all that is kept of them elsewhere; what points at them with a link that cascades goes along. */
export const forgetLead = deleteOfLeads('lead', 'id');
