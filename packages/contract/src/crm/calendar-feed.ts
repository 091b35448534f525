import { z } from 'zod';

/** The caller's own calendar feed. */
export const calendarFeedOutput = z.object({
  /** Since when there is one, ISO 8601 in UTC; `null` where there is none. */
  createdAt: z.iso.datetime().nullable(),
  /** When a calendar last asked for it; `null` for never. */
  readAt: z.iso.datetime().nullable(),
});
export const calendarFeedMadeOutput = z.object({
  /** The secret address, said this once: whoever has it can read the tasks. */
  url: z.string(),
  /** Moment it was made, ISO 8601 in UTC. */
  createdAt: z.iso.datetime(),
});
