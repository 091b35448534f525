import { toPublicId, type Uuid } from '@tabard/contract';
import type { Conversion, conversionCreateInput } from '@tabard/contract/crm/conversion';
import type { z } from 'zod';
import { lastCampaignOf, refuse, requireCampaigns } from '#features/crm/deal';
import { fail, insertOne, type WriteScope } from '#kernel';
import { conversions } from './conversion.entity.ts';

type Given = z.output<typeof conversionCreateInput>;

/** What is said of a conversion or of a loss. */
interface Said {
  outcome: string;
  kind?: string | null | undefined;
  name?: string | null | undefined;
  reason?: string | null | undefined;
  value?: number | null | undefined;
  dealId?: Uuid | null | undefined;
}

/**
 * A conversion says what it was; a lead that is lost says why, and brings nothing.
 * @throws Failure `request.invalid` that names what is missing or too much.
 */
export function requireWhole({ outcome, kind, name, reason, value, dealId }: Said): void {
  if (outcome === 'converted') {
    if (!kind) refuse('kind', 'required', 'Say what the conversion was.');
    if (kind === 'custom' && !name) refuse('name', 'required', 'Say what it is called.');
    if (reason) refuse('reason', 'wrong_form', 'A reason is given for a lead that is lost.');
    return;
  }
  if (!reason) refuse('reason', 'required', 'Say why the lead is lost.');
  const further = Object.entries({ kind, name, value, dealId }).find(
    ([, given]) => given !== null && given !== undefined && given !== '',
  );
  if (further) refuse(further[0], 'wrong_form', 'This is said of a conversion, not of a lead that is lost.');
}

interface Worth {
  value: number;
  currency: string;
}

/**
 * The deal that a conversion of a lead names, kept from going until the transaction ends: one that the lead is in, or of its company.
 * @throws Failure `request.invalid` where there is none.
 */
export async function requireDeal({ sql, workspaceId }: WriteScope, id: Uuid, leadId: Uuid): Promise<Worth> {
  const [deal] = await sql<{ value: string; currency: string; concerns: boolean }>(
    `select d.value, d.currency,
            exists (select from deal_lead k where k.workspace_id = $1 and k.deal_id = d.id and k.lead_id = $3)
            or exists (select from lead l where l.workspace_id = $1 and l.id = $3 and l.company_id = d.company_id) as concerns
       from deal d where d.workspace_id = $1 and d.id = $2 and d.archived_at is null for key share`,
    [workspaceId, id, leadId],
  );
  if (!deal) return refuse('dealId', 'not_listed', 'There is no such deal here. Choose one that is not archived.');
  if (!deal.concerns) return refuse('dealId', 'not_listed', 'The lead is not in this deal. Add it there first.');
  return { value: Number(deal.value), currency: deal.currency };
}

/** Says that a lead converted, or is lost. Told as an event of the lead. */
export async function createConversion(scope: WriteScope, given: Given): Promise<Conversion> {
  const { leadId, dealId } = given;
  const [lead] = await scope.sql<{ source: string }>(
    'select source from lead where workspace_id = $1 and id = $2 and archived_at is null for key share',
    [scope.workspaceId, leadId],
  );
  if (!lead) return fail('lead.not_found');
  requireWhole(given);
  const deal = dealId ? await requireDeal(scope, dealId, leadId) : null;
  if (deal && given.value === undefined && given.currency && given.currency !== deal.currency)
    refuse('value', 'required', `The deal is in ${deal.currency}. Say what it is in ${given.currency}.`);
  if (given.campaignId) await requireCampaigns(scope, [given.campaignId], () => 'campaignId');
  const happenedAt = given.happenedAt ? new Date(given.happenedAt) : new Date();
  const campaignId =
    given.campaignId === undefined ? await lastCampaignOf(scope, leadId, happenedAt) : given.campaignId;
  const made = await insertOne(conversions, scope, {
    ...given,
    happenedAt,
    campaignId,
    source: lead.source,
    value: given.value ?? deal?.value ?? null,
    currency: given.currency ?? deal?.currency ?? 'EUR',
  });
  const told = { leadId: toPublicId('lead', leadId), conversionId: made.id };
  if (given.outcome === 'lost') scope.emit('lead.lost', told);
  else scope.emit('lead.converted', { ...told, kind: made.kind ?? 'custom', name: made.name });
  return made;
}
