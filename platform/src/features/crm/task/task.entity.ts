import { taskNoun } from '@tabard/contract/crm/task';
import { taskRelations } from '@tabard/contract/crm/owner-relations';
import { recordIndexes, subjectNameOf } from '#features/crm/record-subject';
import { teamsOf } from '#features/identity/team';
import { listIndexes, p, storeOf, tableOf, type EntityOf, type Retention } from '#kernel';

const moment = () => p.datetime(3).columnType('timestamptz(3)');

/** Something that somebody is to do. */
export const TaskSchema = tableOf(taskNoun, {
  // The sweep looks across workspaces for those whose reminder is due.
  maintenance: ['select', 'delete'],
  columns: {
    /** When the assignee is to be reminded; unset where nobody is, and once it was done. */
    remindAt: moment().nullable(),
    /** The one that was made when this one was done: never a second. */
    nextId: p.uuid().nullable(),
  },
  indexes: [
    ...listIndexes(taskNoun),
    ...recordIndexes('task', 'created_at'),
    {
      name: 'task_of_assignee',
      expression:
        'create index "task_of_assignee" on "task" ("workspace_id", "assignee_id", (case when due is null then \'\' else due end), "id") where archived_at is null',
    },
    {
      name: 'task_done',
      expression: 'create index "task_done" on "task" ("workspace_id", "ended_at") where ended_at is not null',
    },
    {
      name: 'task_reminder',
      expression: 'create index "task_reminder" on "task" ("remind_at") where remind_at is not null',
    },
  ],
});

/** What a task `t` is about is called now. */
export const subjectName = subjectNameOf('t');

/** Where tasks are kept. */
export const tasks = storeOf(taskNoun, TaskSchema, {
  alias: 't',
  related: { fields: taskRelations, columns: { assigneeTeams: teamsOf('t.assignee_id') } },
  computed: {
    assigneeName: 'select u.name from member m join app_user u on u.id = m.user_id where m.id = t.assignee_id',
    subjectName,
  },
});

/** A task as the ORM holds it, with what callers do not see. */
export type TaskEntity = EntityOf<(typeof taskNoun)['fields']> & { remindAt: Date | null; nextId: string | null };

/** A deleted task can be brought back for a while. */
export const taskRetention: Retention = {
  table: 'task',
  until: `t.archived_at < now() - interval '30 days'`,
  because: 'A deleted task can be brought back for thirty days.',
};
