import { msg } from '@lit/localize';
import type { Deal } from '@tabard/contract/crm/deal';
import type { PipelineStage } from '@tabard/contract/crm/pipeline';
import type { Format } from '../../core/format.ts';
import { html } from '../../base/html.ts';
import { badgeMark } from '../../kit/badge-mark.ts';
import type { BoardCard } from '../../kit/board-card.ts';
import { isOverdue, partyOf, stands } from '../deal/deal-labels.ts';
import { dayText } from '../deal/day-text.ts';
import { moneyText } from '../deal/money.ts';

/** A deal as a card: who it is with, when it closes or what is wrong with it, and what it is worth. */
export function dealCard(deal: Deal, stage: PipelineStage | undefined, format: Format): BoardCard {
  return {
    id: deal.id,
    column: deal.stageId,
    title: deal.title,
    facts: () => [partyOf(deal), whenOf(deal, stage, format), moneyText(format.locale, deal.value, deal.currency)],
  };
}

/** When it closes, or closed. */
function whenOf(deal: Deal, stage: PipelineStage | undefined, format: Format): unknown {
  if (deal.closedAt) return html`<span title=${format.dateTime(deal.closedAt)}>${format.date(deal.closedAt)}</span>`;
  if (isOverdue(deal)) return badgeMark(msg('Overdue'), 'danger');
  if (stands(deal, stage)) return badgeMark(msg('Stands still'), 'warning');
  return deal.expectedCloseOn ? dayText(format, deal.expectedCloseOn) : (deal.ownerName ?? '');
}
