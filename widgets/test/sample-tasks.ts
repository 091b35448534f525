import type { LoggedActivity } from '@tabard/contract/crm/logged-activity';
import type { Note } from '@tabard/contract/crm/note';
import type { Task } from '@tabard/contract/crm/task';
import { addDays } from '../src/kit/calendar-days.ts';
import { atWall, wallOf } from '../src/crm/task/wall-clock.ts';
import { ago } from './sample-records.ts';
import { teamNames } from './sample-teams.ts';

const mara = `mem_${'1'.repeat(32)}`;
const jonas = `mem_${'2'.repeat(32)}`;
export const members = [
  { id: mara, name: 'Mara Lindqvist', isYou: true },
  { id: jonas, name: 'Jonas Petersen', isYou: false },
];
const stamps = { createdAt: ago(3000), updatedAt: ago(3000), archivedAt: null };

/** Where the tests' pages are. */
const ZONE = 'Europe/Amsterdam';
/** A day before or after the one that it is there. */
export const dayFrom = (step: number): string => addDays(wallOf(Date.now(), ZONE).day, step);

const known: readonly (Partial<Task> & { title: string; step: number | null; time?: string })[] = [
  {
    title: 'Call Lena about the return legs',
    type: 'call',
    step: -2,
    time: '09:30',
    priority: 'high',
    subjectName: 'Lena Brandt',
    leadId: 'lea_000000',
  },
  { title: 'Send the offer', type: 'mail', step: -1, subjectName: 'Puerto Sur', companyId: 'com_1' },
  { title: 'Prepare the meeting in Venlo', type: 'todo', step: 0 },
  {
    title: 'Meeting with Meridian',
    type: 'meeting',
    step: 0,
    time: '23:30',
    subjectName: 'Meridian Holding',
    companyId: 'com_9',
    assigneeId: jonas,
    assigneeName: 'Jonas Petersen',
  },
  { title: 'Weekly look at replies', type: 'todo', step: 1, time: '08:00', recurrence: 'FREQ=WEEKLY' },
  {
    title: 'Write to Priya at LinkedIn',
    type: 'linkedin',
    step: 3,
    subjectName: 'Priya Kapoor',
    leadId: 'lea_000001',
    priority: 'low',
  },
  {
    title: 'Ask for the contract',
    type: 'call',
    step: 6,
    subjectName: 'Cold chain pilot',
    dealId: 'dea_1',
    assigneeId: null,
    assigneeName: null,
  },
  { title: 'Think about spring prices', type: 'todo', step: null },
];

/** Tasks around today. */
export const taskRows = (): Task[] =>
  known.map(({ step, time, ...task }, at) => {
    const due = step === null ? null : time ? `${dayFrom(step)}T${time}` : dayFrom(step);
    return {
      id: `tsk_${at}`,
      text: null,
      type: 'todo',
      priority: 'normal',
      status: 'open',
      recurrence: null,
      reminderMinutes: null,
      leadId: null,
      companyId: null,
      dealId: null,
      subjectName: null,
      endedAt: null,
      assigneeId: mara,
      assigneeName: 'Mara Lindqvist',
      ...stamps,
      ...task,
      due,
      dueAt: step === null ? null : time ? atWall(dayFrom(step), time, ZONE) : atWall(dayFrom(step + 1), '', ZONE),
    };
  });

/** Notes of a lead, the newest first. */
export const noteRows: readonly Note[] = [
  {
    id: 'not_0',
    text: `Price is agreed, they wait for the contract.\nhttps://brandt.example/terms\n@[${jonas}]`,
    isPinned: true,
    authorName: 'Mara Lindqvist',
    mentions: [{ id: jonas, name: 'Jonas Petersen' }],
    editedAt: ago(60),
    canChange: true,
  },
  {
    id: 'not_1',
    text: 'Met Lena at the fair in Hamburg. Return legs out of Rotterdam run half empty from November on; asks for a quote every spring.',
    isPinned: false,
    authorName: 'Jonas Petersen',
    mentions: [],
    editedAt: null,
    canChange: false,
  },
  {
    id: 'not_2',
    text: 'Prefers calls before ten.',
    isPinned: false,
    authorName: 'Mara Lindqvist',
    mentions: [],
    editedAt: null,
    canChange: true,
  },
].map((note, at) => ({
  ...stamps,
  leadId: 'lea_000000',
  companyId: null,
  dealId: null,
  ...note,
  createdAt: ago(70 + at * 2000),
}));

/** What was logged with a lead. */
export const activityRows: readonly LoggedActivity[] = (
  [
    {
      id: 'act_0',
      kind: 'call',
      direction: 'outgoing',
      outcome: 'reached',
      minutes: 12,
      text: 'Wants an offer until Friday.',
    },
    { id: 'act_1', kind: 'call', direction: 'outgoing', outcome: 'no_answer', minutes: null, text: null },
    {
      id: 'act_2',
      kind: 'meeting',
      direction: null,
      outcome: null,
      minutes: 45,
      text: 'Went through the lanes.\nNext step: a trial in March.',
    },
  ] as const
).map((activity, at) => ({
  ...stamps,
  leadId: 'lea_000000',
  companyId: null,
  dealId: null,
  authorName: at === 2 ? 'Jonas Petersen' : 'Mara Lindqvist',
  canChange: at !== 2,
  ...activity,
  happenedAt: ago(200 + at * 3000),
}));

interface TasksAsked {
  filter?: { status?: readonly string[]; search?: string; assigneeId?: string; type?: readonly string[] };
  dueFrom?: string;
  dueTo?: string;
}
const page = <T>(items: readonly T[]) => ({ items, nextCursor: null });

/** What the platform says of notes, activities and tasks. */
export const taskAnswers = (empty: boolean | undefined): Record<string, (input: never) => unknown> => ({
  'notes.list': ({ filter }: { filter?: { isPinned?: boolean; search?: string } }) =>
    page(
      (empty ? [] : noteRows).filter(
        ({ isPinned, text }) =>
          isPinned === filter?.isPinned && text.toLowerCase().includes(filter.search?.toLowerCase() ?? ''),
      ),
    ),
  'notes.people': () => ({ items: members, teams: teamNames }),
  'notes.create': ({ text }: { text: string }) => ({ ...noteRows[2], text }),
  'notes.update': ({ text }: { text: string }) => ({ ...noteRows[2], text }),
  'notes.pin': () => noteRows[0],
  'notes.archive': () => ({ count: 1 }),
  'notes.restore': () => ({ count: 1 }),
  'loggedActivities.list': () => page(empty ? [] : activityRows),
  'loggedActivities.create': () => activityRows[0],
  'loggedActivities.update': () => activityRows[0],
  'loggedActivities.archive': () => ({ count: 1 }),
  'loggedActivities.restore': () => ({ count: 1 }),
  'tasks.list': ({ filter, dueFrom = '', dueTo }: TasksAsked) =>
    page(
      (empty ? [] : taskRows()).filter(
        ({ title, type, status, due, assigneeId }) =>
          (!filter?.status || filter.status.includes(status)) &&
          (!filter?.type || filter.type.includes(type)) &&
          (!filter?.assigneeId || filter.assigneeId === assigneeId) &&
          title.toLowerCase().includes(filter?.search?.toLowerCase() ?? '') &&
          (due ?? '') >= dueFrom &&
          (!dueTo || (due !== null && due.slice(0, 10) <= dueTo)),
      ),
    ),
  'tasks.get': ({ id }: { id: string }) => taskRows().find((task) => task.id === id) ?? taskRows()[0],
  'tasks.create': (given: object) => ({ ...taskRows()[0], ...given }),
  'tasks.update': (given: object) => ({ ...taskRows()[0], ...given }),
  'tasks.people': () => ({ items: members, teams: teamNames }),
  'tasks.report': () => ({
    items: empty
      ? []
      : [
          { assigneeId: jonas, assigneeName: 'Jonas Petersen', type: 'call', done: 14, onTime: 11 },
          { assigneeId: mara, assigneeName: 'Mara Lindqvist', type: 'call', done: 22, onTime: 20 },
          { assigneeId: mara, assigneeName: 'Mara Lindqvist', type: 'mail', done: 9, onTime: 9 },
        ],
  }),
  ...Object.fromEntries(
    ['complete', 'reopen', 'cancel', 'change', 'archive', 'restore'].map((act) => [
      `tasks.${act}`,
      ({ ids, items }: { ids?: string[]; items?: unknown[] }) => ({ count: (ids ?? items ?? []).length }),
    ]),
  ),
  'calendarFeeds.get': () => ({ createdAt: empty ? null : ago(9000), readAt: empty ? null : ago(30) }),
  'calendarFeeds.create': () => ({
    url: 'https://app.harbor.example/calendar/wsp_0/cal_0.ics',
    createdAt: ago(0),
  }),
  'calendarFeeds.revoke': () => ({ createdAt: null, readAt: null }),
});
