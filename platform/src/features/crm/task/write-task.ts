import type { Uuid } from '@tabard/contract';
import type { Task, taskCreateInput, taskUpdateInput } from '@tabard/contract/crm/task';
import { dueDay } from '@tabard/contract/crm/task-words';
import type { z } from 'zod';
import { membersHere } from '#features/identity/member';
import { noSubject, settleSubject } from '#features/crm/record-subject';
import { changeOne, fail, insertOne, lockOne, type WriteScope } from '#kernel';
import { overdueFrom, remindFrom } from './due.rules.ts';
import { endsBefore, isRule, settleRule } from './recurrence.rules.ts';
import { tasks, type TaskEntity } from './task.entity.ts';

type Written = Omit<z.output<typeof taskUpdateInput>, 'id' | 'subject'>;

/** Adds a task. */
export async function createTask(
  scope: WriteScope,
  { subject, ...input }: z.output<typeof taskCreateInput>,
): Promise<Task> {
  const on = subject ? await settleSubject(scope, subject) : {};
  return insertOne(tasks, scope, { ...(await settle(scope, input)), ...on });
}

/** Changes the given fields of a task. Another due time or reminder reminds anew. */
export async function updateTask(
  scope: WriteScope,
  { id, subject, ...changes }: z.output<typeof taskUpdateInput>,
): Promise<Task> {
  const known = (await lockOne(tasks, scope, id)) as TaskEntity; // the table's own columns
  const on = subject ? await settleSubject(scope, subject) : subject === null ? noSubject : {};
  return changeOne(tasks, scope, known, { ...(await settle(scope, changes, known)), ...on });
}

/**
 * What is stored of a task, with the moments that follow from its due time by the workspace's clock.
 * @throws Failure `request.invalid` that names each field that is wrong.
 */
export async function settle(
  scope: WriteScope,
  { recurrence, ...given }: Written,
  known?: TaskEntity,
): Promise<Partial<TaskEntity>> {
  const rule = recurrence ? settleRule(recurrence) : recurrence;
  const now = { ...known, ...defined({ ...given, recurrence: rule }) };
  const isMember = !given.assigneeId || (await worksHere(scope, given.assigneeId));
  const details = [
    ...(isMember ? [] : [wrong('assigneeId', 'not_listed', 'There is no such member here.')]),
    ...(rule && !isRule(rule)
      ? [wrong('recurrence', 'wrong_form', 'This is no rule such as FREQ=WEEKLY;BYDAY=MO.')]
      : []),
    ...(rule && now.due && endsBefore(rule, dueDay(now.due))
      ? [wrong('recurrence', 'wrong_form', 'The rule ends before the task is due.')]
      : []),
    ...(now.recurrence && !now.due ? [wrong('due', 'required', 'What comes again is due on some day.')] : []),
    ...(typeof now.reminderMinutes === 'number' && !now.due
      ? [wrong('due', 'required', 'Say when it is due, so that somebody can be reminded.')]
      : []),
  ];
  if (details.length > 0) fail('request.invalid', { details });
  const isMoved = now.due !== known?.due || now.reminderMinutes !== known?.reminderMinutes;
  return { ...defined({ ...given, recurrence: rule }), ...(isMoved && (await momentsOf(scope, now))) };
}

/** The moments that follow from a due time. What is past already reminds nobody. */
export async function momentsOf(
  scope: Pick<WriteScope, 'read' | 'workspaceId'>,
  { due, reminderMinutes }: { due?: string | null; reminderMinutes?: number | null },
): Promise<Pick<TaskEntity, 'dueAt' | 'remindAt'>> {
  if (!due) return { dueAt: null, remindAt: null };
  const timeZone = await workspaceClock(scope);
  const dueAt = overdueFrom(due, timeZone);
  const isAhead = typeof reminderMinutes === 'number' && dueAt.getTime() > Date.now();
  return { dueAt, remindAt: isAhead ? remindFrom(due, reminderMinutes, timeZone) : null };
}

/** The clock that due times are read by. */
export async function workspaceClock({ read, workspaceId }: Pick<WriteScope, 'read' | 'workspaceId'>): Promise<string> {
  const [row] = await read<{ time_zone: string }>('select time_zone from workspace where id = $1', [workspaceId]);
  return row?.time_zone ?? 'UTC';
}

async function worksHere({ sql, workspaceId }: WriteScope, memberId: Uuid): Promise<boolean> {
  const rows = await sql(`${membersHere('m.id')} and m.id = $2`, [workspaceId, memberId]);
  return rows.length > 0;
}

const defined = <T extends object>(values: T): Partial<T> =>
  Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined)) as Partial<T>; // what is left of it

const wrong = (path: string, reason: 'not_listed' | 'wrong_form' | 'required', message: string) => ({
  path,
  reason,
  message,
});
