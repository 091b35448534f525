import { msg, str } from '@lit/localize';
import type { Task } from '@tabard/contract/crm/task';
import { dueDay, dueTime, type TaskStatus, type TaskType } from '@tabard/contract/crm/task-words';
import type { Format } from '../../core/format.ts';
import { addDays } from '../../kit/calendar-days.ts';
import type { IconName } from '../../kit/icon.ts';

export const taskIcons: Record<TaskType, IconName> = {
  todo: 'check',
  call: 'phone',
  mail: 'mail',
  meeting: 'calendar',
  linkedin: 'link',
  other: 'edit',
};

/** What kind of thing is to be done. */
export function typeWord(type: TaskType): string {
  const words: Record<TaskType, string> = {
    todo: msg('To-do'),
    call: msg('Call'),
    mail: msg('Mail'),
    meeting: msg('Meeting'),
    linkedin: msg('LinkedIn'),
    other: msg('Something else'),
  };
  return words[type];
}

export function priorityWord(priority: Task['priority']): string {
  const words: Record<Task['priority'], string> = { low: msg('Low'), normal: msg('Normal'), high: msg('High') };
  return words[priority];
}

export function taskStatusWord(status: TaskStatus): string {
  const words: Record<TaskStatus, string> = { open: msg('Open'), done: msg('Done'), cancelled: msg('Cancelled') };
  return words[status];
}

/** Whether it should have been done by now. */
export const isOverdue = ({ status, dueAt }: Pick<Task, 'status' | 'dueAt'>, now = Date.now()): boolean =>
  status === 'open' && dueAt !== null && Date.parse(dueAt) <= now;

/** A time of day in the reader's way. */
export const timeText = (time: string, locale: string): string =>
  new Intl.DateTimeFormat(locale, { timeStyle: 'short', timeZone: 'UTC' }).format(new Date(`2000-01-01T${time}:00Z`));

/** A day beside today in words, any other by its date. */
export function dayText(day: string, today: string, format: Format): string {
  for (const step of [-1, 0, 1])
    if (day === addDays(today, step)) {
      const word = new Intl.RelativeTimeFormat(format.locale, { numeric: 'auto' }).format(step, 'day');
      return word.charAt(0).toLocaleUpperCase(format.locale) + word.slice(1);
    }
  return day.slice(0, 4) === today.slice(0, 4) ? format.day(day) : format.date(`${day}T12:00:00Z`);
}

/** When something is due, as short as it can be said. */
export function dueText(due: string, today: string, format: Format): string {
  const time = dueTime(due);
  const day = dayText(dueDay(due), today, format);
  return time === null ? day : `${day}, ${timeText(time, format.locale)}`;
}

/** Rules that people choose by a word. */
export const usualRules = [
  'FREQ=DAILY',
  'FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR',
  'FREQ=WEEKLY',
  'FREQ=WEEKLY;INTERVAL=2',
  'FREQ=MONTHLY',
  'FREQ=YEARLY',
] as const;

/** How often something comes again; another rule is shown as it is written. */
export function ruleWord(rule: string): string {
  const words: Record<(typeof usualRules)[number], string> = {
    'FREQ=DAILY': msg('Every day'),
    'FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR': msg('Every weekday'),
    'FREQ=WEEKLY': msg('Every week'),
    'FREQ=WEEKLY;INTERVAL=2': msg('Every two weeks'),
    'FREQ=MONTHLY': msg('Every month'),
    'FREQ=YEARLY': msg('Every year'),
  };
  return Object.hasOwn(words, rule) ? words[rule as keyof typeof words] : rule;
}

/** Minutes before that people choose from. */
export const usualReminders = [0, 10, 30, 60, 120, 1440, 2880, 10_080] as const;

/** How long before somebody is reminded. */
export function reminderWord(minutes: number, format: Format): string {
  if (minutes === 0) return msg('At that time');
  const [count, unit] =
    minutes % 1440 === 0
      ? ([minutes / 1440, 'day'] as const)
      : minutes % 60 === 0
        ? ([minutes / 60, 'hour'] as const)
        : ([minutes, 'minute'] as const);
  const length = new Intl.NumberFormat(format.locale, { style: 'unit', unit, unitDisplay: 'long' }).format(count);
  return msg(str`${length} before`);
}
