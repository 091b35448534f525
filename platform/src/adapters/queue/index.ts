export { createQueue } from './bullmq-queue.ts';
