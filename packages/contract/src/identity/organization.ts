import { z } from 'zod';
import { oneLine } from '../one-line.ts';
import { brandInput, brandOutput } from '../brand.ts';
import { idInput, idOutput } from '../ids.ts';
import { pageInput } from '../page.ts';
import { externalId } from './external-id.ts';
import { standingSchema } from './standing.ts';

const name = oneLine().min(1).max(120);
const slug = z.string().regex(/^[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?$/, 'Use lower-case letters, digits and hyphens.');

const sessionHours = z.int().min(1).max(720);
const idleMinutes = z.int().min(15).max(43_200);

/** How the people of an organization, and of all below it, sign in. */
export const signInRules = z.object({
  /** Whether everybody needs an app whose codes are asked for beside the password; who has none is led to it at sign-in. */
  requireSecondFactor: z.boolean(),
  /** Hours after which everybody signs in anew, 1 to 720. */
  sessionHours,
  /** Minutes after which a sign-in that nobody uses ends, 15 to 43200; `null` for never. */
  idleMinutes: idleMinutes.nullable(),
});
const signInRulesInput = z.strictObject({
  /** Whether everybody needs an app whose codes are asked for beside the password; `null` as the organization above says. */
  requireSecondFactor: z.boolean().nullable().optional(),
  /** Hours after which everybody signs in anew, 1 to 720; `null` as the organization above says. */
  sessionHours: sessionHours.nullable().optional(),
  /** Minutes after which a sign-in that nobody uses ends, 15 to 43200; `null` as the organization above says. */
  idleMinutes: idleMinutes.nullable().optional(),
});

/** A branch of the tenancy tree. `brand` has everything inherited filled in, `ownBrand` only what was set here. */
export const organizationOutput = z.object({
  id: idOutput('organization'),
  /** The organization above; `null` for the operator's own. */
  parentId: idOutput('organization').nullable(),
  /** Where it stands: the operator at the root, vendors and agencies below. */
  kind: z.enum(['operator', 'vendor', 'agency']),
  /** What it is called among organizations, 1 to 120 characters. */
  name: z.string(),
  /** Short name in lower case, unique in the installation; never changes. */
  slug: z.string(),
  /** What your own system calls it; `null` where nothing was said. */
  externalId: z.string().nullable(),
  /** Whether it is open, with everything above it. */
  standing: standingSchema,
  /** How it looks and signs, with everything inherited filled in. */
  brand: brandOutput,
  /** Only the parts of the brand that were set here. */
  ownBrand: brandOutput
    .extend({
      /** Whether it signs with the postal address of the organization above where it has none of its own. */
      inheritPostalAddress: z.boolean(),
    })
    .partial(),
  /** How its people sign in: the strictest of what is set here and above. For a person, the strictest of all their organizations holds. */
  signIn: signInRules,
  /** Only what was set here of how its people sign in. */
  ownSignIn: signInRules.partial(),
  /** Moment it was made, ISO 8601 in UTC. */
  createdAt: z.iso.datetime(),
});

export const organizationCreateInput = z.strictObject({
  /** The organization to add it below: your own or one of your branch. */
  parentId: idInput('organization'),
  /** What it is in the tree. */
  kind: z.enum(['vendor', 'agency']).default('agency'),
  name,
  slug,
  /** What your own system calls it, once below an organization. */
  externalId: externalId.optional(),
  /** Parts of the brand to set here; the others are inherited. */
  brand: brandInput.optional(),
});
export const organizationUpdateInput = z.strictObject({
  id: idInput('organization'),
  name: name.optional(),
  /** What your own system calls it, once below an organization; `null` for nothing. */
  externalId: externalId.nullable().optional(),
  /** Parts of the brand to set here; those left out stay as they are. */
  brand: brandInput.optional(),
  /** How its people sign in, to set here; what is left out stays as it is. Stricter rules hold at once for those who are signed in. */
  signIn: signInRulesInput.optional(),
});
export const organizationGetInput = z.strictObject({ id: idInput('organization') });
export const organizationListInput = z.strictObject({
  ...pageInput,
  /** Only those right below this one. */
  parentId: idInput('organization').optional(),
});

export type Organization = z.infer<typeof organizationOutput>;
export type SignInRules = z.infer<typeof signInRules>;
