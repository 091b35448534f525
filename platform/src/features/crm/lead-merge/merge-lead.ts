import { snakeCase, toPublicId, type Uuid } from '@tabard/contract';
import type {
  leadMergeInput,
  leadMergeOutput,
  leadMergePreviewInput,
  leadMergePreviewOutput,
} from '@tabard/contract/crm/lead-merge';
import { mergeableLeadFields } from '@tabard/contract/crm/lead-merge-words';
import type { LeadPhone } from '@tabard/contract/crm/lead-reach';
import type { z } from 'zod';
import { furtherOf, leads, type LeadRow } from '#features/crm/lead';
import {
  fail,
  failpoint,
  isSame,
  newId,
  readOne,
  writeChanged,
  type Changed,
  type ReadScope,
  type WriteScope,
} from '#kernel';
import { mergeEnrollments } from './merge-enrollments.ts';
import { moveRows } from './move-rows.ts';
import type { Moved } from './moved.rules.ts';

const columns = mergeableLeadFields.map((field) => [field, snakeCase(field)] as const);
const at = (row: LeadRow, column: string): unknown => (row as unknown as Record<string, unknown>)[column]; // by a column's name
/** Columns that go with another one. */
const together: Readonly<Record<string, readonly string[]>> = { phone: ['phone_normal'], company: ['company_id'] };

async function loadBoth(scope: ReadScope, id: Uuid, otherId: Uuid): Promise<{ row: LeadRow; other: LeadRow }> {
  if (id === otherId)
    fail('request.invalid', {
      details: [{ path: 'otherId', reason: 'not_listed', message: 'Choose another lead: this one is the same.' }],
    });
  const [row, other] = [await readOne(leads, scope, id), await readOne(leads, scope, otherId)];
  if (!row || row.archived_at || !other || other.archived_at) fail('lead.not_found');
  return { row, other };
}

/** What would come of a merge. */
export async function previewMerge(
  scope: ReadScope,
  { id, otherId }: z.output<typeof leadMergePreviewInput>,
): Promise<z.input<typeof leadMergePreviewOutput>> {
  const { row, other } = await loadBoth(scope, id, otherId);
  const [counts] = await scope.read<{ campaigns: number; shared: number; conversations: number }>(
    `select count(*) filter (where s.id is null)::int as campaigns, count(s.id)::int as shared,
            (select count(*)::int from conversation where workspace_id = $1 and lead_id = $3) as conversations
       from enrollment o left join enrollment s on s.workspace_id = $1 and s.campaign_id = o.campaign_id and s.lead_id = $2
      where o.workspace_id = $1 and o.lead_id = $3`,
    [scope.workspaceId, id, otherId],
  );
  const keys = [...new Set([...Object.keys(row.custom), ...Object.keys(other.custom)])].toSorted();
  return {
    lead: leads.shape(row),
    other: leads.shape(other),
    differing: [
      ...columns.flatMap(([field, column]) => (isSame(at(row, column), at(other, column)) ? [] : [field])),
      ...keys.flatMap((key) => (isSame(row.custom[key], other.custom[key]) ? [] : [`custom.${key}`])),
    ],
    campaigns: counts?.campaigns ?? 0,
    sharedCampaigns: counts?.shared ?? 0,
    conversations: counts?.conversations ?? 0,
  };
}

/**
 * Makes one lead part of another, at once: what points at it points at the one that stays, its addresses are further ones of that, and it
 * goes into the archive. All of it can be taken back for thirty days.
 */
export async function mergeLead(
  scope: WriteScope,
  { id, otherId, take }: z.output<typeof leadMergeInput>,
): Promise<z.input<typeof leadMergeOutput>> {
  const { sql, workspaceId, app } = scope;
  // In the order of their ids, so that two merges of the same ones take turns.
  await sql('select 1 from lead where workspace_id = $1 and id = any($2::uuid[]) order by id for update', [
    workspaceId,
    [id, otherId],
  ]);
  const { row, other } = await loadBoth(scope, id, otherId);
  const changed = changesOf(row, other, take);
  // First: its address may become the one of the lead that stays.
  await sql(
    'update lead set archived_at = now(), merged_into_id = $3, updated_at = now() where workspace_id = $1 and id = $2',
    [workspaceId, otherId, id],
  );
  const enrollments = await mergeEnrollments(scope, { id, otherId });
  await failpoint('m1', app.config.process.failpoint);
  const moved: Moved = { ...(await moveRows(scope, { id, otherId })), enrollments };
  await writeChanged(leads, scope, id, changed, 'after');
  const mergeId = newId();
  await sql(
    'insert into lead_merge (workspace_id, id, lead_id, other_id, changed, moved) values ($1, $2, $3, $4, $5, $6)',
    [workspaceId, mergeId, id, otherId, JSON.stringify(changed), JSON.stringify(moved)],
  );
  await failpoint('m2', app.config.process.failpoint);
  tellMerge(scope, 'lead.merged', { id: mergeId, leadId: id, otherId });
  const merged = await readOne(leads, scope, id);
  return { id: toPublicId('leadMerge', mergeId), lead: leads.shape(merged!) }; // written in this transaction
}

/** What the one that stays takes from the other: chosen fields, or those that it lacks; lists of both; the firmer of two words. */
function changesOf(row: LeadRow, other: LeadRow, take: readonly string[] | undefined): Changed {
  const changed: Changed = {};
  const set = (column: string, after: unknown): void => {
    const before = at(row, column);
    if (isSame(before, after)) delete changed[column];
    else changed[column] = { before, after };
  };
  for (const [field, column] of columns) {
    const takes = take ? take.includes(field) && (field !== 'email' || other.email !== '') : at(row, column) === null;
    if (takes) for (const one of [column, ...(together[column] ?? [])]) set(one, at(other, one));
  }
  const email = (changed['email']?.after as string | undefined) ?? row.email; // a text column
  const first = (one: LeadRow) => ({ email: one.email, kind: 'work' as const, label: null });
  set('emails', furtherOf([...row.emails, ...other.emails, first(row), first(other)], email));
  set('phones', phonesOf(row, other, (changed['phone']?.after as string | null | undefined) ?? row.phone));
  set('tags', [...new Set([...row.tags, ...other.tags])]);
  set('profiles', [...new Set([...row.profiles, ...other.profiles])]);
  set('custom', customOf(row, other, take));
  set('status', statusOf(row.status, other.status));
  return changed;
}

/** Numbers of both, without the one that is the first. */
function phonesOf(row: LeadRow, other: LeadRow, phone: string | null): LeadPhone[] {
  const first = (one: LeadRow): LeadPhone[] =>
    one.phone ? [{ number: one.phone, normal: one.phone_normal, kind: 'work', label: null }] : [];
  const seen = new Set([phone]);
  return [...row.phones, ...other.phones, ...first(row), ...first(other)].filter(({ number }) => {
    const isNew = !seen.has(number);
    seen.add(number);
    return isNew;
  });
}

function customOf(row: LeadRow, other: LeadRow, take: readonly string[] | undefined): LeadRow['custom'] {
  const custom = { ...row.custom };
  for (const [key, value] of Object.entries(other.custom))
    if (take ? take.includes(`custom.${key}`) : custom[key] === undefined) custom[key] = value;
  return custom;
}

/** Who unsubscribed or answered from one address did so for both; that an address bounced is its own matter. */
function statusOf(own: LeadRow['status'], other: LeadRow['status']): LeadRow['status'] {
  if (own === 'unsubscribed' || other === 'unsubscribed') return 'unsubscribed';
  if (own === 'bounced') return own;
  if (own === 'replied' || other === 'replied') return 'replied';
  return own === 'active' || other === 'active' ? 'active' : own;
}

/** Says it of both. */
export function tellMerge(
  scope: WriteScope,
  name: 'lead.merged' | 'lead.unmerged',
  merge: { id: Uuid; leadId: Uuid; otherId: Uuid },
): void {
  const leadId = toPublicId('lead', merge.leadId);
  const otherLeadId = toPublicId('lead', merge.otherId);
  scope.emit(name, { leadId, otherLeadId, leadMergeId: toPublicId('leadMerge', merge.id) });
  scope.emit('lead.updated', { leadId });
  scope.emit(name === 'lead.merged' ? 'lead.archived' : 'lead.restored', { leadId: otherLeadId });
}
