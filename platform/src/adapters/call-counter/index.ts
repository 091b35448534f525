export { createMemoryCounter } from './memory-counter.ts';
export { createRedisCounter } from './redis-counter.ts';
