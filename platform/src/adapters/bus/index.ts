export { createPostgresBus } from './postgres-bus.ts';
export { createRedisBus } from './redis-bus.ts';
