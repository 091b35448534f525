import { z } from 'zod';
import { oneLine } from '../one-line.ts';
import { brandInput, brandOutput } from '../brand.ts';
import { idInput, idOutput } from '../ids.ts';
import { pageInput } from '../page.ts';

const name = oneLine().min(1).max(120);
const slug = z.string().regex(/^[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?$/, 'Use lower-case letters, digits and hyphens.');

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
  /** How it looks and signs, with everything inherited filled in. */
  brand: brandOutput,
  /** Only the parts of the brand that were set here. */
  ownBrand: brandOutput
    .extend({
      /** Whether it signs with the postal address of the organization above where it has none of its own. */
      inheritPostalAddress: z.boolean(),
    })
    .partial(),
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
  /** Parts of the brand to set here; the others are inherited. */
  brand: brandInput.optional(),
});
export const organizationUpdateInput = z.strictObject({
  id: idInput('organization'),
  name: name.optional(),
  /** Parts of the brand to set here; those left out stay as they are. */
  brand: brandInput.optional(),
});
export const organizationGetInput = z.strictObject({ id: idInput('organization') });
export const organizationListInput = z.strictObject({
  ...pageInput,
  /** Only those right below this one. */
  parentId: idInput('organization').optional(),
});

export type Organization = z.infer<typeof organizationOutput>;
