import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { plantCrew, startTestPlatform, uuidOf, type TestPlatform } from '../fixture/index.ts';
import { startWorker, stopWorkers } from './worker-process.ts';

let platform: TestPlatform;
beforeAll(async () => {
  platform = await startTestPlatform();
});
afterAll(() => platform.stop());
afterEach(stopWorkers);

describe.each(['t1', 't2'])('a worker that is killed at %s of a reminder', (point) => {
  it('leaves every assignee written to exactly once by the next worker', async () => {
    const workspace = await platform.createWorkspace();
    const { caller, scope } = workspace;
    const { Uma: uma } = await plantCrew(platform, workspace, { Uma: 'outreach_specialist' });
    for (const title of ['One', 'Two', 'Three']) {
      const { id } = await caller.tasks.create({
        title,
        due: '2099-01-01',
        reminderMinutes: 30,
        assigneeId: uma!.memberId,
      });
      await scope.write(({ sql }) => sql(`update task set remind_at = now() where id = $1`, [uuidOf('task', id)]));
    }
    expect(await startWorker(platform.config, { TABARD_FAILPOINT: `${point}:kill` }).ended).toBe('SIGKILL');
    startWorker(platform.config);
    const waiting = () => scope.read('select 1 from task where remind_at is not null');
    await vi.waitFor(async () => expect(await waiting()).toEqual([]), { timeout: 120_000, interval: 100 });
    const mails = await scope.read<{ recipient: string }>(
      `select recipient from system_mail where kind = 'task-reminder'`,
    );
    expect(mails.map(({ recipient }) => recipient)).toEqual([uma!.email, uma!.email, uma!.email]);
    const told = await scope.read<{ data: { taskId: string } }>(`select data from event where type = 'task.reminded'`);
    expect(new Set(told.map(({ data }) => data.taskId)).size).toBe(3);
    expect(told).toHaveLength(3);
  }, 300_000);
});
