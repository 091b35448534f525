import { idOutput } from '@tabard/contract';
import {
  leadDeletionInput,
  leadDeletionPreviewInput,
  leadDeletionPreviewOutput,
} from '@tabard/contract/crm/lead-deletion';
import { z } from 'zod';
import { router, workspaceMutation, workspaceQuery } from '#kernel';
import { deleteLead } from './delete-leads.ts';
import { previewDeletion } from './preview-deletion.ts';

export const leadDeletionRouter = router({
  /** What would go with up to 1,000 leads, and how many of them stay for now because a mail to them is on its way. */
  preview: workspaceQuery({
    permission: 'lead.delete',
    input: leadDeletionPreviewInput,
    output: leadDeletionPreviewOutput,
    handler: previewDeletion,
  }),
  /**
   * Deletes a lead for good, with all records that became part of it, its conversations, notes, activities and tasks. Statistics stay, and
   * so do suppressed addresses. For many leads there is the bulk operation `delete`.
   */
  delete: workspaceMutation({
    permission: 'lead.delete',
    input: leadDeletionInput,
    output: z.object({ id: idOutput('lead') }),
    handler: deleteLead,
  }),
});
