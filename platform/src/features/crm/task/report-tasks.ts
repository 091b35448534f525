import { toPublicId, type Uuid } from '@tabard/contract';
import type { taskReportInput, taskReportOutput } from '@tabard/contract/crm/task';
import type { TaskType } from '@tabard/contract/crm/task-words';
import type { z } from 'zod';
import { fail, type ReadScope } from '#kernel';
import { workspaceClock } from './write-task.ts';

interface Row {
  assignee_id: Uuid | null;
  name: string | null;
  type: TaskType;
  done: number;
  on_time: number;
}

/** Who completed how many tasks of which type over some days of the workspace's clock, and how many of them on time. */
export async function reportTasks(
  scope: ReadScope,
  { from, to }: z.output<typeof taskReportInput>,
): Promise<z.input<typeof taskReportOutput>> {
  const days = (Date.parse(to) - Date.parse(from)) / 86_400_000;
  if (days < 0 || days > 366)
    fail('request.invalid', {
      details: [
        { path: 'to', reason: 'not_listed', message: 'Give a day that is not earlier, and at most a year later.' },
      ],
    });
  const rows = await scope.read<Row>(
    `select d.assignee_id, (select u.name from member m join app_user u on u.id = m.user_id where m.id = d.assignee_id) as name,
            d.type, d.done, d.on_time
       from (select assignee_id, type, count(*)::int as done, (count(*) filter (where due_at is null or ended_at <= due_at))::int as on_time
               from task
              where workspace_id = $1 and ended_at >= ($2::date)::timestamp at time zone $4
                and ended_at < ($3::date + 1)::timestamp at time zone $4 and status = 'done' and archived_at is null
              group by assignee_id, type) as d
      order by name nulls last, d.assignee_id, d.type limit 500`,
    [scope.workspaceId, from, to, await workspaceClock(scope)],
  );
  return {
    items: rows.map(({ assignee_id: id, name, type, done, on_time: onTime }) => ({
      assigneeId: id && toPublicId('member', id),
      assigneeName: name,
      type,
      done,
      onTime,
    })),
  };
}
