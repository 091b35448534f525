import { toPublicId, type Uuid } from '@tabard/contract';
import type { leadDeletionInput } from '@tabard/contract/crm/lead-deletion';
import type { z } from 'zod';
import { forgetLead, leads } from '#features/crm/lead';
import { suppressAddress } from '#features/outreach/suppression';
import { emitStandard, fail, type WriteScope } from '#kernel';
import { findFamily, heldLeads, type Relative } from './find-family.ts';

/** What became of the leads that were to be deleted, without those that became part of them. */
export interface DeletedLeads {
  deleted: Uuid[];
  /** They stay: a mail to them is on its way, or its outcome is unknown. */
  sending: Uuid[];
}

/**
 * Deletes leads for good: their rows, what was written about them and with them, and whom their mails were to. What was counted stays
 * counted, and an address that must not be written to stays so. With `suppress`, theirs become such addresses.
 */
export async function deleteLeads(
  scope: WriteScope,
  ids: readonly Uuid[],
  { suppress }: { suppress: boolean },
): Promise<DeletedLeads> {
  const { app, sql, workspaceId } = scope;
  const family = await lockFamily(scope, ids);
  const held = await sql<{ lead_id: Uuid }>(heldLeads, [workspaceId, family.map(({ id }) => id)]);
  const roots = new Map(family.map(({ id, root }) => [id, root]));
  const sending = new Set(held.flatMap(({ lead_id: id }) => roots.get(id) ?? []));
  const going = family.filter(({ root }) => !sending.has(root)).map(({ id }) => id);
  if (suppress) await suppressAll(scope, going);
  for (const forget of app.forgetting) await forget(scope, going);
  await forgetLead(scope, going);
  const deleted = [...new Set(family.map(({ root }) => root))].filter((root) => !sending.has(root));
  return { deleted, sending: [...sending] };
}

/** Leads in the order of their ids, as whoever does something to many takes them; then nothing is planned for them any more, or sent. */
async function lockFamily({ sql, workspaceId }: WriteScope, ids: readonly Uuid[]): Promise<Relative[]> {
  const family = await findFamily(sql, workspaceId, ids);
  const values = [workspaceId, family.map(({ id }) => id)];
  const locked = await sql<{ id: Uuid }>(
    'select id from lead where workspace_id = $1 and id = any($2::uuid[]) order by id for update',
    values,
  );
  await sql(
    'select from enrollment where workspace_id = $1 and lead_id = any($2::uuid[]) order by id for update',
    values,
  );
  await sql(
    `select from delivery d where d.workspace_id = $1 and d.id in (
       select m.id from enrollment e join delivery m on m.workspace_id = $1 and m.enrollment_id = e.id
        where e.workspace_id = $1 and e.lead_id = any($2::uuid[])
        union all
       select m.id from delivery m where m.workspace_id = $1 and m.lead_id = any($2::uuid[]) and m.enrollment_id is null)
      order by d.id for update`,
    values,
  );
  const there = new Set(locked.map(({ id }) => id));
  return family.filter(({ id }) => there.has(id));
}

async function suppressAll(scope: WriteScope, ids: readonly Uuid[]): Promise<void> {
  const addresses = await scope.sql<{ email: string }>(
    `select distinct a.email from lead l, lateral (select l.email union select e ->> 'email' from jsonb_array_elements(l.emails) e) as a(email)
      where l.workspace_id = $1 and l.id = any($2::uuid[]) order by 1`,
    [scope.workspaceId, ids],
  );
  for (const { email } of addresses) await suppressAddress(scope, { email, reason: 'manual' });
}

/** Deletes one lead. @throws `lead.not_found`, `lead.sending` */
export async function deleteLead(
  scope: WriteScope,
  { id, suppress }: z.output<typeof leadDeletionInput>,
): Promise<{ id: string }> {
  const { deleted, sending } = await deleteLeads(scope, [id], { suppress });
  if (sending.length > 0) fail('lead.sending');
  if (deleted.length === 0) fail('lead.not_found');
  emitStandard(scope, leads, 'deleted', id);
  return { id: toPublicId('lead', id) };
}
