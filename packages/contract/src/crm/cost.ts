import { z } from 'zod';
import { idOutput } from '../ids.ts';
import { calendarDay } from '../moment.ts';
import { describeNoun } from '../noun/describe-noun.ts';
import { field } from '../noun/field.ts';
import { amountLimit, currencies } from './deal-words.ts';
import { costKinds } from './return-words.ts';

const campaign = z.object({
  id: idOutput('campaign'),
  /** What it is called now. */
  name: z.string(),
});

/** Money that was spent on winning customers, in some days. */
export const costNoun = describeNoun('cost', {
  /** What it was spent on. */
  name: field.text({ label: 'Name', min: 1, max: 200, search: true, sort: true }),
  /** What kind of thing that is. */
  kind: field.choice(costKinds, { label: 'Kind', default: 'other', filter: true }),
  /** How much, in the smallest unit of its currency. */
  amount: field.amount({ label: 'Amount', min: 0, max: amountLimit, sort: true }),
  /** Its currency, by ISO 4217. Nothing is converted. */
  currency: field.choice(currencies, { label: 'Currency', default: 'EUR', filter: true }),
  /** The first day that it was spent for. */
  startsOn: field.day({ label: 'First day', sort: true }),
  /** The last day that it was spent for, the first one where it is a single day: it counts evenly for all days between. */
  endsOn: field.day({ label: 'Last day' }),
  /** The campaigns that it was spent on, in equal parts. */
  campaignIds: field.references('campaign', { label: 'Campaigns', max: 50, default: [], filter: 'campaignId' }),
  /** The sources of leads that it was spent on, in equal parts: how leads came in, such as `import`. */
  sources: field.texts({ label: 'Lead sources', max: 10, each: 16, default: [], filter: 'source' }),
  /** What else there is to say of it. */
  note: field.longText({ label: 'Note', max: 2_000, nullable: true, search: true }),
  /** The same campaigns with their names. */
  campaigns: field.record(z.array(campaign), z.unknown(), { label: 'Campaigns', computed: true }),
});
export const costOutput = costNoun.output;
export const costCreateInput = costNoun.createInput.extend({
  /** The last day that it was spent for; left out, the first one. At most ten years later. */
  endsOn: calendarDay.optional(),
});

/** A cost as callers see it. */
export type Cost = z.infer<typeof costOutput>;
