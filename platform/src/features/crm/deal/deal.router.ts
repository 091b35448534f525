import {
  dealCloseInput,
  dealCreateInput,
  dealHistoryInput,
  dealHistoryOutput,
  dealListInput,
  dealMoveInput,
  dealOutput,
  dealOwnersOutput,
  dealReopenInput,
  dealTotalsInput,
  dealTotalsOutput,
  dealUpdateInput,
} from '@tabard/contract/crm/deal';
import { pageOf } from '@tabard/contract';
import { z } from 'zod';
import { listOwners } from '#features/crm/company';
import { archiveOf, countOf, getOf, removeOf, restoreOf, router, workspaceMutation, workspaceQuery } from '#kernel';
import { deals } from './deal.entity.ts';
import { listDeals } from './list-deals.ts';
import { listMoves } from './list-moves.ts';
import { closeDeal, moveDeal, reopenDeal } from './move-deal.ts';
import { createDeal, updateDeal } from './save-deal.ts';
import { sumStages } from './sum-stages.ts';

const { read, write } = deals;

export const dealRouter = router({
  /** Lists deals, newest first unless told otherwise; by `rank` in the order of a stage. */
  list: workspaceQuery({
    permission: read,
    input: dealListInput,
    output: pageOf(dealOutput),
    handler: listDeals,
  }),
  /** Counts the deals that a filter takes. */
  count: countOf(deals),
  /** What the deals of each stage of a pipeline come to, of those that a filter takes. */
  totals: workspaceQuery({
    permission: read,
    input: dealTotalsInput,
    output: dealTotalsOutput,
    handler: sumStages,
  }),
  /** Gets one deal. */
  get: getOf(deals),
  /** Adds one deal, on top of its stage. */
  create: workspaceMutation({ permission: write, input: dealCreateInput, output: dealOutput, handler: createDeal }),
  /** Changes the given fields of a deal; `null` empties a field. */
  update: workspaceMutation({ permission: write, input: dealUpdateInput, output: dealOutput, handler: updateDeal }),
  /** Puts a deal into a stage, or elsewhere within its own. A stage that is for won or lost deals closes it. */
  move: workspaceMutation({ permission: write, input: dealMoveInput, output: dealOutput, handler: moveDeal }),
  /** Wins or loses a deal, and says why. */
  close: workspaceMutation({ permission: write, input: dealCloseInput, output: dealOutput, handler: closeDeal }),
  /** Opens a deal again, in the stage where it was before. */
  reopen: workspaceMutation({ permission: write, input: dealReopenInput, output: dealOutput, handler: reopenDeal }),
  /** Takes up to 1,000 deals out of lists, boards and figures. */
  archive: archiveOf(deals),
  /** Brings archived deals back. */
  restore: restoreOf(deals),
  /** Deletes one deal for good, with its history. */
  remove: removeOf(deals),
  /** Lists the moves of a deal from stage to stage. */
  history: workspaceQuery({
    permission: read,
    input: dealHistoryInput,
    output: dealHistoryOutput,
    handler: listMoves,
  }),
  /** Lists who can look after a deal. */
  owners: workspaceQuery({
    permission: read,
    input: z.strictObject({}),
    output: dealOwnersOutput,
    handler: listOwners,
  }),
});
