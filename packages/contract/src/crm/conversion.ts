import { z } from 'zod';
import { idInput } from '../ids.ts';
import { utcMoment } from '../moment.ts';
import { describeNoun } from '../noun/describe-noun.ts';
import { field } from '../noun/field.ts';
import { amountLimit, currencies } from './deal-words.ts';
import { conversionKinds, conversionOutcomes } from './return-words.ts';

const nullable = { nullable: true } as const;

/** What a lead became: a customer, a meeting, or somebody who is lost. */
export const conversionNoun = describeNoun('conversion', {
  /** `converted`, or `lost`. It stays as it was made. */
  outcome: field.choice(conversionOutcomes, { label: 'Outcome', default: 'converted', filter: true }),
  /** What the conversion was; `null` of a lead that is lost. */
  kind: field.choice(conversionKinds, { label: 'Kind', ...nullable, filter: true }),
  /** What a `custom` one is called. */
  name: field.text({ label: 'Name', max: 100, ...nullable, search: true }),
  /** Why a lead is lost. */
  reason: field.text({ label: 'Reason', max: 500, ...nullable, search: true, personal: true }),
  /** When it happened. */
  happenedAt: field.moment({ label: 'When', sort: true }),
  /** What it is worth, in the smallest unit of its currency; `null` where it brought no money. */
  value: field.amount({ label: 'Value', min: 0, max: amountLimit, ...nullable }),
  /** Its currency, by ISO 4217. Nothing is converted. */
  currency: field.choice(currencies, { label: 'Currency', default: 'EUR', filter: true }),
  /** The lead; `null` where it was deleted. */
  leadId: field.reference('lead', { label: 'Lead', ...nullable, readOnly: true, filter: true }),
  /** The deal whose revenue this is: it counts in place of what the deal is worth. */
  dealId: field.reference('deal', { label: 'Deal', ...nullable, filter: true }),
  /** The campaign that it is owed to; `null` for none. */
  campaignId: field.reference('campaign', { label: 'Campaign', ...nullable, filter: true }),
  /** How the lead came in, such as `import`. */
  source: field.text({ label: 'Lead source', max: 16, ...nullable, readOnly: true, filter: true }),
  /** What the lead is called, or its address; `null` where it was deleted. */
  leadName: field.text({ label: 'Lead', max: 300, ...nullable, computed: true, personal: true }),
  /** What the campaign is called; `null` where there is none. */
  campaignName: field.text({ label: 'Campaign', max: 200, ...nullable, computed: true }),
  /** What the deal is called; `null` where there is none. */
  dealTitle: field.text({ label: 'Deal', max: 200, ...nullable, computed: true }),
});
export const conversionOutput = conversionNoun.output;

export const conversionCreateInput = conversionNoun.createInput.extend({
  /** The lead that converted, or is lost. */
  leadId: idInput('lead'),
  /** When it happened; left out, now. */
  happenedAt: utcMoment.optional(),
  /** Its currency, by ISO 4217; left out, that of its deal, or else EUR. */
  currency: z.enum(currencies).optional(),
  /** The campaign that it is owed to; left out, the last one that sent to the lead before it happened; `null` for none. */
  campaignId: idInput('campaign').nullable().optional(),
});
export const conversionUpdateInput = conversionNoun.updateInput.omit({ outcome: true });

/** A conversion, or a loss, as callers see it. */
export type Conversion = z.infer<typeof conversionOutput>;
