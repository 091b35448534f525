import { startRedis, type Redis } from '@tabard/embedded';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { defineJob, type CallScope, type JobQueue } from '#kernel';
import { startTestPlatform, type TestPlatform } from '../../../test/fixture/index.ts';
import { createQueue } from './bullmq-queue.ts';
import { loginUrls } from '../../migrate/index.ts';

const redis: Redis | null = await startRedis();
let platform: TestPlatform;
let workspaceId: string;
beforeAll(async () => {
  platform = await startTestPlatform();
  ({ workspaceId } = await platform.createWorkspace());
});
afterAll(async () => {
  await platform.stop();
  await redis?.stop();
});

const schema = z.object({ workspaceId: z.uuid(), n: z.number() });
let kinds = 0;

/** A job of a kind of its own, which remembers its runs. */
function rememberingJob(
  handle: (n: number, scope: CallScope) => Promise<void> = async () => undefined,
  extra: { dedupe?: true; attempts?: number } = {},
) {
  const runs: number[] = [];
  const job = defineJob({
    name: `test-${(kinds += 1)}`,
    schema,
    attempts: extra.attempts,
    dedupe: extra.dedupe && (() => 'one'),
    async handler(scope, { n }) {
      runs.push(n);
      await handle(n, scope);
    },
  });
  return { job, runs };
}

describe.each([
  [
    'PostgreSQL',
    () => createQueue({ postgresUrl: loginUrls(platform.config).runtimeUrl, concurrency: 4, onError: () => undefined }),
  ],
  ['Redis', () => createQueue({ redisUrl: redis?.url, postgresUrl: '', concurrency: 4, onError: () => undefined })],
])('the job queue on %s', (name, open) => {
  const present = name === 'PostgreSQL' || redis !== null;
  const inQueue = async (work: (queue: JobQueue) => Promise<void>) => {
    const queue = open();
    try {
      await work(queue);
    } finally {
      await queue.close();
    }
  };

  it.runIf(present)('runs every job once, as its workspace', () =>
    inQueue(async (queue) => {
      const seen = new Set<string>();
      const { job, runs } = rememberingJob(async (_n, scope) => void seen.add(scope.workspaceId));
      const worker = await queue.work(platform.app, [job]);
      await Promise.all(Array.from({ length: 50 }, (_, n) => queue.add(job, { workspaceId, n })));
      await expect.poll(() => runs.length).toBe(50);
      expect(new Set(runs).size).toBe(50);
      expect([...seen]).toEqual([workspaceId]);
      await worker.stop();
    }),
  );

  it.runIf(present)('keeps jobs until somebody works', () =>
    inQueue(async (queue) => {
      const { job, runs } = rememberingJob();
      await queue.add(job, { workspaceId, n: 7 });
      const worker = await queue.work(platform.app, [job]);
      await expect.poll(() => runs).toEqual([7]);
      await worker.stop();
    }),
  );

  it.runIf(present)('tries a failed job again', () =>
    inQueue(async (queue) => {
      let left = 1;
      const { job, runs } = rememberingJob(async () => {
        if (left-- > 0) throw new Error('not yet');
      });
      const worker = await queue.work(platform.app, [job]);
      await queue.add(job, { workspaceId, n: 1 });
      await expect.poll(() => runs.length).toBe(2);
      await worker.stop();
    }),
  );

  it.runIf(present)(
    'makes one of the hints that wait together, and runs once more after one that came while it ran',
    () =>
      inQueue(async (queue) => {
        let finish = () => {};
        const running = new Promise<void>((resolve) => (finish = resolve));
        const { job, runs } = rememberingJob(() => running, { dedupe: true });
        for (let n = 0; n < 5; n++) await queue.add(job, { workspaceId, n });
        const worker = await queue.work(platform.app, [job]);
        await expect.poll(() => runs.length).toBe(1);
        for (let n = 5; n < 10; n++) await queue.add(job, { workspaceId, n });
        finish();
        await expect.poll(() => runs.length).toBe(2);
        await worker.stop();
        expect(runs).toHaveLength(2);
      }),
  );

  it.runIf(present)('waits as long as it was told', () =>
    inQueue(async (queue) => {
      const { job, runs } = rememberingJob();
      const worker = await queue.work(platform.app, [job]);
      await queue.add(job, { workspaceId, n: 1 }, { delayMs: 700 });
      await queue.add(job, { workspaceId, n: 2 });
      await expect.poll(() => runs).toEqual([2, 1]);
      await worker.stop();
    }),
  );
});

describe('the job queue on PostgreSQL', () => {
  it('takes jobs again once a database that had no connection left has one', async () => {
    const { runtimeUrl } = loginUrls(platform.config);
    const login = new URL(runtimeUrl).username;
    const owner = new pg.Client({ connectionString: platform.config.database.url });
    await owner.connect();
    // A login of its own, so that no other test notices.
    const crowded = new URL(runtimeUrl);
    crowded.username = `crowded_${process.pid}`;
    await owner.query(
      `create role "${crowded.username}" login password '${crowded.password}' in role "${login}" connection limit 0`,
    );
    const queue = createQueue({ postgresUrl: crowded.href, concurrency: 1, onError: () => undefined });
    try {
      const { job } = rememberingJob();
      await expect(queue.add(job, { workspaceId, n: 1 })).rejects.toThrow(/too many connections/);
      await owner.query(`alter role "${crowded.username}" connection limit -1`);
      await queue.add(job, { workspaceId, n: 2 });
      const { rows } = await owner.query('select data from bullmq.job where queue = $1', [job.name]);
      expect(rows).toEqual([{ data: { workspaceId, n: 2 } }]);
    } finally {
      await queue.close();
      await owner.query(`drop owned by "${crowded.username}"`);
      await owner.query(`drop role "${crowded.username}"`);
      await owner.end();
    }
  });
});
