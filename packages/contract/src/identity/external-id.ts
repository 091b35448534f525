import { z } from 'zod';

/** What a host calls a place of the tree in its own system. It may stand in a header, so it has no spaces. */
export const externalId = z
  .string()
  .regex(/^[!-~]{1,200}$/, 'Use 1 to 200 letters, digits and signs of plain ASCII, without spaces.');
