import { Worker } from 'node:worker_threads';

/** Work apart from the loop that serves did not end well: it took too long, too much memory, or threw. */
export class ThreadFailure extends Error {
  readonly reason: 'deadline' | 'memory' | 'failed';
  constructor(reason: ThreadFailure['reason'], message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = 'ThreadFailure';
    this.reason = reason;
  }
}

export interface ThreadPoolOptions {
  /** The program: a module that hands its work to `answerInThread`. */
  program: URL;
  /** Threads that work at once; further work waits. */
  size: number;
  /** Heap of one thread, in MiB: work that wants more ends with it. */
  memoryMb: number;
  /** After so long without work a thread ends. */
  idleMs?: number;
}

/** Does work in threads of its own, each with bounded memory, and ends what exceeds its time. */
export interface ThreadPool<Question, Answer> {
  /** @throws ThreadFailure */
  run(question: Question, deadlineMs: number): Promise<Answer>;
}

/** A thread that loads its program has this long for it, however busy the machine is. */
const startMs = 60_000;

/** Threads are started when there is work, kept for more of it, and never keep the process alive. */
export function createThreadPool<Question, Answer>(options: ThreadPoolOptions): ThreadPool<Question, Answer> {
  const idle: Thread<Question, Answer>[] = [];
  const waiting: (() => void)[] = [];
  let busy = 0;
  const takeIdle = () => {
    for (let thread = idle.pop(); thread; thread = idle.pop()) if (thread.usable) return thread;
    return null;
  };
  return {
    async run(question, deadlineMs) {
      if (busy >= options.size) await new Promise<void>((resolve) => waiting.push(resolve));
      else busy += 1;
      const thread = takeIdle() ?? new Thread<Question, Answer>(options);
      try {
        return await thread.ask(question, deadlineMs);
      } finally {
        if (thread.usable) {
          idle.push(thread);
          thread.rest(options.idleMs ?? 60_000);
        }
        // The place goes to whoever waits, or is free.
        const next = waiting.shift();
        if (next) next();
        else busy -= 1;
      }
    },
  };
}

/** What a thread says: that it has loaded, or the outcome of a question. */
export type ThreadMessage<Answer> = { ready: true } | { answer: Answer } | { failure: string };

class Thread<Question, Answer> {
  usable = true;
  readonly #worker: Worker;
  #ready = false;
  #idle: NodeJS.Timeout | undefined;
  #settle: ((outcome: { answer: Answer } | ThreadFailure) => void) | undefined;
  #deadline: NodeJS.Timeout | undefined;
  #begin: (() => void) | undefined;

  constructor({ program, memoryMb }: ThreadPoolOptions) {
    this.#worker = new Worker(program, {
      resourceLimits: { maxOldGenerationSizeMb: memoryMb, maxYoungGenerationSizeMb: Math.ceil(memoryMb / 8) },
      // Nothing of the process's secrets is known to it, and none of its flags are.
      env: {},
      execArgv: [],
    });
    this.#worker.unref();
    this.#worker.on('message', (message: ThreadMessage<Answer>) => {
      if ('ready' in message) {
        this.#ready = true;
        this.#begin?.();
      } else if ('answer' in message) this.#settle?.(message);
      else this.#settle?.(new ThreadFailure('failed', message.failure));
    });
    this.#worker.on('error', (error: Error & { code?: string }) =>
      this.#end(
        error.code === 'ERR_WORKER_OUT_OF_MEMORY'
          ? new ThreadFailure('memory', `The work needed more than ${memoryMb} MiB.`, { cause: error })
          : new ThreadFailure('failed', error.message, { cause: error }),
      ),
    );
    this.#worker.on('exit', () => this.#end(new ThreadFailure('failed', 'The thread ended before its work.')));
  }

  ask(question: Question, deadlineMs: number): Promise<Answer> {
    clearTimeout(this.#idle);
    // Whoever waits for an answer keeps the process alive, an idle thread does not.
    this.#worker.ref();
    return new Promise((resolve, reject) => {
      this.#settle = (outcome) => {
        this.#worker.unref();
        clearTimeout(this.#deadline);
        this.#settle = undefined;
        if (outcome instanceof ThreadFailure) reject(outcome);
        else resolve(outcome.answer);
      };
      const limit = (ms: number) => {
        clearTimeout(this.#deadline);
        this.#deadline = setTimeout(
          () => this.#end(new ThreadFailure('deadline', `The work took longer than ${ms} ms.`)),
          ms,
        );
      };
      this.#begin = () => {
        limit(deadlineMs);
        // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread is no window
        this.#worker.postMessage(question);
      };
      if (this.#ready) this.#begin();
      else limit(startMs);
    });
  }

  /** Keeps the thread for more work, and lets it go when none comes. */
  rest(ms: number): void {
    this.#idle = setTimeout(() => this.#end(new ThreadFailure('failed', 'The thread was idle.')), ms).unref();
  }

  #end(failure: ThreadFailure): void {
    this.usable = false;
    this.#settle?.(failure);
    // Also in the middle of a loop that would never end.
    void this.#worker.terminate();
  }
}
