import { z } from 'zod';
import { oneLine } from './one-line.ts';
import { emailAddress } from './email-address.ts';

/** A colour as #rgb or #rrggbb. */
export const colorSchema = z.string().regex(/^#(?:[0-9a-f]{3}|[0-9a-f]{6})$/i, 'Give a colour such as #2b5fd9.');

/**
 * How an organization or a workspace looks and signs; unset parts are inherited from the organization above. Name and postal address are
 * those of one company: a workspace takes them from its organization, an organization takes neither from the one above unless it says so.
 */
export const brandInput = z.strictObject({
  /** The name recipients and end clients see. */
  displayName: oneLine().min(1).max(120).optional(),
  color: colorSchema.optional(),
  logoUrl: z
    .url({ protocol: /^https$/ })
    .max(2048)
    .nullable()
    .optional(),
  fontFamily: z.string().max(200).nullable().optional(),
  mode: z.enum(['light', 'dark', 'auto']).optional(),
  /** The sender's postal address, required by law in commercial mail. */
  postalAddress: z.string().trim().max(500).optional(),
  /** Whether an organization without an address of its own signs with that of the organization above. */
  inheritPostalAddress: z.boolean().optional(),
  supportEmail: emailAddress.optional(),
  privacyUrl: z
    .url({ protocol: /^https?$/ })
    .max(2048)
    .optional(),
});

/** A brand with everything inherited filled in. */
export const brandOutput = z.object({
  displayName: z.string(),
  color: z.string(),
  logoUrl: z.string().nullable(),
  fontFamily: z.string().nullable(),
  mode: z.enum(['light', 'dark', 'auto']),
  postalAddress: z.string(),
  supportEmail: z.string().nullable(),
  privacyUrl: z.string().nullable(),
});

export type BrandInput = z.infer<typeof brandInput>;
export type Brand = z.infer<typeof brandOutput>;
