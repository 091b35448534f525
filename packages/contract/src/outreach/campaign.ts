import { z } from 'zod';
import { oneLine } from '../one-line.ts';
import { idInput, idOutput } from '../ids.ts';
import { pageInput } from '../page.ts';
import { leadFilter } from '../crm/lead.ts';
import { timeZoneSchema } from '../identity/workspace.ts';
import { describeNoun } from '../noun/describe-noun.ts';
import { field } from '../noun/field.ts';

export const campaignStates = ['draft', 'running', 'paused', 'completed'] as const;
export type CampaignState = (typeof campaignStates)[number];
export const delayUnits = ['minutes', 'hours', 'days'] as const;

/** How long after the step before (for the first step: after launch) a mail is due. */
const delay = z.strictObject({ amount: z.int().min(0).max(10_000), unit: z.enum(delayUnits) });
const minuteOfDay = z.string().regex(/^(?:[01]\d|2[0-3]):[0-5]\d$|^24:00$/, 'Give a time such as 09:30.');

/** When mails may leave: weekdays (1 = Monday … 7 = Sunday) between two times, in one time zone. */
export const scheduleSchema = z
  .strictObject({
    timeZone: timeZoneSchema,
    days: z.array(z.int().min(1).max(7)).min(1).max(7),
    from: minuteOfDay,
    until: minuteOfDay,
  })
  .refine((value) => value.from < value.until, { path: ['until'], message: 'The window must end after it starts.' });

/** One mail of the sequence. Subject empty on a follow-up means: same thread, "Re:" of the first. */
const stepInput = z.strictObject({
  /** Give the id of an existing step to keep its statistics. */
  id: idInput('step').optional(),
  delay,
  subject: oneLine().max(500),
  body: z.string().max(200_000),
});
export const stepOutput = z.object({
  id: idOutput('step'),
  /** Counts from 1. */
  position: z.int(),
  delay: z.object({ amount: z.int(), unit: z.enum(delayUnits) }),
  subject: z.string(),
  body: z.string(),
});

/** Who is contacted: a filter over leads, a list of ids, or both together. */
export const audienceSchema = z.strictObject({
  filter: leadFilter.optional(),
  leadIds: z.array(idInput('lead')).max(10_000).optional(),
});
/** The audience as it was given, with public ids. */
const audienceOutput = z.object({
  filter: z.record(z.string(), z.unknown()).nullable(),
  leadIds: z.array(z.string()),
});

/** What must be mended before launch; empty when the campaign can start. */
const blocker = z.object({ path: z.string(), reason: z.string(), message: z.string() });

export const campaignCounts = z.object({
  /** Leads enrolled. */
  leads: z.int(),
  sent: z.int(),
  /** Opened by people: machine opens do not count. */
  opened: z.int(),
  machineOpened: z.int(),
  clicked: z.int(),
  replied: z.int(),
  bounced: z.int(),
  unsubscribed: z.int(),
  complained: z.int(),
  failed: z.int(),
  unknown: z.int(),
  /** Leads that are to get another mail, and mails that are under way. */
  pending: z.int(),
});

/** An audience, a sequence of mails, mailboxes and a schedule. */
export const campaignNoun = describeNoun('campaign', {
  name: field.text({ label: 'Name', min: 1, max: 120, search: true, sort: true }),
  state: field.choice(campaignStates, { label: 'State', default: 'draft', readOnly: true, filter: true }),
  schedule: field.record(scheduleSchema, scheduleSchema, { label: 'Schedule' }),
  mailboxIds: field.references('mailbox', { label: 'Mailboxes', max: 100, default: [] }),
  stopOnReply: field.boolean({ label: 'Stop when the lead replies', default: true }),
  trackOpens: field.boolean({ label: 'Count opens', default: true }),
  trackClicks: field.boolean({ label: 'Count clicks', default: true }),
  launchedAt: field.moment({ label: 'Launched', nullable: true, readOnly: true }),
  completedAt: field.moment({ label: 'Completed', nullable: true, readOnly: true }),
});

const enrolling = {
  /** Leads of the audience that the launch has yet to enroll; a large audience takes a while. */
  enrolling: z.int(),
};
export const campaignOutput = campaignNoun.output.extend({
  counts: campaignCounts,
  ...enrolling,
  steps: z.array(stepOutput),
  audience: audienceOutput,
  blockers: z.array(blocker),
});
/** A row of the list: no bodies, and no `pending`, which is counted lead by lead. */
export const campaignSummary = campaignNoun.output.omit({ schedule: true }).extend({
  counts: campaignCounts.omit({ pending: true }),
  ...enrolling,
  stepCount: z.int(),
  /** Mails sent on each of the last 14 days, oldest first, for a sparkline. */
  trend: z.array(z.int()),
});

const sequence = { steps: z.array(stepInput).max(20).optional(), audience: audienceSchema.optional() };
/** Without a schedule, mails leave on working days by the workspace's clock. */
export const campaignCreateInput = campaignNoun.createInput.extend({
  ...sequence,
  schedule: scheduleSchema.optional(),
});
export const campaignUpdateInput = campaignNoun.updateInput.extend(sequence);

/** Leads enrolled in a campaign and where each of them stands. */
export const enrollmentStates = [
  'active',
  /** A person has to decide in the inbox what the lead's last mail meant. */
  'paused',
  'completed',
  'replied',
  'bounced',
  'unsubscribed',
  'suppressed',
  'stopped',
  'failed',
] as const;
export const enrollmentOutput = z.object({
  id: idOutput('enrollment'),
  lead: z.object({ id: idOutput('lead'), email: z.string(), name: z.string(), company: z.string().nullable() }),
  state: z.enum(enrollmentStates),
  /** Steps sent so far. */
  stepsSent: z.int(),
  nextStepAt: z.iso.datetime().nullable(),
  /** Why no mail leaves right now, in plain words; `null` when one is about to. */
  whyNotNow: z.string().nullable(),
});
export const enrollmentListInput = z.strictObject({
  ...pageInput,
  campaignId: idInput('campaign'),
  state: z.enum(enrollmentStates).optional(),
});
/** Why leads of a running campaign get no mail right now, most frequent first. */
export const whyNotNowReasons = [
  'paused',
  'outside_window',
  'mailbox_cap',
  'workspace_cap',
  'mailbox_gap',
  'mailbox_problem',
  'waiting_delay',
  'retry',
  'due_now',
  'enrolling',
  'unknown_outcome',
] as const;
export const whyNotNowOutput = z.object({
  reasons: z.array(
    z.object({
      reason: z.enum(whyNotNowReasons),
      message: z.string(),
      count: z.int(),
      until: z.iso.datetime().nullable(),
    }),
  ),
});

export type Campaign = z.infer<typeof campaignOutput>;
export type CampaignSummary = z.infer<typeof campaignSummary>;
export type CampaignCounts = z.infer<typeof campaignCounts>;
export type Schedule = z.infer<typeof scheduleSchema>;
export type Enrollment = z.infer<typeof enrollmentOutput>;
export type Step = z.infer<typeof stepOutput>;
