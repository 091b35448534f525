import { msg } from '@lit/localize';
import type { ForecastCategory, RequirableField, StageKind } from '@tabard/contract/crm/deal-words';
import type { Deal } from '@tabard/contract/crm/deal';
import type { PipelineStage } from '@tabard/contract/crm/pipeline';
import type { Tone } from '../../kit/badge-mark.ts';

/** What the fields of a deal are called. */
export const dealLabels = {
  title: () => msg('Title'),
  value: () => msg('Value'),
  currency: () => msg('Currency'),
  probability: () => msg('Probability'),
  expectedCloseOn: () => msg('Expected close'),
  forecast: () => msg('Forecast'),
  ownerId: () => msg('Owner'),
  companyId: () => msg('Company'),
  campaignId: () => msg('Campaign'),
  leadIds: () => msg('Contacts'),
  source: () => msg('Source'),
  stageId: () => msg('Stage'),
} as const;

/** What a stage can ask for. */
export const requirableWord = (field: RequirableField): string => dealLabels[field]();

export const statusTones: Readonly<Record<StageKind, Tone>> = { open: 'info', won: 'success', lost: 'danger' };

/** Where a deal stands. */
export function statusWord(status: StageKind): string {
  const words: Record<StageKind, string> = { open: msg('Open'), won: msg('Won'), lost: msg('Lost') };
  return words[status];
}

/** How sure one can be of a deal. */
export const forecastWords = (): Record<ForecastCategory, string> => ({
  pipeline: msg('Pipeline'),
  best_case: msg('Best case'),
  commit: msg('Commit'),
  omitted: msg('Omitted'),
});
export const forecastWord = (category: ForecastCategory): string => forecastWords()[category];

const QUIET: readonly Tone[] = ['neutral', 'info', 'accent', 'warning'];

/** The tone of a stage: from quiet to near the end, then won and lost. */
export function stageTone(stage: PipelineStage, stages: readonly PipelineStage[]): Tone {
  if (stage.kind !== 'open') return statusTones[stage.kind];
  const open = stages.filter(({ kind }) => kind === 'open');
  const at = open.findIndex(({ id }) => id === stage.id);
  return QUIET[Math.round((at / Math.max(1, open.length - 1)) * (QUIET.length - 1))] ?? 'neutral';
}

const DAY = 86_400_000;

/** Whether an open deal has been in its stage for longer than the stage allows. */
export const stands = (deal: Deal, stage: PipelineStage | undefined, now = Date.now()): boolean =>
  deal.status === 'open' &&
  stage?.rottingDays !== null &&
  stage?.rottingDays !== undefined &&
  now - Date.parse(deal.stageSince) > stage.rottingDays * DAY;

/** Whether the day by which an open deal should be closed is over. */
export const isOverdue = (deal: Deal, today = new Date().toISOString().slice(0, 10)): boolean =>
  deal.status === 'open' && deal.expectedCloseOn !== null && deal.expectedCloseOn < today;

/** Who a deal is with, in a few words. */
export const partyOf = (deal: Deal): string =>
  [deal.companyName, deal.contacts[0]?.name].filter(Boolean).join(' · ') || msg('Nobody yet');
