import { z } from 'zod';
import { idInput, idOutput } from '../ids.ts';
import { teamNames } from '../identity/team.ts';
import { describeNoun } from '../noun/describe-noun.ts';
import { calendarDay } from '../moment.ts';
import { field } from '../noun/field.ts';
import { recordSubject } from './record-subject.ts';
import { taskPriorities, taskStatuses, taskTypes } from './task-words.ts';

const nullable = { nullable: true } as const;

const isDay = (text: string): boolean => calendarDay.safeParse(text.slice(0, 10)).success;
/** A day, or a day with a time of day, by the workspace's clock. */
export const dueSchema = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}(?:T(?:[01]\d|2[0-3]):[0-5]\d)?$/, 'Give a day such as 2026-12-01, or 2026-12-01T09:30.')
  .refine(isDay, 'There is no such day.');

/** Something that somebody is to do. */
export const taskNoun = describeNoun('task', {
  /** What is to be done, in a line. */
  title: field.text({ label: 'Title', min: 1, max: 200, search: true, sort: true }),
  /** What else is to be known of it. */
  text: field.longText({ label: 'Text', max: 5_000, ...nullable, search: true, personal: true }),
  /** What kind of thing it is. */
  type: field.choice(taskTypes, { label: 'Type', default: 'todo', filter: true }),
  /** Until when, by the workspace's clock: a day (`2026-12-01`) or a moment of it (`2026-12-01T09:30`). */
  due: field.like('text', dueSchema, { label: 'Due', max: 16, ...nullable, sort: true }),
  /** Moment from which it is overdue, ISO 8601 in UTC: the end of the day where no time is said. */
  dueAt: field.moment({ label: 'Due at', ...nullable, readOnly: true }),
  /** How much it matters: `low`, `normal` or `high`. */
  priority: field.choice(taskPriorities, { label: 'Priority', default: 'normal', filter: true }),
  /** Whether it is still to be done. It is changed by completing, cancelling and reopening. */
  status: field.choice(taskStatuses, { label: 'Status', default: 'open', readOnly: true, filter: true }),
  /** The member who is to do it. */
  assigneeId: field.reference('member', { label: 'Assignee', ...nullable, filter: true }),
  /** How many minutes before it is due the assignee is written to; of a whole day, before nine o'clock of it. `null` for no mail. */
  reminderMinutes: field.integer({ label: 'Reminder', min: 0, max: 40_320, ...nullable }),
  /** How it comes again: an RRULE of RFC 5545 such as `FREQ=WEEKLY;BYDAY=MO`. The next one is made when one is done. */
  recurrence: field.text({ label: 'Repeats', max: 200, ...nullable }),
  /** The lead that it is about; `null` where it is about none. */
  leadId: field.reference('lead', { label: 'Lead', ...nullable, readOnly: true, filter: true }),
  /** The company that it is about; `null` where it is about none. */
  companyId: field.reference('company', { label: 'Company', ...nullable, readOnly: true, filter: true }),
  /** The deal that it is about; `null` where it is about none. */
  dealId: field.reference('deal', { label: 'Deal', ...nullable, readOnly: true, filter: true }),
  /** Moment it was done or cancelled; `null` while it is open. */
  endedAt: field.moment({ label: 'Ended', ...nullable, readOnly: true }),
  /** What the assignee is called now; `null` where there is none. */
  assigneeName: field.text({ label: 'Assignee', max: 200, ...nullable, computed: true }),
  /** What the lead, the company or the deal is called now; `null` where it is about none. */
  subjectName: field.text({ label: 'About', max: 300, ...nullable, computed: true }),
});

/** The record that it is about: `noun` is lead, company or deal, `id` the id of one; `null` for none. */
const subject = recordSubject.nullable().optional();
export const taskOutput = taskNoun.output;
export const taskCreateInput = taskNoun.createInput.extend({ subject });
export const taskUpdateInput = taskNoun.updateInput.extend({ subject });
export const taskListInput = taskNoun.listInput.extend({
  /** Only those about this record; of a company also those of companies that became part of it. */
  subject: recordSubject.optional(),
  /** Only those due on this day or later. */
  dueFrom: calendarDay.optional(),
  /** Only those due on this day or earlier. */
  dueTo: calendarDay.optional(),
});

/** What many tasks become. */
export const taskChangeInput = z.strictObject({
  /** 1 to 500 tasks, each with what it becomes: all of them or none change. */
  items: z
    .array(
      z.strictObject({
        id: idInput('task'),
        /** Until when from now on; `null` for no time. */
        due: dueSchema.nullable().optional(),
        /** Who is to do it from now on; `null` for nobody. */
        assigneeId: idInput('member').nullable().optional(),
        /** How much it matters from now on. */
        priority: z.enum(taskPriorities).optional(),
      }),
    )
    .min(1)
    .max(500),
});
export const taskCountOutput = z.object({
  /** How many were changed. */
  count: z.int(),
});

export const taskReportInput = z.strictObject({
  /** The first day, by the workspace's clock. */
  from: calendarDay,
  /** The last day; at most a year later. */
  to: calendarDay,
});
export const taskReportOutput = z.object({
  /** Who completed how many tasks of a type, by name and type; up to 500. */
  items: z.array(
    z.object({
      /** The member who was to do them; `null` for tasks of nobody. */
      assigneeId: idOutput('member').nullable(),
      /** What they are called now; `null` for nobody, and for who is gone. */
      assigneeName: z.string().nullable(),
      /** What kind of tasks. */
      type: z.enum(taskTypes),
      /** How many were done. */
      done: z.int(),
      /** How many of these not later than they were due; what had no due time is on time. */
      onTime: z.int(),
    }),
  ),
});

/** A task as callers see it. */
export type Task = z.infer<typeof taskOutput>;

export const taskPeopleOutput = z.object({
  /** Who works in the workspace and can be given a task, by name; up to 500. */
  items: z.array(
    z.object({
      id: idOutput('member'),
      /** What they are called. */
      name: z.string(),
      /** Whether it is the caller. */
      isYou: z.boolean(),
    }),
  ),
  /** The teams by which they can be asked for, by name; up to 200. */
  teams: teamNames,
});
