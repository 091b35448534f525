import { z } from 'zod';

/** How mail comes in. */
export const inboundConfig = z
  .object({
    /** Seconds between two looks at a mailbox whose server has no IDLE. */
    IMAP_POLL_INTERVAL: z.coerce.number().min(0.2).default(60),
    /** Mailboxes one worker keeps open. */
    IMAP_CONNECTIONS: z.coerce.number().int().min(1).default(200),
  })
  .transform((env) => ({ pollSeconds: env.IMAP_POLL_INTERVAL, connections: env.IMAP_CONNECTIONS }));
