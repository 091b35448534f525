import type { Page } from '@tabard/contract';
import type { Task, taskListInput } from '@tabard/contract/crm/task';
import type { z } from 'zod';
import { aboutSubject } from '#features/crm/record-subject';
import { listRows, orEmpty, type ReadScope } from '#kernel';
import { tasks } from './task.entity.ts';

const due = orEmpty('t.due');

/** Tasks by filter, subject and days; in the order of their due times where that is asked for. */
export function listTasks(
  scope: ReadScope,
  { subject, dueFrom, dueTo, ...input }: z.output<typeof taskListInput>,
): Promise<Page<Task>> {
  const within = (values: unknown[]): string[] => [
    ...aboutSubject('t', subject)(values),
    ...(dueFrom === undefined ? [] : [`${due} >= $${values.push(dueFrom)}`]),
    // Times of a day stand behind the day itself. What has no due time stands before all.
    ...(dueTo === undefined ? [] : [`${due} < $${values.push(`${dueTo}U`)}`, `${due} > ''`]),
  ];
  const plain = subject === undefined && dueFrom === undefined && dueTo === undefined;
  return listRows(tasks, scope, input, { inOrder: plain, within });
}
