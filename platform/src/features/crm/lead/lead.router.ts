import {
  leadArchiveInput,
  leadArchiveOutput,
  leadCountInput,
  leadCountOutput,
  leadCreateInput,
  leadGetInput,
  leadListInput,
  leadOutput,
  leadUpdateInput,
  pageOf,
} from '@tabard/contract';
import { router, workspaceMutation, workspaceQuery } from '#kernel';
import { archiveLeads, restoreLeads } from './archive-leads.ts';
import { countLeads } from './count-leads.ts';
import { createLead } from './create-lead.ts';
import { getLead } from './get-lead.ts';
import { listLeads } from './list-leads.ts';
import { updateLead } from './update-lead.ts';

const count = leadArchiveOutput;

export const leadRouter = router({
  /** Lists leads, newest first unless told otherwise. */
  list: workspaceQuery({ permission: 'lead.read', input: leadListInput, output: pageOf(leadOutput), act: listLeads }),
  /** Counts the leads that a filter takes. */
  count: workspaceQuery({ permission: 'lead.read', input: leadCountInput, output: leadCountOutput, act: countLeads }),
  /** Gets one lead. */
  get: workspaceQuery({ permission: 'lead.read', input: leadGetInput, output: leadOutput, act: getLead }),
  /** Adds one lead. Another live lead with the same address is an error. */
  create: workspaceMutation({ permission: 'lead.write', input: leadCreateInput, output: leadOutput, act: createLead }),
  /** Changes the given fields of a lead; `null` empties a field. */
  update: workspaceMutation({ permission: 'lead.write', input: leadUpdateInput, output: leadOutput, act: updateLead }),
  /** Takes up to 1,000 leads out of lists and audiences. */
  archive: workspaceMutation({ permission: 'lead.write', input: leadArchiveInput, output: count, act: archiveLeads }),
  /** Brings archived leads back. */
  restore: workspaceMutation({ permission: 'lead.write', input: leadArchiveInput, output: count, act: restoreLeads }),
});
