import { z } from 'zod';

/** The one secret from which every key is derived: stored passwords, link signatures, suppression hashes, role logins. */
export const secretsConfig = z
  .object({
    /** At least 32 random characters; keep them with the backups. */
    SECRET_KEY: z
      .string()
      .min(32, 'Give at least 32 random characters; keep them, or stored passwords and sent links stop working.'),
  })
  .transform((env) => ({ secretKey: env.SECRET_KEY }));
