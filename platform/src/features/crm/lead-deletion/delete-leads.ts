import { toPublicId, type Uuid } from '@tabard/contract';
import type { leadDeletionInput } from '@tabard/contract/crm/lead-deletion';
import type { z } from 'zod';
import { forgetLead, leads } from '#features/crm/lead';
import { suppressAddress } from '#features/outreach/suppression';
import { emitStandard, fail, type WriteScope } from '#kernel';
import { findFamily, heldLeads, type Relative } from './find-family.ts';

/** What became of the leads that were to be deleted. */
export interface DeletedLeads {
  /** Those that are gone, without the ones that became part of them and were not asked for. */
  deleted: Uuid[];
  /** A mail to them is on its way or its outcome unknown, or they are part of one that is not deleted. */
  stay: { id: Uuid; code: 'sending' | 'merged' }[];
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
  const { family, merged } = await lockFamily(scope, ids);
  const held = await sql<{ lead_id: Uuid }>(heldLeads, [workspaceId, family.map(({ id }) => id)]);
  const roots = new Map(family.map(({ id, root }) => [id, root]));
  const sending = new Set(held.flatMap(({ lead_id: id }) => roots.get(id) ?? []));
  const going = family.filter(({ root }) => !sending.has(root)).map(({ id }) => id);
  if (suppress) await suppressAll(scope, going);
  for (const forget of app.forgetting) await forget(scope, going);
  await forgetLead(scope, going);
  const asked = new Set(ids);
  return {
    deleted: going.filter((id) => asked.has(id)),
    stay: [
      ...family
        .filter(({ id, root }) => sending.has(root) && asked.has(id))
        .map(({ id }) => ({ id, code: 'sending' as const })),
      ...merged.map((id) => ({ id, code: 'merged' as const })),
    ],
  };
}

/**
 * Locks campaigns, then leads, each in the order of their ids, as whoever enrolls takes them; then ways through campaigns and mails, so that
 * nothing is planned or sent from here on.
 */
async function lockFamily(
  { sql, workspaceId }: WriteScope,
  ids: readonly Uuid[],
): Promise<{ family: Relative[]; merged: Uuid[] }> {
  const { family, merged } = await findFamily(sql, workspaceId, ids);
  const values = [workspaceId, family.map(({ id }) => id)];
  await sql(
    `select from campaign where workspace_id = $1
        and id in (select campaign_id from enrollment where workspace_id = $1 and lead_id = any($2::uuid[])) order by id for no key update`,
    values,
  );
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
  return { family: family.filter(({ id }) => there.has(id)), merged };
}

async function suppressAll(scope: WriteScope, ids: readonly Uuid[]): Promise<void> {
  const addresses = await scope.sql<{ email: string }>(
    `select distinct a.email from lead l, lateral (select l.email union select e ->> 'email' from jsonb_array_elements(l.emails) e) as a(email)
      where l.workspace_id = $1 and l.id = any($2::uuid[]) order by 1`,
    [scope.workspaceId, ids],
  );
  for (const { email } of addresses) await suppressAddress(scope, { email, reason: 'manual' });
}

/** Deletes one lead. @throws `lead.not_found`, `lead.sending`, `lead.merged` */
export async function deleteLead(
  scope: WriteScope,
  { id, suppress }: z.output<typeof leadDeletionInput>,
): Promise<{ id: string }> {
  const { deleted, stay } = await deleteLeads(scope, [id], { suppress });
  if (stay[0]) fail(`lead.${stay[0].code}`);
  if (deleted.length === 0) fail('lead.not_found');
  emitStandard(scope, leads, 'deleted', id);
  return { id: toPublicId('lead', id) };
}
