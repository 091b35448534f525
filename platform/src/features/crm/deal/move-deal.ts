import { toPublicId, type Uuid } from '@tabard/contract';
import type { Deal, dealCloseInput, dealMoveInput, dealReopenInput } from '@tabard/contract/crm/deal';
import type { z } from 'zod';
import { fail, type WriteScope } from '#kernel';
import type { DealEntity } from './deal.entity.ts';
import { refuse, requireFilled } from './deal.rules.ts';
import { campaignOfDeal } from './last-campaign.ts';
import { firstStage, holdStage, type HeldStage } from './find-stage.ts';
import { rankAfter } from './place-deal.ts';
import { recordMove } from './record-move.ts';
import { holdDeal, readDeal } from './save-deal.ts';

type Asked = z.output<typeof dealMoveInput>;
interface Reason {
  id: Uuid;
  name: string;
}

/**
 * Puts a deal into a stage, or elsewhere within its own. Whoever moves says where it was seen: of two who move the same deal, the second
 * hears of the first instead of undoing what they did unseen.
 */
export async function moveDeal(scope: WriteScope, asked: Asked): Promise<Deal> {
  const stage = await holdStage(scope, asked.stageId);
  const deal = await holdDeal(scope, asked.id);
  if (asked.fromStageId && asked.fromStageId !== deal.stageId) fail('deal.moved');
  const reason = await requireReason(scope, asked, stage);
  const rank = await rankAfter(scope, stage.id, { afterId: asked.afterId, without: deal.id });
  const closing = {
    ...(stage.kind !== 'open' && asked.reasonId !== undefined && { reasonId: asked.reasonId }),
    ...(stage.kind !== 'open' && asked.note !== undefined && { reasonNote: asked.note || null }),
  };
  const isSame = stage.id === deal.stageId;
  if (isSame) Object.assign(deal, { rank, ...closing });
  else await enterStage(scope, { deal, stage, rank, closing, reason });
  Object.assign(deal, { revision: deal.revision + 1, updatedAt: new Date() });
  await scope.em.flush();
  const ids = { dealId: toPublicId('deal', deal.id), stageId: toPublicId('pipelineStage', stage.id) };
  if (isSame && Object.keys(closing).length > 0) scope.emit('deal.updated', { dealId: ids.dealId });
  else if (isSame) scope.emit('deal.sorted', ids);
  return readDeal(scope, deal.id);
}

interface Entering {
  deal: DealEntity;
  stage: HeldStage;
  rank: string;
  closing: object;
  reason: Reason | null;
}

/** All that changes with the stage, and what is told of it. */
async function enterStage(scope: WriteScope, { deal, stage, rank, closing, reason }: Entering): Promise<void> {
  const { sql, workspaceId, emit } = scope;
  const people = await sql<{ lead_id: Uuid }>(
    'select lead_id from deal_lead where workspace_id = $1 and deal_id = $2',
    [workspaceId, deal.id],
  );
  requireFilled(stage.required_fields, { ...deal, leadIds: people.map(({ lead_id: id }) => id) });
  const [left] = await sql<{ name: string }>('select name from pipeline_stage where workspace_id = $1 and id = $2', [
    workspaceId,
    deal.stageId,
  ]);
  const before = { stageId: deal.stageId, since: deal.stageSince, status: deal.status };
  const { value, currency, ownerId } = deal;
  const now = await recordMove(scope, {
    dealId: deal.id,
    pipelineId: stage.pipeline_id,
    from: before,
    to: stage.id,
    value,
    currency,
    ownerId,
  });
  const isOther = stage.kind !== before.status;
  Object.assign(deal, {
    pipelineId: stage.pipeline_id,
    stageId: stage.id,
    status: stage.kind,
    stageSince: now,
    rank,
    ...(isOther && {
      closedAt: stage.kind === 'open' ? null : now,
      reasonId: null,
      reasonNote: null,
      campaignId: await owedTo(scope, deal, { kind: stage.kind, now }),
    }),
    ...closing,
  });
  const dealId = toPublicId('deal', deal.id);
  emit('deal.stage_changed', {
    dealId,
    fromStageId: toPublicId('pipelineStage', before.stageId),
    toStageId: toPublicId('pipelineStage', stage.id),
    from: left?.name ?? '',
    to: stage.name,
  });
  if (!isOther) return;
  if (stage.kind === 'open') emit('deal.reopened', { dealId });
  else emit(`deal.${stage.kind}`, { dealId, reason: reason?.name ?? null });
}

/** What is won is owed to the campaign that somebody chose, or else to the last one that sent; opened again, to none. */
async function owedTo(
  scope: WriteScope,
  { id, status, campaignId }: DealEntity,
  { kind, now }: { kind: string; now: Date },
): Promise<Uuid | null> {
  const chosen = status === 'open' ? campaignId : null;
  return kind === 'won' ? (chosen ?? (await campaignOfDeal(scope, id, now))) : chosen;
}

/** A reason is one of the workspace's own, for what becomes of the deal. */
async function requireReason(
  { sql, workspaceId }: WriteScope,
  { reasonId }: { reasonId?: Uuid | null | undefined },
  { kind }: HeldStage,
): Promise<Reason | null> {
  if (!reasonId) return null;
  const [reason] = await sql<Reason>(
    'select id, name from deal_reason where workspace_id = $1 and id = $2 and outcome = $3 for key share',
    [workspaceId, reasonId, kind],
  );
  return reason ?? refuse('reasonId', 'not_listed', 'There is no such reason for this. Choose one of the list.');
}

/** Wins or loses a deal: it goes to the first stage of its pipeline that is for that. */
export async function closeDeal(
  scope: WriteScope,
  { id, outcome, ...closing }: z.output<typeof dealCloseInput>,
): Promise<Deal> {
  const deal = await pipelineOf(scope, id);
  const stageId =
    deal.status === outcome
      ? deal.stage_id
      : ((await firstStage(scope, deal.pipeline_id, outcome)) ??
        refuse('outcome', 'not_listed', 'The pipeline has no stage for this.'));
  return moveDeal(scope, { id, stageId, ...closing });
}

/** Opens a deal again, in the stage where it was before it was won or lost. One that is open stays as it is. */
export async function reopenDeal(scope: WriteScope, { id }: z.output<typeof dealReopenInput>): Promise<Deal> {
  const deal = await pipelineOf(scope, id);
  if (deal.status === 'open') return readDeal(scope, id);
  const [before] = await scope.sql<{ id: Uuid }>(
    `select s.id from deal_move m join pipeline_stage s on s.workspace_id = $1 and s.id = m.from_stage_id
      where m.workspace_id = $1 and m.deal_id = $2 and s.kind = 'open' and s.removed_at is null and s.pipeline_id = $3
      order by m.at desc, m.id desc limit 1`,
    [scope.workspaceId, id, deal.pipeline_id],
  );
  const stageId = before?.id ?? (await firstStage(scope, deal.pipeline_id, 'open')) ?? fail('pipeline.not_found');
  return moveDeal(scope, { id, stageId, fromStageId: deal.stage_id });
}

interface Standing {
  pipeline_id: Uuid;
  stage_id: Uuid;
  status: string;
}

async function pipelineOf({ sql, workspaceId }: WriteScope, id: Uuid): Promise<Standing> {
  const [deal] = await sql<Standing>(
    'select pipeline_id, stage_id, status from deal where workspace_id = $1 and id = $2',
    [workspaceId, id],
  );
  return deal ?? fail('deal.not_found');
}
