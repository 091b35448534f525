import type { JobsOptions, Queue, Worker } from 'bullmq';
import pg from 'pg';
import type { App, AnyJob, JobQueue } from '#kernel';
import { runJob } from '#kernel';
import { forgetIn } from './forget-in.ts';

export interface QueueOptions {
  /** Redis when given, otherwise PostgreSQL. */
  redisUrl?: string;
  postgresUrl: string;
  concurrency: number;
  onError: (error: Error) => void;
}

const kept = { removeOnComplete: { count: 100, age: 3600 }, removeOnFail: { count: 1000, age: 7 * 86_400 } };

/**
 * Jobs on BullMQ, by the same code on PostgreSQL and on Redis: one queue for each kind of job. The library is loaded with the first
 * job: a process that only answers requests is ready sooner and smaller without it.
 */
export function createQueue(options: QueueOptions): JobQueue {
  let opening: Promise<Backend> | undefined;
  const open = () =>
    (opening ??= options.redisUrl
      ? redisBackend(options.redisUrl, options.onError)
      : postgresBackend(options.postgresUrl, options.onError));
  const queues = new Map<string, Promise<Queue>>();
  /** Kinds of jobs that this process adds or runs. */
  const known = new Set<string>();
  const queueOf = (name: string): Promise<Queue> => {
    let queue = queues.get(name);
    if (!queue) {
      queues.set(name, (queue = open().then((backend) => openQueue(backend, name, options.onError))));
      // One that could not be opened stays like that for ever, so the next job opens it anew.
      queue.catch(() => queues.delete(name));
    }
    return queue;
  };
  return {
    async add(job, payload, extra) {
      const settings: JobsOptions = {
        ...kept,
        attempts: job.attempts ?? 5,
        backoff: { type: 'exponential', delay: 1000 },
        delay: extra?.delayMs,
      };
      known.add(job.name);
      const id = job.dedupe?.(payload);
      // A job that waits takes the new hint along; one that runs is followed by one more.
      if (id) settings.deduplication = { id, keepLastIfActive: true };
      await (await queueOf(job.name)).add(job.name, payload, settings);
    },
    async forget(workspaceIds) {
      let running = 0;
      for (const name of known) {
        const queue = await queueOf(name);
        running += await forgetIn(queue, workspaceIds);
        await (await open()).forgetTold(queue);
      }
      return running;
    },
    async work(app: App, jobs: readonly AnyJob[]) {
      for (const { name } of jobs) known.add(name);
      const backend = await open();
      const workers = jobs.map((job) => workerOf(backend, app, job, options));
      await Promise.all(workers.map((worker) => worker.waitUntilReady()));
      return { stop: async () => void (await Promise.all(workers.map((worker) => worker.close()))) };
    },
    async close() {
      await Promise.all(
        [...queues.values()].map((opened) => opened.then((queue) => queue.close()).catch(options.onError)),
      );
      // A queue that could not be opened has nothing to close.
      const backend = await opening?.catch(() => undefined);
      await backend?.close();
    },
  };
}

async function openQueue(backend: Backend, name: string, onError: (error: Error) => void): Promise<Queue> {
  const queue = backend.queue(name);
  queue.on('error', onError);
  await queue.waitUntilReady().catch(async (error: unknown) => {
    await queue.close().catch(onError);
    throw error;
  });
  return queue;
}

function workerOf(backend: Backend, app: App, job: AnyJob, { concurrency, onError }: QueueOptions): Worker {
  const worker = backend.worker(job.name, (data) => runJob(app, job, data), job.concurrency ?? concurrency);
  worker.on('error', onError);
  worker.on('failed', (failed, error) =>
    app.log.warn(
      { err: error, job: job.name, workspaceId: failed?.data?.workspaceId, attempt: failed?.attemptsMade },
      'job failed',
    ),
  );
  return worker;
}

interface Backend {
  queue(name: string): Queue;
  worker(name: string, run: (data: unknown) => Promise<void>, concurrency: number): Worker;
  /** Forgets what a queue told of its jobs, some of which are named by their workspace. Nobody here listens. */
  forgetTold(queue: Queue): Promise<unknown>;
  close(): Promise<void>;
}

async function redisBackend(url: string, onError: (error: Error) => void): Promise<Backend> {
  const [{ Queue, Worker }, { Redis }] = await Promise.all([import('bullmq'), import('ioredis')]);
  const client = () => {
    const connection = new Redis(url, { maxRetriesPerRequest: null });
    connection.on('error', onError);
    opened.push(connection);
    return connection;
  };
  const opened: { disconnect(): void }[] = [];
  const shared = client();
  return {
    queue: (name) => new Queue(name, { connection: shared }),
    worker: (name, run, concurrency) => new Worker(name, (job) => run(job.data), { connection: client(), concurrency }),
    forgetTold: (queue) => queue.trimEvents(0),
    close: async () => opened.forEach((connection) => connection.disconnect()),
  };
}

/** Connections that one kind of job may use at once; it takes jobs and notes their ends with them, and no job runs on them. */
const connectionsOfWorker = 3;

async function postgresBackend(connectionString: string, onError: (error: Error) => void): Promise<Backend> {
  const { createPostgresBackend, withBackend } = await import('bullmq');
  const classes = withBackend(createPostgresBackend);
  const pool = new pg.Pool({ connectionString, max: 10, options: '-c search_path=bullmq', application_name: 'queue' });
  pool.on('error', onError);
  return {
    // The classes differ from the Redis ones only in the type of the connection that they were given.
    queue: (name) => new classes.Queue(name, { connection: pool }) as unknown as Queue,
    worker: (name, run, concurrency) =>
      new classes.Worker(name, (job) => run(job.data), {
        // Besides the one that listens: there is a worker for each kind of job, and every process has them all.
        connection: { connectionString, schema: 'bullmq', max: connectionsOfWorker },
        concurrency,
      }) as unknown as Worker,
    forgetTold: ({ name }) => pool.query('delete from event where queue = $1', [name]),
    close: () => pool.end(),
  };
}
