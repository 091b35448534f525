import { z } from 'zod';
import { returnDivisions } from '../crm/return-words.ts';
import { calendarDay } from '../moment.ts';

export const returnOverviewInput = z.strictObject({
  /** The first day, by the workspace's clock. */
  from: calendarDay,
  /** The last day, at most 400 days in all. */
  until: calendarDay,
  /** By what revenue and cost are divided. */
  by: z.enum(returnDivisions).default('campaign'),
});

/** Leads, each counted once. */
const people = {
  /** Leads to whom a campaign sent within the days. */
  contacted: z.int(),
  /** Those of them who answered one of these mails, whenever they did. */
  replied: z.int(),
  /** Leads with a conversion, or a won deal, within the days. */
  converted: z.int(),
  /** Leads who were lost within the days. */
  lost: z.int(),
};
const money = z.object({
  /** The currency of the amounts, three letters such as EUR. */
  currency: z.string(),
  /** What was spent for these days, in the smallest unit, as all amounts here. */
  cost: z.int(),
  /** What conversions and won deals of these days brought. */
  revenue: z.int(),
  /** (revenue − cost) / cost, to four digits after the point: 0.5 is 50 %. `null` where nothing was spent. */
  roi: z.number().nullable(),
  /** Cost for each lead contacted, halves up; `null` where none was. */
  costPerLead: z.int().nullable(),
  /** Cost for each lead who answered, halves up; `null` where none did. */
  costPerReply: z.int().nullable(),
  /** Cost for each lead who converted, halves up; `null` where none did. */
  costPerConversion: z.int().nullable(),
});
const figures = {
  ...people,
  /** Money by currency, which is never mixed: the one with the most lines first. */
  money: z.array(money),
};

export const returnOverviewOutput = z.object({
  /** One for each campaign or source, what it brought or cost most first; up to 500. */
  items: z.array(
    z.object({
      /** The id of a campaign, or the source itself; `null` for what belongs to none. */
      key: z.string().nullable(),
      /** What the campaign is called now, or the source itself; `null` for what belongs to none. */
      name: z.string().nullable(),
      ...figures,
    }),
  ),
  /** How many further ones there are than `items` has; the total counts them. */
  further: z.int(),
  /** All of them together. A lead in two campaigns counts once here, and in each of them. */
  total: z.object(figures),
  /** Revenue and cost by month and currency, in this order; months without either are left out. */
  months: z.array(
    z.object({
      /** The month, such as `2026-03`. */
      month: z.string(),
      /** The currency of the amounts, three letters such as EUR. */
      currency: z.string(),
      /** What was spent for its days. */
      cost: z.int(),
      /** What conversions and won deals brought in it. */
      revenue: z.int(),
    }),
  ),
});

/** Revenue, cost and what came of it. */
export type ReturnOverview = z.infer<typeof returnOverviewOutput>;
/** Money of one currency. */
export type ReturnMoney = z.infer<typeof money>;
