import { z } from 'zod';

const callsAMinute = (fallback: number) => z.coerce.number().int().min(1).default(fallback);

/** How much one caller may ask for in a minute, and hold open. Calls are counted in Redis when there is one, otherwise by each process for itself. */
export const limitsConfig = z
  .object({
    /** Calls with one API key. */
    RATE_LIMIT_KEY: callsAMinute(6000),
    /** Calls of one person's sign-in or of one embed session. */
    RATE_LIMIT_SESSION: callsAMinute(1200),
    /** Calls of one address without a credential, or with one that does not hold. */
    RATE_LIMIT_ADDRESS: callsAMinute(600),
    /** Embed sessions, hosted pages and keys that one API key or sign-in may make. */
    RATE_LIMIT_MINTING: callsAMinute(1200),
    /** Streams of events that one credential may hold open. */
    STREAM_LIMIT_CREDENTIAL: z.coerce.number().int().min(1).default(50),
    /** Streams of events that one process holds open. */
    STREAM_LIMIT: z.coerce.number().int().min(1).default(6000),
  })
  .transform((env) => ({
    key: env.RATE_LIMIT_KEY,
    session: env.RATE_LIMIT_SESSION,
    address: env.RATE_LIMIT_ADDRESS,
    minting: env.RATE_LIMIT_MINTING,
    streamsOfCredential: env.STREAM_LIMIT_CREDENTIAL,
    streams: env.STREAM_LIMIT,
  }));
