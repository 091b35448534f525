import { fork, type ChildProcess } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { ThreadFailure, type ThreadMessage, type ThreadPool, type ThreadPoolOptions } from './thread-pool.ts';

/**
 * Does work in processes, one at a time and each for one question: for what may want so much memory at once that a thread would take the
 * process that serves with it.
 */
export function createProcessPool<Question extends object, Answer>(
  options: Pick<ThreadPoolOptions, 'program' | 'memoryMb'>,
): ThreadPool<Question, Answer> {
  let last: Promise<unknown> = Promise.resolve();
  return {
    run(question, deadlineMs) {
      const mine = last.then(() => askProcess<Answer>(options, question, deadlineMs));
      last = mine.catch(() => undefined);
      return mine;
    },
  };
}

function askProcess<Answer>(
  { program, memoryMb }: Pick<ThreadPoolOptions, 'program' | 'memoryMb'>,
  question: object,
  deadlineMs: number,
): Promise<Answer> {
  const child = fork(fileURLToPath(program), [], {
    execArgv: [`--max-old-space-size=${memoryMb}`],
    // Nothing of the process's secrets is known to it.
    env: {},
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
  });
  return new Promise<Answer>((resolve, reject) => {
    const deadline = setTimeout(
      () => reject(new ThreadFailure('deadline', `The work took longer than ${deadlineMs} ms.`)),
      deadlineMs,
    );
    child.once('close', (code, signal) => {
      clearTimeout(deadline);
      reject(endOf(code, signal, memoryMb));
    });
    child.on('error', (error) => reject(new ThreadFailure('failed', error.message, { cause: error })));
    child.on('message', (message: ThreadMessage<Answer>) => {
      if ('answer' in message) resolve(message.answer);
      else if ('failure' in message) reject(new ThreadFailure('failed', message.failure));
      else child.send(question);
    });
  }).finally(() => end(child));
}

/** Ended in its middle, wherever it is. */
function end(child: ChildProcess): void {
  child.kill('SIGKILL');
}

/** V8 aborts a process that wants more than its heap, and so does a system that has no more to give. */
function endOf(code: number | null, signal: NodeJS.Signals | null, memoryMb: number): ThreadFailure {
  return signal === 'SIGABRT' || signal === 'SIGKILL' || signal === 'SIGTRAP' || code === 134
    ? new ThreadFailure('memory', `The work needed more than ${memoryMb} MiB.`)
    : new ThreadFailure('failed', 'The process ended before its work.');
}

/** Answers the question of a process pool; called once by the program of its processes. */
// oxlint-disable-next-line typescript/no-unnecessary-type-parameters -- the program knows what its pool asks
export function answerInProcess<Question, Answer>(work: (question: Question) => Promise<Answer>): void {
  const say = (message: ThreadMessage<Answer>) => process.send?.(message);
  process.once('message', (question: Question) => {
    work(question).then(
      (answer) => say({ answer }),
      (error: unknown) => say({ failure: error instanceof Error ? error.message : String(error) }),
    );
  });
  // Whoever asked is gone.
  process.once('disconnect', () => process.exit());
  say({ ready: true });
}
