import type { Uuid } from '@tabard/contract';
import { z } from 'zod';
import { amongOpenTenants, defineJob, failpoint, repeating, TenantWork, type App } from '#kernel';
import { remindOfTask } from './remind-of-task.ts';

/** Reminds somebody of one task, if that is still to be done. */
export const remindJob = defineJob({
  name: 'remind-of-task',
  schema: z.object({ workspaceId: z.uuid(), taskId: z.uuid() }),
  concurrency: 4,
  attempts: 3,
  dedupe: ({ taskId }) => taskId,
  async handler(scope, { taskId }) {
    const { failpoint: setting } = scope.app.config.process;
    await scope.write(async (writing) => {
      await remindOfTask(writing, taskId);
      await failpoint('t1', setting);
    });
    await failpoint('t2', setting);
  },
});

const finding = new TenantWork('task-reminders');

/** Finds whom to remind, from the rows alone. */
async function findReminders(app: App): Promise<void> {
  const rows = await finding.find<{ workspace_id: Uuid; id: Uuid }>(
    app,
    `select workspace_id, id from task where remind_at <= now() and status = 'open' and archived_at is null
        and ${amongOpenTenants('workspace_id')} order by remind_at limit 500`,
  );
  for (const row of rows) await app.jobs.add(remindJob, { workspaceId: row.workspace_id, taskId: row.id });
}

export const reminderSweep = repeating('task-reminders', {
  pauseMs: (app) => app.config.sending.sweepSeconds * 1000,
  run: findReminders,
});
