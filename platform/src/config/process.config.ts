import { z } from 'zod';

/** What this process is and how it speaks. */
export const processConfig = z
  .object({
    /** `api` answers requests, `worker` sends, receives and runs jobs, `all` does both with a worker process beside itself. */
    TABARD_ROLE: z.enum(['api', 'worker', 'all']).default('all'),
    LOG_LEVEL: z.enum(['trace', 'debug', 'info', 'warn', 'error', 'silent']).default('info'),
    NODE_ENV: z.string().default('production'),
    /** `c6:kill` ends the process at that failpoint; `c3:pause:5000` waits there; for fault tests only. */
    TABARD_FAILPOINT: z
      .string()
      .regex(/^(?:c\d|e[1-3]):(?:kill|throw|pause:\d+)$/, 'Give c0..c9 or e1..e3 and kill, throw or pause:<ms>.')
      .optional(),
  })
  .transform((env) => ({
    role: env.TABARD_ROLE,
    logLevel: env.LOG_LEVEL,
    development: env.NODE_ENV === 'development',
    failpoint: env.TABARD_FAILPOINT,
  }));
