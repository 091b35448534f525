import { toPublicId, type Uuid } from '@tabard/contract';
import { dueDay, dueTime } from '@tabard/contract/crm/task-words';
import { subjectName } from '#features/crm/task';
import { brandAt, findWorkspace } from '#features/identity/workspace';
import { fail, type App } from '#kernel';
import { basic, basicUtc, escapeText, foldLines } from './calendar-lines.ts';
import { writeTimeZone } from './write-time-zone.ts';

/** What a calendar is shown of. */
const mostTasks = 1000;

interface Row {
  id: Uuid;
  title: string;
  text: string | null;
  due: string;
  about: string | null;
  recurrence: string | null;
  updated_at: Date;
}

interface Place {
  workspaceId: Uuid;
  memberId: Uuid;
  /** Where its pages are, by the name that was asked. */
  url: string;
}

/** The open tasks of a member that are due on some day, as iCalendar (RFC 5545), in the workspace's name. */
export async function writeCalendar(app: App, { workspaceId, memberId, url }: Place): Promise<string> {
  const { row } = (await findWorkspace(app, workspaceId)) ?? fail('request.not_found');
  const { displayName } = await brandAt(app, workspaceId, row.organization_id);
  const rows = await app.database.read<Row>(
    workspaceId,
    `select t.id, t.title, t.text, t.due, t.recurrence, t.updated_at, ${subjectName} as about from task t
      where t.workspace_id = $1 and t.assignee_id = $2 and t.status = 'open' and t.due is not null and t.archived_at is null
      order by t.due, t.id limit ${mostTasks}`,
    [workspaceId, memberId],
  );
  const base = `${url}/app/${toPublicId('workspace', workspaceId)}`;
  const first = rows.find(({ due }) => dueTime(due) !== null);
  return foldLines([
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    `PRODID:-//${escapeText(displayName)}//Calendar//EN`,
    'CALSCALE:GREGORIAN',
    'METHOD:PUBLISH',
    `X-WR-CALNAME:${escapeText(displayName)}`,
    'REFRESH-INTERVAL;VALUE=DURATION:PT1H',
    ...(first ? writeTimeZone(row.time_zone, dueDay(first.due)) : []),
    ...rows.flatMap((task) => event(task, row.time_zone, base)),
    'END:VCALENDAR',
  ]);
}

/** One task: a whole day, or half an hour from its time on, by the workspace's clock. */
function event({ id, title, text, due, about, recurrence, updated_at: at }: Row, zone: string, base: string): string[] {
  const task = toPublicId('task', id);
  const said = [about, text].filter(Boolean).join('\n');
  return [
    'BEGIN:VEVENT',
    `UID:${task}@${new URL(base).hostname}`,
    `DTSTAMP:${basicUtc(at)}`,
    `LAST-MODIFIED:${basicUtc(at)}`,
    ...(dueTime(due) === null
      ? [`DTSTART;VALUE=DATE:${basic(due)}`]
      : [`DTSTART;TZID=${zone}:${basic(due)}00`, 'DURATION:PT30M']),
    ...(recurrence === null ? [] : [`RRULE:${untilFits(recurrence, due)}`]),
    `SUMMARY:${escapeText(title)}`,
    ...(said === '' ? [] : [`DESCRIPTION:${escapeText(said)}`]),
    `URL:${base}/tasks/${task}`,
    'TRANSP:TRANSPARENT',
    'END:VEVENT',
  ];
}

/** The end of a rule is of the same kind as its start: a day, or a moment in UTC. */
const untilFits = (rule: string, due: string): string =>
  rule.replace(
    /UNTIL=(\d{8})(?:T\d{6}Z?)?/,
    (_, day: string) => `UNTIL=${day}${dueTime(due) === null ? '' : 'T235959Z'}`,
  );
