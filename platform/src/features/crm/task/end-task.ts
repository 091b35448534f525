import { fromPublicId, toPublicId, type Uuid } from '@tabard/contract';
import { dueDay } from '@tabard/contract/crm/task-words';
import { Temporal } from 'temporal-polyfill';
import type { SubjectColumns } from '#features/crm/record-subject';
import { emitStandard, fail, insertOne, recordOf, type WriteScope } from '#kernel';
import { nextDue } from './recurrence.rules.ts';
import { tasks, type TaskEntity } from './task.entity.ts';
import { momentsOf, workspaceClock } from './write-task.ts';

/** Live tasks, kept from others until the transaction ends; all of them or none. Two calls about the same ones take turns. */
async function lockAll({ em, sql, workspaceId }: WriteScope, ids: readonly Uuid[]): Promise<TaskEntity[]> {
  const wanted = [...new Set(ids)];
  const rows = await sql(
    'select id from task where workspace_id = $1 and id = any($2::uuid[]) and archived_at is null order by id for update',
    [workspaceId, wanted],
  );
  if (rows.length < wanted.length) fail('task.not_found');
  const where = { workspaceId, id: { $in: wanted } };
  return (await em.find(tasks.entity, where)) as TaskEntity[]; // the table's own columns
}

/** Completes open tasks. What comes again has its next one made in the same transaction, once. Those that are not open stay as they are. */
export async function completeTasks(scope: WriteScope, { ids }: { ids: Uuid[] }): Promise<{ count: number }> {
  const open = (await lockAll(scope, ids)).filter(({ status }) => status === 'open');
  for (const task of open) {
    end(task, 'done');
    const nextId = task.recurrence && task.due && !task.nextId ? await makeNext(scope, task) : null;
    if (nextId) task.nextId = nextId;
    scope.emit('task.completed', {
      taskId: toPublicId('task', task.id),
      nextId: nextId && toPublicId('task', nextId),
      ...recordOf(task),
    });
  }
  return { count: open.length };
}

/** Cancels open tasks: they are over, and nobody did them. What comes again does not. */
export async function cancelTasks(scope: WriteScope, { ids }: { ids: Uuid[] }): Promise<{ count: number }> {
  const open = (await lockAll(scope, ids)).filter(({ status }) => status === 'open');
  for (const task of open) {
    end(task, 'cancelled');
    emitStandard(scope, tasks, 'updated', task.id, task);
  }
  return { count: open.length };
}

function end(task: TaskEntity, status: 'done' | 'cancelled'): void {
  Object.assign(task, { status, endedAt: new Date(), updatedAt: new Date(), remindAt: null });
}

/** Opens tasks again. A next one that was made and that nobody has touched since goes, and is made again by the next completion. */
export async function reopenTasks(scope: WriteScope, { ids }: { ids: Uuid[] }): Promise<{ count: number }> {
  const ended = (await lockAll(scope, ids)).filter(({ status }) => status !== 'open');
  for (const task of ended) {
    const { remindAt } = await momentsOf(scope, task);
    // Whoever was reminded already is not reminded a second time.
    const isAhead = remindAt !== null && remindAt.getTime() > Date.now();
    Object.assign(task, { status: 'open', endedAt: null, updatedAt: new Date(), remindAt: isAhead ? remindAt : null });
    if (task.nextId && (await dropUntouched(scope, task.nextId))) task.nextId = null;
    scope.emit('task.reopened', { taskId: toPublicId('task', task.id), ...recordOf(task) });
  }
  return { count: ended.length };
}

async function makeNext(scope: WriteScope, task: TaskEntity): Promise<Uuid | null> {
  const timeZone = await workspaceClock(scope);
  const today = Temporal.Now.plainDateISO(timeZone).toString();
  const due = followingDue(task, today);
  if (due === null) return null;
  const { title, text, type, priority, assigneeId, reminderMinutes, recurrence, leadId, companyId, dealId } = task;
  const made = await insertOne(tasks, scope, {
    title,
    text,
    type,
    priority,
    assigneeId,
    reminderMinutes,
    recurrence,
    leadId,
    companyId,
    dealId,
    due,
    ...(await momentsOf(scope, { due, reminderMinutes })),
  });
  return fromPublicId('task', made.id);
}

function followingDue({ recurrence, due }: TaskEntity, today: string): string | null {
  if (!recurrence || !due) return null;
  try {
    return nextDue(recurrence, due, dueDay(today));
  } catch {
    return null; // it comes never again
  }
}

async function dropUntouched(scope: WriteScope, id: Uuid): Promise<boolean> {
  const [row] = await scope.sql<SubjectColumns>(
    `delete from task where workspace_id = $1 and id = $2 and status = 'open' and updated_at = created_at
      returning lead_id as "leadId", company_id as "companyId", deal_id as "dealId"`,
    [scope.workspaceId, id],
  );
  if (row) emitStandard(scope, tasks, 'deleted', id, row);
  return row !== undefined;
}
