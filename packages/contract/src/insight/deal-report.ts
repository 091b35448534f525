import { z } from 'zod';
import { outcomeDivisions } from '../crm/deal-words.ts';
import { idInput, idOutput } from '../ids.ts';
import { calendarDay } from '../moment.ts';

const only = {
  /** Only deals of this pipeline. */
  pipelineId: idInput('pipeline').optional(),
  /** Only deals that this member looks after. */
  ownerId: idInput('member').optional(),
  /** Only deals of those who are in this team now. */
  teamId: idInput('team').optional(),
};

export const dealForecastInput = z.strictObject({
  /** The first month, such as `2026-03`. */
  from: z.string().regex(/^(?!0000)\d{4}-(?:0[1-9]|1[0-2])$/, 'Give a month such as 2026-03.'),
  /** How many months. */
  months: z.int().min(1).max(36).default(6),
  ...only,
});
export const dealForecastOutput = z.object({
  /** One for each month, owner and currency that has deals, in this order. */
  items: z.array(
    z.object({
      /** The month in which deals are expected to be closed, or were won, by the workspace's clock. */
      month: z.string(),
      /** Who looks after them; `null` for nobody. */
      ownerId: idOutput('member').nullable(),
      /** What they are called now; `null` for nobody. */
      ownerName: z.string().nullable(),
      /** The currency of the amounts, three letters such as EUR. */
      currency: z.string(),
      /** How many open deals are expected in the month, without those whose forecast is `omitted`. */
      count: z.int(),
      /** What those are worth, in the smallest unit of the currency, as all amounts here. */
      pipeline: z.int(),
      /** The same, each deal times how likely it is won, rounded to the smallest unit, halves up. */
      weighted: z.int(),
      /** The part of `pipeline` whose forecast is `commit`. */
      commit: z.int(),
      /** The part of `pipeline` whose forecast is `commit` or `best_case`. */
      bestCase: z.int(),
      /** How many deals were won in the month, whatever their forecast said. */
      won: z.int(),
      /** What those are worth. */
      closed: z.int(),
    }),
  ),
});

const period = {
  /** The first day. */
  from: calendarDay,
  /** The last day. */
  until: calendarDay,
};

export const dealOutcomesInput = z.strictObject({
  ...period,
  /** By what wins and losses are divided. */
  by: z.enum(outcomeDivisions).default('reason'),
  ...only,
});
export const dealOutcomesOutput = z.object({
  /** One for each reason, owner, source or pipeline and each currency, the most deals first. */
  items: z.array(
    z.object({
      /** Which one: an id, or the source itself; `null` for deals that have none. */
      key: z.string().nullable(),
      /** What it is called now. */
      name: z.string().nullable(),
      /** The currency of the amounts, three letters such as EUR. */
      currency: z.string(),
      /** Deals that were won within the days, and are still so. */
      won: z.int(),
      /** Deals that were lost within the days, and are still so. */
      lost: z.int(),
      /** What those that were won are worth, in the smallest unit of the currency. */
      wonValue: z.int(),
      /** What those that were lost were worth, in the smallest unit of the currency. */
      lostValue: z.int(),
    }),
  ),
});

export const dealStagesInput = z.strictObject({
  ...period,
  /** The pipeline whose stages are looked at. */
  pipelineId: idInput('pipeline'),
});
export const dealStagesOutput = z.object({
  /** One for each stage that is for open deals, in their order. */
  items: z.array(
    z.object({
      stageId: idOutput('pipelineStage'),
      /** What the stage is called. */
      name: z.string(),
      /** How often deals left the stage within the days. */
      left: z.int(),
      /** How often for a later stage, or won. */
      forward: z.int(),
      /** How often because they were lost. */
      lost: z.int(),
      /** How often for an earlier stage, or for another pipeline. */
      back: z.int(),
      /** Half of those had been in the stage for no longer than this, in seconds; `null` where none left. */
      medianSeconds: z.int().nullable(),
    }),
  ),
});

/** What is expected by month, owner and currency. */
export type DealForecast = z.infer<typeof dealForecastOutput>;
/** Wins and losses. */
export type DealOutcomes = z.infer<typeof dealOutcomesOutput>;
/** How deals leave stages. */
export type DealStages = z.infer<typeof dealStagesOutput>;
