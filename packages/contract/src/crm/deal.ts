import { z } from 'zod';
import { idInput, idOutput } from '../ids.ts';
import { teamNames } from '../identity/team.ts';
import { describeNoun } from '../noun/describe-noun.ts';
import { field } from '../noun/field.ts';
import { oneLine } from '../one-line.ts';
import { partySubject } from './record-subject.ts';
import { amountLimit, currencies, dealLeadsLimit, forecastCategories, linesLimit, stageKinds } from './deal-words.ts';

const nullable = { nullable: true } as const;

const shownLine = z.object({
  /** What is sold. */
  name: z.string(),
  /** How many, in thousandths: 1500 is one and a half. */
  quantity: z.int(),
  /** Price of one, in the smallest unit of the deal's currency. */
  unitPrice: z.int(),
  /** Taken off, in hundredths of a percent: 1250 is 12.5 %. */
  discount: z.int(),
});
const line = z.strictObject({
  /** What is sold. */
  name: oneLine().min(1).max(200),
  /** How many, in thousandths: 1500 is one and a half. */
  quantity: z.int().min(1).max(1_000_000_000).default(1000),
  /** Price of one, in the smallest unit of the deal's currency. */
  unitPrice: z.int().min(0).max(1_000_000_000_000),
  /** Taken off, in hundredths of a percent: 1250 is 12.5 %. */
  discount: z.int().min(0).max(10_000).default(0),
});
const contact = z.object({
  leadId: idOutput('lead'),
  /** What they are called, or their address. */
  name: z.string(),
  email: z.string(),
  /** Whether one speaks with them first. */
  isPrimary: z.boolean(),
});

/** Something that may be sold to somebody: what it is worth, where it stands, and who is in it. The order of the fields is that of the screens. */
export const dealNoun = describeNoun('deal', {
  /** What it is called. */
  title: field.text({ label: 'Title', min: 1, max: 200, search: true, sort: true }),
  /** The pipeline it goes through. */
  pipelineId: field.reference('pipeline', { label: 'Pipeline', filter: true, readOnly: true }),
  /** The stage it is in; a move changes it. */
  stageId: field.reference('pipelineStage', { label: 'Stage', filter: true, readOnly: true }),
  /** `open`, `won` or `lost`, as its stage is. */
  status: field.choice(stageKinds, { label: 'Status', default: 'open', filter: true, readOnly: true }),
  /** What it is worth, in the smallest unit of its currency. Where it has products, their sum. */
  value: field.amount({ label: 'Value', min: 0, max: amountLimit, default: 0, sort: true }),
  /** Its currency, by ISO 4217; left out when it is made, that of its pipeline. */
  currency: field.choice(currencies, { label: 'Currency', default: 'EUR' }),
  /** How likely it is won, in whole percent; `null`: as its stage says. */
  probability: field.integer({ label: 'Probability', min: 0, max: 100, ...nullable }),
  /** The day by which it is likely closed. */
  expectedCloseOn: field.day({ label: 'Expected close', sort: true, ...nullable }),
  /** How sure its owner is of that day. */
  forecast: field.choice(forecastCategories, { label: 'Forecast', default: 'pipeline', filter: true }),
  /** The member who looks after it. */
  ownerId: field.reference('member', { label: 'Owner', ...nullable, filter: true }),
  /** The company it is with. */
  companyId: field.reference('company', { label: 'Company', ...nullable, filter: true }),
  /** Where it came from, such as a fair. */
  source: field.text({ label: 'Source', max: 100, ...nullable, filter: true }),
  /** The campaign that its revenue is owed to; where nobody chose one, the last that sent to its first lead before it was won. */
  campaignId: field.reference('campaign', { label: 'Campaign', ...nullable, filter: true }),
  /** What is sold, line by line. */
  lines: field.record(z.array(shownLine), z.array(line).max(linesLimit), { label: 'Products', default: [] }),
  /** Why it was won or lost. */
  reasonId: field.reference('dealReason', { label: 'Reason', ...nullable, readOnly: true, filter: true }),
  /** What else there is to say of that. */
  reasonNote: field.text({ label: 'Note', max: 500, ...nullable, readOnly: true }),
  /** Moment it was won or lost; `null` while it is open. */
  closedAt: field.moment({ label: 'Closed', ...nullable, readOnly: true }),
  /** Since when it has been in its stage. */
  stageSince: field.moment({ label: 'In stage since', readOnly: true }),
  /** Its place within its stage: places are compared as texts, the smallest on top. */
  rank: field.text({ label: 'Place', max: 300, readOnly: true, sort: true }),
  /** Counts its changes. */
  revision: field.integer({ label: 'Revision', default: 1, readOnly: true }),
  /** The leads that are in it, the first one to speak with first. */
  leadIds: field.references('lead', { label: 'Leads', max: dealLeadsLimit, computed: true, filter: 'leadId' }),
  /** The same leads with their names. */
  contacts: field.record(z.array(contact), z.unknown(), { label: 'Contacts', computed: true }),
  /** How likely it is won as figures count it, in whole percent: its own probability or that of its stage, 100 when won, 0 when lost. */
  odds: field.integer({ label: 'Odds', computed: true }),
  /** What its stage is called. */
  stageName: field.text({ label: 'Stage', max: 60, computed: true }),
  /** What its owner is called now; `null` where there is none. */
  ownerName: field.text({ label: 'Owner', max: 200, ...nullable, computed: true }),
  /** What its company is called; `null` where there is none. */
  companyName: field.text({ label: 'Company', max: 200, ...nullable, computed: true }),
  /** What its reason is called; `null` where there is none. */
  reasonName: field.text({ label: 'Reason', max: 100, ...nullable, computed: true }),
});
export const dealOutput = dealNoun.output;

const leadIds = z
  .array(idInput('lead'))
  .max(dealLeadsLimit)
  .overwrite((ids) => [...new Set(ids)]);
export const dealCreateInput = dealNoun.createInput.extend({
  /** Its currency, by ISO 4217; left out, that of its pipeline. */
  currency: z.enum(currencies).optional(),
  /** The pipeline; left out, that of the stage, or the first one. A workspace that never had one gets a usual one. */
  pipelineId: idInput('pipeline').optional(),
  /** The stage it begins in; left out, the first one of the pipeline. */
  stageId: idInput('pipelineStage').optional(),
  /** The leads that are in it, the one to speak with first at the front. */
  leadIds: leadIds.default([]),
});
export const dealUpdateInput = dealNoun.updateInput.extend({
  /** All the leads that are in it, the one to speak with first at the front. */
  leadIds: leadIds.optional(),
  /** The revision that was seen: a change is refused where somebody else made one since. Left out, nothing is compared. */
  revision: z.int().min(1).optional(),
});

const closing = {
  /** Why, where it is won or lost by this. */
  reasonId: idInput('dealReason').nullable().optional(),
  /** What else there is to say of that. */
  note: oneLine().max(500).optional(),
};
export const dealMoveInput = z.strictObject({
  id: idInput('deal'),
  /** The stage it goes to; the one it is in to change its place there. */
  stageId: idInput('pipelineStage'),
  /** The deal of that stage that it comes right below; left out, or gone from there: on top. */
  afterId: idInput('deal').optional(),
  /** The stage it was seen in: a move is refused where somebody else moved it since. Left out, nothing is compared. */
  fromStageId: idInput('pipelineStage').optional(),
  ...closing,
});
export const dealCloseInput = z.strictObject({
  id: idInput('deal'),
  /** `won` or `lost`. */
  outcome: z.enum(['won', 'lost']),
  ...closing,
});
export const dealReopenInput = z.strictObject({ id: idInput('deal') });

export const dealListInput = dealNoun.listInput.extend({
  /** Only those that this lead is in, or that are with this company or with one that became part of it. */
  subject: partySubject.optional(),
});
export const dealTotalsInput = z.strictObject({
  /** The pipeline whose stages are summed up. */
  pipelineId: idInput('pipeline'),
  filter: dealNoun.listInput.shape.filter,
  where: dealNoun.listInput.shape.where,
});
/** Amounts of one currency. */
const sum = z.object({
  /** The currency of the amount, three letters such as EUR. */
  currency: z.string(),
  /** How many deals. */
  count: z.int(),
  /** What they are worth, in the smallest unit. */
  value: z.int(),
  /** What they are worth times how likely each is won; each deal rounded to the smallest unit, halves up. */
  weighted: z.int(),
});
export const dealTotalsOutput = z.object({
  /** One for each stage with deals that the filter takes. */
  items: z.array(
    z.object({
      stageId: idOutput('pipelineStage'),
      /** How many deals. */
      count: z.int(),
      /** What they come to, by currency, the most frequent first. */
      sums: z.array(sum),
    }),
  ),
});

export const dealHistoryInput = z.strictObject({ id: idInput('deal') });
export const dealHistoryOutput = z.object({
  /** Its moves from stage to stage, the newest first; up to 200. */
  items: z.array(
    z.object({
      /** Moment of the move. */
      at: z.iso.datetime(),
      /** What the stage before is called; `null` where the deal was made. */
      from: z.string().nullable(),
      /** What the stage is called that it came to. */
      to: z.string(),
      /** Seconds that it had been in the stage before; `null` where the deal was made. */
      seconds: z.int().nullable(),
      /** Who moved it; `null` where that is not a person, or one who is gone. */
      by: z.string().nullable(),
      /** What it was worth then, in the smallest unit of `currency`. */
      value: z.int(),
      /** The currency of the amount, three letters such as EUR. */
      currency: z.string(),
    }),
  ),
});
export const dealOwnersOutput = z.object({
  /** Who works in the workspace and can look after a deal, by name; up to 500. */
  items: z.array(
    z.object({
      id: idOutput('member'),
      /** What they are called. */
      name: z.string(),
    }),
  ),
  /** The teams by which they can be asked for, by name; up to 200. */
  teams: teamNames,
});

/** A deal as callers see it. */
export type Deal = z.infer<typeof dealOutput>;
/** Which deals a list takes. */
export type DealFilter = z.input<typeof dealNoun.filter>;
/** What deals of stages come to. */
export type DealTotals = z.infer<typeof dealTotalsOutput>;
/** A product of a deal. */
export type DealLine = z.infer<typeof shownLine>;
/** A move of a deal from stage to stage. */
export type DealMove = z.infer<typeof dealHistoryOutput>['items'][number];
