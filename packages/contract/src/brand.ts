import { z } from 'zod';
import { oneLine, someLines } from './one-line.ts';
import { emailAddress } from './email-address.ts';

/** A colour as #rgb or #rrggbb. */
export const colorSchema = z.string().regex(/^#(?:[0-9a-f]{3}|[0-9a-f]{6})$/i, 'Give a colour such as #2b5fd9.');

/** How much room elements leave around things. */
export const densitySchema = z.enum(['compact', 'comfortable', 'spacious']);
/** A CSS list of fonts and nothing else: it stands in the middle of a style sheet, which no other sign may end. */
const fontList = z
  .string()
  .trim()
  .max(200)
  .regex(
    /^(?:[\p{L}\p{N} ,_.-]|"[\p{L}\p{N} ,_.-]*"|'[\p{L}\p{N} ,_.-]*')*$/u,
    'Give names of fonts with commas between them, such as "Source Sans", sans-serif.',
  );
/** Where a picture of a brand is. Everybody who sees it reads its address, so no name and password stand in it. */
const pictureUrl = z
  .url({ protocol: /^https$/ })
  .max(2048)
  .refine(namesNobody, 'Leave out the name and password before the @.');

function namesNobody(address: string): boolean {
  if (!URL.canParse(address)) return true;
  const { username, password } = new URL(address);
  return username === '' && password === '';
}

/**
 * How an organization or a workspace looks and signs; unset parts are inherited from the organization above. Name and postal address are
 * those of one company: a workspace takes them from its organization, an organization takes neither from the one above unless it says so.
 */
export const brandInput = z.strictObject({
  /** The name recipients and end clients see. */
  displayName: oneLine().min(1).max(120).optional(),
  /** The colour that elements and pages take their palette from, as #rgb or #rrggbb. */
  color: colorSchema.optional(),
  /** Address of the logo, https; `null` inherits it again. */
  logoUrl: pictureUrl.nullable().optional(),
  /** Address of the logo for dark grounds, https; `null` inherits it again. */
  logoDarkUrl: pictureUrl.nullable().optional(),
  /** Address of a square logo, https, for small places: the app's navigation, an installed app; `null` inherits it again. */
  markUrl: pictureUrl.nullable().optional(),
  /** Address of the icon in the browser's tab, https; `null` inherits it again. */
  faviconUrl: pictureUrl.nullable().optional(),
  /** CSS list of fonts for elements and pages, such as `Inter, sans-serif`; `null` inherits it again. */
  fontFamily: fontList.nullable().optional(),
  /** Light or dark; `auto` follows the person's system. */
  mode: z.enum(['light', 'dark', 'auto']).optional(),
  /** Corner of a control in px, 0 to 16; cards and panels follow. `null` inherits it again. */
  radius: z.int().min(0).max(16).nullable().optional(),
  /** How much room there is around things; `null` inherits it again. */
  density: densitySchema.nullable().optional(),
  /** The colour of buttons in mails of the platform itself, as #rgb or #rrggbb; `null` inherits it again. */
  mailColor: colorSchema.nullable().optional(),
  /** Whether mails of the platform itself carry the logo, or else the name in letters; `null` inherits it again. */
  mailLogo: z.boolean().nullable().optional(),
  /** A legal line at the foot of mails of the platform itself, such as a register number, at most 500 characters. */
  legalText: someLines().max(500).nullable().optional(),
  /** The sender's postal address, required by law in commercial mail. */
  postalAddress: someLines().max(500).optional(),
  /** Whether an organization without an address of its own signs with that of the organization above. */
  inheritPostalAddress: z.boolean().optional(),
  /** Where people ask for help; the app's help offers it. */
  supportEmail: emailAddress.optional(),
  /** Address of the privacy notice, kept for your own pages: elements and mails do not show it. */
  privacyUrl: z
    .url({ protocol: /^https?$/ })
    .max(2048)
    .optional(),
});

/** A brand with everything inherited filled in. */
export const brandOutput = z.object({
  /** The name recipients and end clients see. */
  displayName: z.string(),
  /** The colour that elements and pages take their palette from, as #rgb or #rrggbb. */
  color: z.string(),
  /** Address of the logo, https; `null` where there is none. */
  logoUrl: z.string().nullable(),
  /** Address of the logo for dark grounds, https; `null` where the other one serves for both. */
  logoDarkUrl: z.string().nullable(),
  /** Address of the square logo, https; `null` where there is none. */
  markUrl: z.string().nullable(),
  /** Address of the icon in the browser's tab, https; `null` where there is none. */
  faviconUrl: z.string().nullable(),
  /** CSS list of fonts for elements and pages; `null` for theirs. */
  fontFamily: z.string().nullable(),
  /** Light or dark; `auto` follows the person's system. */
  mode: z.enum(['light', 'dark', 'auto']),
  /** Corner of a control in px, 0 to 16; cards and panels follow. */
  radius: z.int(),
  /** How much room there is around things. */
  density: densitySchema,
  /** The colour of buttons in mails of the platform itself; `null` for the brand's own. */
  mailColor: z.string().nullable(),
  /** Whether mails of the platform itself carry the logo. */
  mailLogo: z.boolean(),
  /** A legal line at the foot of mails of the platform itself; empty where there is none. */
  legalText: z.string(),
  /** The sender's postal address, as the foot of each mail of a campaign gives it; empty where there is none. */
  postalAddress: z.string(),
  /** Where people ask for help; `null` where nobody said so. */
  supportEmail: z.string().nullable(),
  /** Address of the privacy notice; `null` where nobody said so. */
  privacyUrl: z.string().nullable(),
});

export type BrandInput = z.infer<typeof brandInput>;
export type Brand = z.infer<typeof brandOutput>;
