import { z } from 'zod';

/** What this process is and how it speaks. */
export const processConfig = z
  .object({
    /** `api` answers requests, `worker` sends, receives and runs jobs, `all` does both with a worker process beside itself. */
    TABARD_ROLE: z.enum(['api', 'worker', 'all']).default('all'),
    /** What is worth a line in the log, from this level upwards. */
    LOG_LEVEL: z.enum(['trace', 'debug', 'info', 'warn', 'error', 'silent']).default('info'),
    /** `production` refuses the demo, whose password everybody knows. */
    NODE_ENV: z.string().optional(),
    /** Whether the database may hold the demo. `npm start` says so; a process that nobody told refuses to start on it. */
    TABARD_DEMO: z.stringbool().default(false),
    /** `c6:kill` ends the process at that failpoint; `c3:pause:5000` waits there; for fault tests only. */
    TABARD_FAILPOINT: z
      .string()
      .regex(
        /^(?:c\d|[de][1-3]|[btx][12]):(?:kill|throw|pause:\d+)$/,
        'Give b1, b2, c0..c9, d1..d3, e1..e3, t1, t2, x1 or x2 and kill, throw or pause:<ms>.',
      )
      .optional(),
  })
  .refine((env) => !(env.TABARD_DEMO && env.NODE_ENV === 'production'), {
    path: ['TABARD_DEMO'],
    message: 'Unset it: NODE_ENV is production, where nobody may sign in with the password of the demo.',
  })
  .transform((env) => ({
    role: env.TABARD_ROLE,
    logLevel: env.LOG_LEVEL,
    demo: env.TABARD_DEMO,
    development: env.NODE_ENV === 'development',
    failpoint: env.TABARD_FAILPOINT,
  }));
