import { deleteOfLeads, type ForgetLeads } from '#kernel';

/** What a merge keeps to be taken back is about both of its leads. */
export const forgetMerges: ForgetLeads = async (scope, leadIds) => {
  for (const column of ['lead_id', 'other_id']) await deleteOfLeads('lead_merge', column)(scope, leadIds);
};
