import { defineFeature } from '#kernel';
import { leadDeletionRouter } from './lead-deletion.router.ts';

/** Leads that are deleted for good. */
export const leadDeletionFeature = defineFeature({ name: 'leadDeletion', router: leadDeletionRouter });

export { deleteLeads } from './delete-leads.ts';
export { leadDeletionRouter };
