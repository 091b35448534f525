import { dueDay, dueTime } from '@tabard/contract/crm/task-words';
import { Temporal } from 'temporal-polyfill';

/** The hour from which reminders of whole days are counted back. */
const morning = '09:00';

const at = (day: string, time: string, timeZone: string): number =>
  Temporal.PlainDateTime.from(`${day}T${time}`).toZonedDateTime(timeZone).epochMilliseconds;

/** The moment from which a task is overdue: its time of day, or the end of its day, by the workspace's clock. */
export function overdueFrom(due: string, timeZone: string): Date {
  const time = dueTime(due);
  if (time !== null) return new Date(at(dueDay(due), time, timeZone));
  const next = Temporal.PlainDate.from(dueDay(due)).add({ days: 1 });
  return new Date(next.toZonedDateTime(timeZone).epochMilliseconds);
}

/** When somebody is reminded of what is due: so many minutes before its time, or before nine o'clock of its day. */
export function remindFrom(due: string, minutes: number, timeZone: string): Date {
  return new Date(at(dueDay(due), dueTime(due) ?? morning, timeZone) - minutes * 60_000);
}
