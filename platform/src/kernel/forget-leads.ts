import type { Uuid } from '@tabard/contract';
import type { WriteScope } from './tenancy.ts';

/**
 * What a feature does with what it keeps of leads that are deleted for good, in that transaction and before their own rows go. What
 * points at a lead with a foreign key that cascades goes by itself.
 */
export type ForgetLeads = (scope: WriteScope, leadIds: readonly Uuid[]) => Promise<void>;

/** Deletes the rows of a table that are about the leads. */
export const deleteOfLeads =
  (table: string, column = 'lead_id'): ForgetLeads =>
  async ({ sql, workspaceId }, leadIds) => {
    await sql(`delete from "${table}" where workspace_id = $1 and "${column}" = any($2::uuid[])`, [
      workspaceId,
      leadIds,
    ]);
  };
