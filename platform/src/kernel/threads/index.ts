export { answerInThread } from './answer-in-thread.ts';
export { standBack } from './stand-back.ts';
export { createThreadPool, ThreadFailure, type ThreadPool, type ThreadPoolOptions } from './thread-pool.ts';
