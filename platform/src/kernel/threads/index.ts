export { answerInThread } from './answer-in-thread.ts';
export { answerInProcess, createProcessPool } from './process-pool.ts';
export { standBack } from './stand-back.ts';
export { createThreadPool, ThreadFailure, type ThreadPool, type ThreadPoolOptions } from './thread-pool.ts';
