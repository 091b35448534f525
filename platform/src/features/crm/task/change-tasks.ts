import type { taskChangeInput } from '@tabard/contract/crm/task';
import type { z } from 'zod';
import { changeOne, fail, lockOne, type WriteScope } from '#kernel';
import { tasks, type TaskEntity } from './task.entity.ts';
import { settle } from './write-task.ts';

/** Gives many tasks another due time, assignee or priority, each its own: all of them or none. */
export async function changeTasks(
  scope: WriteScope,
  { items }: z.output<typeof taskChangeInput>,
): Promise<{ count: number }> {
  const byId = new Map(items.map((item) => [item.id, item]));
  if (byId.size < items.length)
    fail('request.invalid', {
      details: [{ path: 'items', reason: 'not_listed', message: 'Name each task once.' }],
    });
  // In one order, so that two calls about the same ones take turns.
  for (const { id, ...changes } of [...byId.values()].toSorted((a, b) => (a.id < b.id ? -1 : 1))) {
    const known = (await lockOne(tasks, scope, id)) as TaskEntity; // the table's own columns
    await changeOne(tasks, scope, known, await settle(scope, changes, known));
  }
  return { count: byId.size };
}
