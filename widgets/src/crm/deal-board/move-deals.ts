import { msg, str } from '@lit/localize';
import type { Deal } from '@tabard/contract/crm/deal';
import type { PipelineStage } from '@tabard/contract/crm/pipeline';
import type { Session } from '../../core/session.ts';
import type { Toast } from '../../kit/toaster.ts';
import type { Closing } from '../deal/close-deal.ts';
import type { DealLanes } from './deal-lanes.ts';

/** How a change is tried, and what came of it is told. */
export interface Telling {
  attempt: (change: () => PromiseLike<unknown>) => Promise<boolean>;
  toast: (toast: Toast) => void;
}
/** What moving asks of the board that it is done on. */
interface Field extends Telling {
  lanes: DealLanes;
  stageOf: (id: string) => PipelineStage | undefined;
  /** Why it is won or lost; null where somebody thinks again. */
  askWhy: (title: string, outcome: 'won' | 'lost') => Promise<Closing | null>;
  mayMove: (deal: Deal, to: string) => boolean;
}

/**
 * Moves a deal to a place of a stage and offers the way back. It says where the deal was seen, so that whoever moved it meanwhile is not
 * undone unseen: then the board is read again and shows where it is.
 */
export async function moveDeal(
  session: Session,
  field: Field,
  { id, to, after }: { id: string; to: string; after: string | null },
): Promise<boolean> {
  const { lanes, stageOf, attempt } = field;
  const found = lanes.find(id);
  const stage = stageOf(to);
  if (!found || !stage || !field.mayMove(found.deal, to)) return false;
  const { deal, above } = found;
  const closes = stage.kind !== 'open' && stage.kind !== deal.status ? stage.kind : null;
  const said = closes && (await field.askWhy(deal.title, closes));
  if (closes && !said) return false;
  const { deals } = session.client;
  const place = { id, stageId: to, fromStageId: deal.stageId, ...(after && { afterId: after }) };
  const done = await attempt(async () => lanes.put(await deals.move({ ...place, ...said }), after));
  if (!done) {
    session.cache.invalidate(['deals']);
    return false;
  }
  if (to !== deal.stageId) offerBack(session, field, { deal, above, stage });
  return true;
}

function offerBack(
  session: Session,
  { attempt, toast }: Field,
  { deal, above, stage }: { deal: Deal; above: string | null; stage: PipelineStage },
): void {
  const { id, stageId, reasonId, reasonNote } = deal;
  const back = async (): Promise<void> => {
    const why = deal.status === 'open' ? {} : { reasonId, ...(reasonNote && { note: reasonNote }) };
    const place = { id, stageId, fromStageId: stage.id, ...(above && { afterId: above }) };
    await session.client.deals.move({ ...place, ...why });
    session.cache.invalidate(['deals']);
  };
  toast({
    text: msg(str`“${deal.title}” moved to ${stage.name}`),
    action: { label: msg('Undo'), run: () => void attempt(back) },
  });
}

/** Takes a deal off the board, or brings it back, and offers the other way. */
export async function archiveDeal(
  session: Session,
  { id, archivedAt, title }: Deal,
  { attempt, toast }: Telling,
): Promise<void> {
  const put = async (archived: boolean): Promise<void> => {
    await session.client.deals[archived ? 'archive' : 'restore']({ ids: [id] });
    session.cache.invalidate(['deals']);
  };
  if (!(await attempt(() => put(!archivedAt)))) return;
  toast({
    text: archivedAt ? msg(str`“${title}” restored`) : msg(str`“${title}” archived`),
    action: { label: msg('Undo'), run: () => void attempt(() => put(Boolean(archivedAt))) },
  });
}
