import { z } from 'zod';

/** How an installation begins. */
export const setupConfig = z
  .object({
    /**
     * The name of the company whose installation this is. A process that answers requests and finds an empty database then makes the
     * operator, and prints the first person's link and the first API key, once: for containers, in place of the command `setup`.
     */
    SETUP_ORGANIZATION: z.string().trim().max(120).optional(),
  })
  .transform((env) => ({ organization: env.SETUP_ORGANIZATION }));
