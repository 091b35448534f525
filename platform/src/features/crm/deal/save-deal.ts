import { fromPublicId, type Uuid } from '@tabard/contract';
import type { Deal, dealCreateInput, dealUpdateInput } from '@tabard/contract/crm/deal';
import type { z } from 'zod';
import { changeOne, fail, insertOne, lockOne, readOne, type WriteScope } from '#kernel';
import { deals, type DealEntity } from './deal.entity.ts';
import { requireAround, requireFilled, settleValue, writeLeads } from './deal.rules.ts';
import { campaignOfDeal } from './last-campaign.ts';
import { beginningStage } from './find-stage.ts';
import { rankAfter } from './place-deal.ts';
import { recordMove } from './record-move.ts';

/** One deal as it is now. */
export async function readDeal(scope: WriteScope, id: Uuid): Promise<Deal> {
  const row = await readOne(deals, scope, id);
  return row ? deals.shape(row) : fail('deal.not_found');
}

/** A live deal, kept from others until the transaction ends. Its stage, where one is needed, is held before. */
export async function holdDeal(scope: WriteScope, id: Uuid): Promise<DealEntity> {
  const [row] = await scope.sql<{ archived: boolean }>(
    'select archived_at is not null as archived from deal where workspace_id = $1 and id = $2',
    [scope.workspaceId, id],
  );
  if (row?.archived) fail('deal.archived');
  return lockOne(deals, scope, id);
}

/** Adds one deal on top of its stage. */
export async function createDeal(
  scope: WriteScope,
  { pipelineId, stageId, leadIds, ...given }: z.output<typeof dealCreateInput>,
): Promise<Deal> {
  await requireAround(scope, { ...given, leadIds });
  const stage = await beginningStage(scope, { pipelineId, stageId });
  const value = settleValue(given.lines, given.lines.length > 0 && given.value === 0 ? undefined : given.value) ?? 0;
  const currency = given.currency ?? stage.currency;
  const { ownerId = null, companyId = null, source = null, expectedCloseOn = null } = given;
  requireFilled(stage.required_fields, { value, ownerId, companyId, source, expectedCloseOn, leadIds });
  const now = new Date();
  const made = await insertOne(deals, scope, {
    ...given,
    value,
    currency,
    pipelineId: stage.pipeline_id,
    stageId: stage.id,
    status: stage.kind,
    rank: await rankAfter(scope, stage.id, {}),
    stageSince: now,
    closedAt: stage.kind === 'open' ? null : now,
  });
  const id = fromPublicId('deal', made.id)!; // the platform's own id
  await writeLeads(scope, id, leadIds);
  const { pipeline_id: of } = stage;
  await recordMove(scope, { dealId: id, pipelineId: of, to: stage.id, value, currency, ownerId });
  if (stage.kind === 'won' && given.campaignId === undefined)
    await scope.sql('update deal set campaign_id = $3 where workspace_id = $1 and id = $2', [
      scope.workspaceId,
      id,
      await campaignOfDeal(scope, id, now),
    ]);
  return readDeal(scope, id);
}

/** Changes the given fields of a deal, unless somebody else did since they were seen. */
export async function updateDeal(
  scope: WriteScope,
  { id, leadIds, revision, ...changes }: z.output<typeof dealUpdateInput>,
): Promise<Deal> {
  await requireAround(scope, { ...changes, ...(leadIds && { leadIds }) });
  const known = await holdDeal(scope, id);
  if (revision !== undefined && revision !== known.revision) fail('deal.changed');
  const value = settleValue(changes.lines ?? known.lines, changes.value);
  if (leadIds) await writeLeads(scope, id, leadIds);
  return changeOne(deals, scope, known, {
    ...changes,
    ...(value !== undefined && { value }),
    revision: known.revision + 1,
  });
}
