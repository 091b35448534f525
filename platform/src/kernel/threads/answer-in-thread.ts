import { parentPort } from 'node:worker_threads';
import type { ThreadMessage } from './thread-pool.ts';

/** Answers the questions of a thread pool, one after the other; called once by the program of its threads. */
// oxlint-disable-next-line typescript/no-unnecessary-type-parameters -- the program knows what its pool asks
export function answerInThread<Question, Answer>(work: (question: Question) => Promise<Answer>): void {
  const port = parentPort;
  if (!port) throw new Error('This program runs in a thread of a pool.');
  const say = (message: ThreadMessage<Answer>) => port.postMessage(message);
  port.on('message', (question: Question) => {
    work(question).then(
      (answer) => say({ answer }),
      (error: unknown) => say({ failure: error instanceof Error ? error.message : String(error) }),
    );
  });
  say({ ready: true });
}
