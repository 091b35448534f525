import { pageOf } from '@tabard/contract';
import {
  taskChangeInput,
  taskCountOutput,
  taskCreateInput,
  taskListInput,
  taskOutput,
  taskPeopleOutput,
  taskReportInput,
  taskReportOutput,
  taskUpdateInput,
} from '@tabard/contract/crm/task';
import { z } from 'zod';
import { archiveOf, countOf, getOf, restoreOf, router, workspaceMutation, workspaceQuery } from '#kernel';
import { changeTasks } from './change-tasks.ts';
import { cancelTasks, completeTasks, reopenTasks } from './end-task.ts';
import { listPeople } from './list-people.ts';
import { listTasks } from './list-tasks.ts';
import { reportTasks } from './report-tasks.ts';
import { tasks } from './task.entity.ts';
import { createTask, updateTask } from './write-task.ts';

const { read, write, noun } = tasks;
const many = { permission: write, input: noun.idsInput, output: taskCountOutput };

export const taskRouter = router({
  /** Lists tasks, newest first unless told otherwise. */
  list: workspaceQuery({ permission: read, input: taskListInput, output: pageOf(taskOutput), handler: listTasks }),
  /** Counts the tasks that a filter takes. */
  count: countOf(tasks),
  /** Gets one task. */
  get: getOf(tasks),
  /** Adds a task; it is open. */
  create: workspaceMutation({ permission: write, input: taskCreateInput, output: taskOutput, handler: createTask }),
  /** Changes the given fields of a task; `null` empties a field. Another due time or reminder reminds anew. */
  update: workspaceMutation({ permission: write, input: taskUpdateInput, output: taskOutput, handler: updateTask }),
  /** Completes up to 1,000 open tasks. Of what comes again, the next one is made with it. */
  complete: workspaceMutation({ ...many, handler: completeTasks }),
  /** Opens up to 1,000 tasks again. A next one that nobody has touched since goes. */
  reopen: workspaceMutation({ ...many, handler: reopenTasks }),
  /** Cancels up to 1,000 open tasks. Of what comes again, there is no next one. */
  cancel: workspaceMutation({ ...many, handler: cancelTasks }),
  /** Gives up to 500 tasks another due time, assignee or priority, each its own: all of them or none. */
  change: workspaceMutation({
    permission: write,
    input: taskChangeInput,
    output: taskCountOutput,
    handler: changeTasks,
  }),
  /** Deletes up to 1,000 tasks; for thirty days they can be restored. */
  archive: archiveOf(tasks),
  /** Brings deleted tasks back. */
  restore: restoreOf(tasks),
  /** Lists who can be given a task. */
  people: workspaceQuery({
    permission: read,
    input: z.strictObject({}),
    output: taskPeopleOutput,
    handler: listPeople,
  }),
  /** Says who completed how many tasks of which type over some days, and how many of them on time. */
  report: workspaceQuery({
    permission: read,
    input: taskReportInput,
    output: taskReportOutput,
    handler: reportTasks,
  }),
});
