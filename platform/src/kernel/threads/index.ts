export { answerInThread } from './answer-in-thread.ts';
export { createThreadPool, ThreadFailure, type ThreadPool, type ThreadPoolOptions } from './thread-pool.ts';
