import type { Uuid } from '@tabard/contract';
import { fromPublicId } from '@tabard/contract';
import { Temporal } from 'temporal-polyfill';
import { membersHere } from '#features/identity/member';
import type { CallScope } from '#kernel';
import { completeTasks } from './end-task.ts';
import { createTask, workspaceClock } from './write-task.ts';

/** What is to be done in the demo: `day` is counted from today. */
const story = [
  { title: 'Call back about the offer', type: 'call', day: -2, time: '09:30', priority: 'high', about: true },
  { title: 'Send the terms', type: 'mail', day: -1, priority: 'normal', about: true },
  { title: 'Prepare the meeting', type: 'todo', day: 0, priority: 'normal' },
  { title: 'Meeting about a trial', type: 'meeting', day: 0, time: '16:00', priority: 'high', about: true },
  { title: 'Weekly look at replies', type: 'todo', day: 1, time: '08:00', priority: 'normal', rule: 'FREQ=WEEKLY' },
  { title: 'Write at LinkedIn', type: 'linkedin', day: 3, priority: 'low', about: true },
  { title: 'Ask for the contract', type: 'call', day: 6, time: '11:00', priority: 'normal', about: true },
  { title: 'Think about spring prices', type: 'todo', day: null, priority: 'low' },
  { title: 'Send the price list', type: 'mail', day: -4, priority: 'normal', about: true, done: true },
  { title: 'First call', type: 'call', day: -6, priority: 'normal', about: true, done: true },
] as const;

/** The tasks of the demo, shared by those who work in the workspace. */
export const seedTasks = (scope: CallScope): Promise<void> =>
  scope.write(async (writing) => {
    const { sql, workspaceId } = writing;
    const today = Temporal.Now.plainDateISO(await workspaceClock(writing));
    const members = await sql<{ id: Uuid }>(`${membersHere('m.id')} order by m.id limit 3`, [workspaceId]);
    const leads = await sql<{ id: Uuid }>(
      `select id from lead where workspace_id = $1 and archived_at is null order by status = 'replied' desc, id limit 8`,
      [workspaceId],
    );
    for (const [at, told] of story.entries()) {
      const { title, type, day, priority } = told;
      const date = day === null ? null : today.add({ days: day }).toString();
      const due = date && 'time' in told ? `${date}T${told.time}` : date;
      const lead = 'about' in told ? leads[at % Math.max(1, leads.length)] : undefined;
      const task = await createTask(writing, {
        title,
        type,
        priority,
        due,
        assigneeId: members[at % Math.max(1, members.length)]?.id ?? null,
        recurrence: 'rule' in told ? told.rule : null,
        subject: lead ? { noun: 'lead', id: lead.id } : null,
      });
      if ('done' in told) await completeTasks(writing, { ids: [fromPublicId('task', task.id)!] }); // made above
    }
  });
