import { z } from 'zod';
import { oneLine } from '../one-line.ts';
import { idInput, idOutput } from '../ids.ts';
import { pageInput } from '../page.ts';
import { leadFilter } from '../crm/lead.ts';
import { filterSchema } from '../filter/filter-schema.ts';
import { timeZoneSchema } from '../identity/workspace.ts';
import { describeNoun } from '../noun/describe-noun.ts';
import { field } from '../noun/field.ts';

export const campaignStates = ['draft', 'running', 'paused', 'completed'] as const;
export type CampaignState = (typeof campaignStates)[number];
export const delayUnits = ['minutes', 'hours', 'days'] as const;

/** How long after the step before (for the first step: after launch) a mail is due. */
const delay = z.strictObject({
  /** How many units. */
  amount: z.int().min(0).max(10_000),
  /** What is counted. */
  unit: z.enum(delayUnits),
});
const minuteOfDay = z.string().regex(/^(?:[01]\d|2[0-3]):[0-5]\d$|^24:00$/, 'Give a time such as 09:30.');

/** When mails may leave: weekdays (1 = Monday … 7 = Sunday) between two times, in one time zone. */
export const scheduleSchema = z
  .strictObject({
    /** The clock of the window: an IANA time zone such as Europe/Paris. */
    timeZone: timeZoneSchema,
    /** Weekdays on which mails may leave, 1 (Monday) to 7 (Sunday). */
    days: z.array(z.int().min(1).max(7)).min(1).max(7),
    /** When the window opens, as HH:MM. */
    from: minuteOfDay,
    /** When it closes, as HH:MM up to 24:00. */
    until: minuteOfDay,
  })
  .refine((value) => value.from < value.until, { path: ['until'], message: 'The window must end after it starts.' });

/** One mail of the sequence. Subject empty on a follow-up means: same thread, "Re:" of the first. */
const stepInput = z.strictObject({
  /** Give the id of an existing step to keep its statistics. */
  id: idInput('step').optional(),
  /** How long after the step before (for the first: after the launch) the mail is due. */
  delay,
  /** Subject line with merge fields; empty on a follow-up: same thread, "Re:" of the first. */
  subject: oneLine().max(500),
  /** Text with merge fields: HTML. */
  body: z.string().max(200_000),
});
export const stepOutput = z.object({
  id: idOutput('step'),
  /** Its place in the sequence, counted from 1. */
  position: z.int(),
  /** How long after the step before (for the first: after the launch) the mail is due. */
  delay,
  /** Subject line with merge fields; empty on a follow-up: same thread, "Re:" of the first. */
  subject: z.string(),
  /** Text with merge fields: HTML. */
  body: z.string(),
});

/** Who is contacted: leads that pass a filter, a list of ids, or both together. */
export const audienceSchema = z.strictObject({
  /** The leads it takes, of those that can be contacted; all given conditions must hold. `null` in answers where none was given. */
  filter: leadFilter.optional(),
  /** Which of these, or of all leads, in the language of filters: any field, segments among them, in groups of all, any and not. */
  where: filterSchema.optional(),
  /** Leads by their ids, besides those of the filter. */
  leadIds: z.array(idInput('lead')).max(10_000).optional(),
});
/** The audience as it was given, with public ids. */
const audienceOutput = z.object({
  filter: z.record(z.string(), z.unknown()).nullable(),
  /** The filter in the language of filters; `null` where none was given. */
  where: filterSchema.nullable(),
  leadIds: z.array(z.string()),
});

/** What must be mended before launch; empty when the campaign can start. */
const blocker = z.object({
  /** The field to mend, such as `steps.0.subject`. */
  path: z.string(),
  /** What is wrong, as a code such as `no_mailbox`. */
  reason: z.string(),
  /** What is wrong and what to do, in words for people. */
  message: z.string(),
});

export const campaignCounts = z.object({
  /** Leads enrolled so far. */
  leads: z.int(),
  /** Mails that a server took. */
  sent: z.int(),
  /** Mails opened by people: machine opens do not count. */
  opened: z.int(),
  /** Mails opened by programs, such as scanners and image proxies. */
  machineOpened: z.int(),
  /** Mails of which a person followed a link. */
  clicked: z.int(),
  /** Mails that were answered. */
  replied: z.int(),
  /** Mails that came back. */
  bounced: z.int(),
  /** Mails whose recipient wants no more. */
  unsubscribed: z.int(),
  /** Mails that were reported as spam. */
  complained: z.int(),
  /** Mails that a server refused for good. */
  failed: z.int(),
  /** Mails of which nobody knows whether the server took them. */
  unknown: z.int(),
  /** Leads that are to get another mail, and mails that are under way. */
  pending: z.int(),
});

/** An audience, a sequence of mails, mailboxes and a schedule. */
export const campaignNoun = describeNoun('campaign', {
  /** What it is called; recipients never see it. */
  name: field.text({ label: 'Name', min: 1, max: 120, search: true, sort: true }),
  /** Where it stands: `draft` until the launch, `running`, `paused`, or `completed` for good. */
  state: field.choice(campaignStates, { label: 'State', default: 'draft', readOnly: true, filter: true }),
  /** When its mails may leave; left out at the start, working days by the workspace's clock. */
  schedule: field.record(scheduleSchema, scheduleSchema, { label: 'Schedule' }),
  /** Mailboxes that send it; leads are spread over them. */
  mailboxIds: field.references('mailbox', { label: 'Mailboxes', max: 100, default: [] }),
  /** Whether a lead who answers gets no further mail of it. */
  stopOnReply: field.boolean({ label: 'Stop when the lead replies', default: true }),
  /** Whether opens are counted, by an image in each mail. */
  trackOpens: field.boolean({ label: 'Count opens', default: true }),
  /** Whether clicks are counted, by links that pass a counting address first. */
  trackClicks: field.boolean({ label: 'Count clicks', default: true }),
  /** Moment of the launch; `null` before it. */
  launchedAt: field.moment({ label: 'Launched', nullable: true, readOnly: true }),
  /** Moment it was completed; `null` before it. */
  completedAt: field.moment({ label: 'Completed', nullable: true, readOnly: true }),
});

const enrolling = {
  /** Leads of the audience that the launch has yet to enroll; a large audience takes a while. */
  enrolling: z.int(),
};
export const campaignOutput = campaignNoun.output.extend({
  /** What became of its mails since the launch. */
  counts: campaignCounts,
  ...enrolling,
  /** Its mails, in the order of the sequence. */
  steps: z.array(stepOutput),
  /** Who is contacted, as it was given. */
  audience: audienceOutput,
  /** What must be mended before the launch; empty when it can start. */
  blockers: z.array(blocker),
});
/** A row of the list: no bodies, and no `pending`, which is counted lead by lead. */
export const campaignSummary = campaignNoun.output.omit({ schedule: true }).extend({
  /** What became of its mails since the launch. */
  counts: campaignCounts.omit({ pending: true }),
  ...enrolling,
  /** How many steps it has. */
  stepCount: z.int(),
  /** Mails sent on each of the last 14 days, oldest first, for a sparkline. */
  trend: z.array(z.int()),
});

const sequence = {
  /** Its mails, in the order of the sequence. */
  steps: z.array(stepInput).max(20).optional(),
  /** Who is contacted: leads that pass a filter, a list of ids, or both together. */
  audience: audienceSchema.optional(),
};
/** Without a schedule, mails leave on working days by the workspace's clock. */
export const campaignCreateInput = campaignNoun.createInput.extend({
  ...sequence,
  schedule: scheduleSchema.optional(),
});
export const campaignUpdateInput = campaignNoun.updateInput.extend(sequence);

/** Leads enrolled in a campaign and where each of them stands. */
export const enrollmentStates = [
  'active',
  /** Somebody paused it, or a person has to decide in the inbox what the lead's last mail meant. */
  'paused',
  'completed',
  'replied',
  'bounced',
  'unsubscribed',
  'suppressed',
  'stopped',
  'failed',
] as const;
/** Why leads of a running campaign get no mail right now, most frequent first. */
export const whyNotNowReasons = [
  'paused',
  'outside_window',
  'mailbox_cap',
  'workspace_cap',
  'workspace_shut',
  'mailbox_gap',
  'mailbox_problem',
  'mailbox_archived',
  'waiting_delay',
  'retry',
  'due_now',
  'enrolling',
  'excluded',
  'unknown_outcome',
  'paused_by_person',
  'open_question',
] as const;
export const enrollmentOutput = z.object({
  id: idOutput('enrollment'),
  /** Who it is. */
  lead: z.object({
    id: idOutput('lead'),
    /** Address the lead is reached at. */
    email: z.string(),
    /** Given and family name; empty where neither is known. */
    name: z.string(),
    /** The company they work for; `null` where it is not known. */
    company: z.string().nullable(),
  }),
  /** Where the lead stands in the campaign; `paused` waits for a person. */
  state: z.enum(enrollmentStates),
  /** Steps behind them: sent, or skipped by a person. */
  stepsSent: z.int(),
  /** Moment from which the next step is due, ISO 8601 in UTC; `null` where none is planned. */
  nextStepAt: z.iso.datetime().nullable(),
  /** Why no mail leaves right now, in plain words; `null` when one is about to. */
  whyNotNow: z.string().nullable(),
  /** The reason behind `whyNotNow`, for whoever says it in words of their own. */
  reason: z.enum(whyNotNowReasons).nullable(),
});
export const enrollmentListInput = z.strictObject({
  ...pageInput,
  /** The campaign whose leads are meant. */
  campaignId: idInput('campaign'),
  /** Only leads that stand like this. */
  state: z.enum(enrollmentStates).optional(),
  /** Only those who have so many steps behind them, sent or skipped. */
  stepsSent: z.int().min(0).max(20).optional(),
});
export const enrollmentIdInput = z.strictObject({ id: idInput('enrollment') });
/** How one enrollment stands after it was paused, resumed, moved past a step or stopped. */
export const enrollmentSteered = z.object({
  id: idOutput('enrollment'),
  /** Where the lead stands in the campaign now. */
  state: z.enum(enrollmentStates),
});
export const enrollmentCountInput = z.strictObject({
  /** The campaign whose leads are meant. */
  campaignId: idInput('campaign'),
});
/** How many leads of a campaign stand where. */
export const enrollmentCountOutput = z.object({
  /** Leads by where they stand and how many steps they got. */
  groups: z.array(
    z.object({
      /** Where they stand. */
      state: z.enum(enrollmentStates),
      /** Steps they got so far. */
      stepsSent: z.int(),
      /** How many they are. */
      count: z.int(),
    }),
  ),
  /** Leads who still get mails, by the mailbox those come from. */
  waiting: z.array(
    z.object({
      mailboxId: idOutput('mailbox'),
      /** How many they are. */
      count: z.int(),
    }),
  ),
});
export const whyNotNowOutput = z.object({
  /** Why mails wait, the reason of most leads first; empty when none waits. */
  reasons: z.array(
    z.object({
      /** Why, as a code. */
      reason: z.enum(whyNotNowReasons),
      /** Why, and what to do where something can be done, in words for people. */
      message: z.string(),
      /** Leads that wait for it. */
      count: z.int(),
      /** Moment at which the first of them goes on; `null` where nobody can tell. */
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
