import { z } from 'zod';

/**
 * Whether a place of the tree is open. One that is `suspended` or `archived` shuts everything below it: nothing opens there but for people
 * of an organization above, and nothing is sent.
 */
export const standingSchema = z.enum(['open', 'suspended', 'archived']);
export type Standing = z.infer<typeof standingSchema>;
