import { z } from 'zod';

/** Where jobs and the realtime bus live: Redis when its address is given, otherwise PostgreSQL. */
export const queueConfig = z
  .object({
    /** Redis for jobs, realtime and limits; PostgreSQL does it all when unset. */
    REDIS_URL: z
      .string()
      .regex(/^rediss?:\/\//, 'Give a URL such as redis://host:6379.')
      .optional(),
    /** Jobs of one kind a worker process runs at once, unless the job says less. */
    JOB_CONCURRENCY: z.coerce.number().int().min(1).max(256).default(8),
  })
  .transform((env) => ({ redisUrl: env.REDIS_URL, concurrency: env.JOB_CONCURRENCY }));
