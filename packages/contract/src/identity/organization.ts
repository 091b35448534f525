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
  parentId: idOutput('organization').nullable(),
  kind: z.enum(['operator', 'vendor', 'agency']),
  name: z.string(),
  slug: z.string(),
  brand: brandOutput,
  ownBrand: brandOutput.extend({ inheritPostalAddress: z.boolean() }).partial(),
  createdAt: z.iso.datetime(),
});

export const organizationCreateInput = z.strictObject({
  parentId: idInput('organization'),
  kind: z.enum(['vendor', 'agency']).default('agency'),
  name,
  slug,
  brand: brandInput.optional(),
});
export const organizationUpdateInput = z.strictObject({
  id: idInput('organization'),
  name: name.optional(),
  brand: brandInput.optional(),
});
export const organizationGetInput = z.strictObject({ id: idInput('organization') });
export const organizationListInput = z.strictObject({ ...pageInput, parentId: idInput('organization').optional() });

export type Organization = z.infer<typeof organizationOutput>;
