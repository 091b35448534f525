import type { Uuid } from '@tabard/contract';
import { amountLimit, type RequirableField } from '@tabard/contract/crm/deal-words';
import { linesTotal, type PricedLine } from '@tabard/contract/crm/deal-lines';
import { requireCompany } from '#features/crm/company';
import { membersHere } from '#features/identity/member';
import { fail, type WriteScope } from '#kernel';

/** Ends the call: a field says what is not there. */
export const refuse = (path: string, reason: string, message: string): never =>
  fail('request.invalid', { details: [{ path, reason, message }] });

/** What a deal can be asked to have before it enters a stage. */
export interface Filled {
  value: number;
  expectedCloseOn: string | null;
  ownerId: Uuid | null;
  companyId: Uuid | null;
  source: string | null;
  leadIds: readonly Uuid[];
}

/**
 * Everything that a stage asks for is filled.
 * @throws Failure `deal.fields_missing` that names each that is not.
 */
export function requireFilled(required: readonly RequirableField[], deal: Filled): void {
  const details = required
    .filter((field) => {
      const held = deal[field];
      return Array.isArray(held) ? held.length === 0 : !held;
    })
    .map((path) => ({ path, reason: 'required', message: 'Fill this before the deal enters the stage.' }));
  if (details.length > 0) fail('deal.fields_missing', { details });
}

/** A sum as SQL gives it. Beyond what JSON carries exactly stands the largest whole number that it does. */
export const sumOf = (text: string): number => Math.min(Number(text), Number.MAX_SAFE_INTEGER);

/** What a deal is worth: the sum of its products where it has any. */
export function settleValue(lines: readonly PricedLine[], value: number | undefined): number | undefined {
  if (lines.length === 0) return value;
  const total = linesTotal(lines);
  if (total > amountLimit) refuse('lines', 'too_large', 'The products come to more than a deal can be worth.');
  if (value !== undefined && value !== total)
    refuse('value', 'wrong_form', 'The value follows from the products. Leave it out, or take the products out.');
  return total;
}

/**
 * Campaigns that something is owed to, or was spent on, are there, also those that are archived.
 * @throws Failure `request.invalid` that names which one is not.
 */
export async function requireCampaigns(
  { sql, workspaceId }: WriteScope,
  ids: readonly Uuid[],
  pathOf: (at: number) => string,
): Promise<void> {
  if (ids.length === 0) return;
  const rows = await sql<{ id: Uuid }>('select id from campaign where workspace_id = $1 and id = any($2::uuid[])', [
    workspaceId,
    ids,
  ]);
  const known = new Set(rows.map(({ id }) => id));
  const at = ids.findIndex((id) => !known.has(id));
  if (at >= 0) refuse(pathOf(at), 'not_listed', 'There is no such campaign here. Choose one of the list.');
}

/** Who and what is named around a deal. */
interface Around {
  ownerId?: Uuid | null | undefined;
  companyId?: Uuid | null | undefined;
  campaignId?: Uuid | null | undefined;
  leadIds?: readonly Uuid[] | undefined;
}

/**
 * Who is named around a deal is there, and stays until the transaction ends.
 * @throws Failure `request.invalid` that names who is not.
 */
export async function requireAround(
  scope: WriteScope,
  { ownerId, companyId, campaignId, leadIds = [] }: Around,
): Promise<void> {
  const { sql, workspaceId } = scope;
  if (companyId) await requireCompany(scope, companyId);
  if (campaignId) await requireCampaigns(scope, [campaignId], () => 'campaignId');
  if (leadIds.length > 0) {
    const rows = await sql<{ id: Uuid }>(
      'select id from lead where workspace_id = $1 and id = any($2::uuid[]) and archived_at is null order by id for key share',
      [workspaceId, leadIds],
    );
    const known = new Set(rows.map(({ id }) => id));
    const at = leadIds.findIndex((id) => !known.has(id));
    if (at >= 0) refuse(`leadIds.${at}`, 'not_listed', 'There is no such lead here. Choose one that is not archived.');
  }
  if (ownerId) {
    const [row] = await sql(`${membersHere('m.id')} and m.id = $2`, [workspaceId, ownerId]);
    if (!row)
      refuse('ownerId', 'not_listed', 'There is no such member here. Choose somebody who works in this workspace.');
  }
}

/** Puts these leads into a deal, in their order, and takes all others out. */
export async function writeLeads(
  { sql, workspaceId }: WriteScope,
  dealId: Uuid,
  leadIds: readonly Uuid[],
): Promise<void> {
  await sql('delete from deal_lead where workspace_id = $1 and deal_id = $2 and lead_id <> all($3::uuid[])', [
    workspaceId,
    dealId,
    leadIds,
  ]);
  await sql(
    `insert into deal_lead (workspace_id, deal_id, lead_id, position)
     select $1, $2, w.id, w.place - 1 from unnest($3::uuid[]) with ordinality as w(id, place)
         on conflict (workspace_id, deal_id, lead_id) do update set position = excluded.position`,
    [workspaceId, dealId, leadIds],
  );
}
