import { z } from 'zod';

/** How organizations and workspaces are deleted. */
export const deletionConfig = z
  .object({
    /** Days for which an organization or a workspace that somebody deleted can be restored; only then is anything of it deleted. */
    DELETION_GRACE_DAYS: z.coerce.number().int().min(0).max(3650).default(30),
  })
  .transform((env) => ({ graceDays: env.DELETION_GRACE_DAYS }));
