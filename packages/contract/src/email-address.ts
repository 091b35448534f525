import { z } from 'zod';
import { normaliseAddress } from './address.ts';

/** An email address as people write it, in any script; what it is stored as says `normaliseAddress`. */
export const emailAddress = z
  .string()
  .trim()
  .max(254)
  .refine((text) => normaliseAddress(text) !== null, {
    message: 'This is not an email address.',
    params: { rule: 'not_email' },
  })
  .meta({ format: 'email' });
