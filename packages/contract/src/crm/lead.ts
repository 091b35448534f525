import { z } from 'zod';
import { emailAddress } from '../email-address.ts';
import { idInput, idOutput } from '../ids.ts';
import { pageInput, skipInput } from '../page.ts';
import { timeZoneSchema } from '../identity/workspace.ts';

/** The standard fields of a lead that a mail can merge and a file can fill, besides `custom.<key>`. Order is that of the screens. */
export const leadFields = [
  'email',
  'first_name',
  'last_name',
  'company',
  'title',
  'phone',
  'city',
  'country',
  'website',
  'time_zone',
] as const;
export type LeadField = (typeof leadFields)[number];

/** Where a lead stands: reached by no campaign yet, being contacted, has replied, bounced or unsubscribed. */
export const leadStatuses = ['new', 'active', 'replied', 'bounced', 'unsubscribed'] as const;
export type LeadStatus = (typeof leadStatuses)[number];

const text = (max: number) => z.string().trim().max(max);
/** Custom field keys are snake_case; values are short texts. At most 50 fields. */
export const customFields = z
  .record(z.string().regex(/^[a-z][a-z0-9_]{0,39}$/, 'Use lower-case letters, digits and underscores.'), text(1000))
  .refine((value) => Object.keys(value).length <= 50, 'At most 50 custom fields.');

const writable = {
  firstName: text(100).nullable().optional(),
  lastName: text(100).nullable().optional(),
  company: text(200).nullable().optional(),
  title: text(200).nullable().optional(),
  phone: text(50).nullable().optional(),
  city: text(100).nullable().optional(),
  country: text(100).nullable().optional(),
  website: text(300).nullable().optional(),
  timeZone: timeZoneSchema.nullable().optional(),
  tags: z.array(text(50).min(1)).max(50).optional(),
  custom: customFields.optional(),
};

export const leadOutput = z.object({
  id: idOutput('lead'),
  email: z.string(),
  firstName: z.string().nullable(),
  lastName: z.string().nullable(),
  company: z.string().nullable(),
  title: z.string().nullable(),
  phone: z.string().nullable(),
  city: z.string().nullable(),
  country: z.string().nullable(),
  website: z.string().nullable(),
  timeZone: z.string().nullable(),
  tags: z.array(z.string()),
  custom: z.record(z.string(), z.string()),
  status: z.enum(leadStatuses),
  /** How the lead came in: `manual`, `api` or `import`. */
  source: z.string(),
  createdAt: z.iso.datetime(),
  updatedAt: z.iso.datetime(),
  archivedAt: z.iso.datetime().nullable(),
});

/** Which leads a list or an audience takes; all given conditions must hold. */
export const leadFilter = z.strictObject({
  /** Words looked for in email, name and company. */
  search: z.string().trim().max(200).optional(),
  status: z.array(z.enum(leadStatuses)).max(5).optional(),
  tag: z.string().max(50).optional(),
  company: z.string().max(200).optional(),
  country: z.string().max(100).optional(),
  importId: idInput('leadImport').optional(),
  /** Archived leads instead of live ones. */
  archived: z.boolean().optional(),
});

export const leadListInput = z.strictObject({
  ...pageInput,
  ...skipInput,
  filter: leadFilter.optional(),
  sort: z.enum(['created_at', 'email', 'company', 'last_name']).default('created_at'),
  direction: z.enum(['asc', 'desc']).default('desc'),
});
export const leadCreateInput = z.strictObject({ email: emailAddress, ...writable });
export const leadUpdateInput = z.strictObject({
  id: idInput('lead'),
  email: emailAddress.optional(),
  ...writable,
});
export const leadGetInput = z.strictObject({ id: idInput('lead') });
/** Archives or restores up to 1,000 leads at once; ids that are not there are a 404 for the whole call. */
export const leadArchiveInput = z.strictObject({ ids: z.array(idInput('lead')).min(1).max(1000) });
export const leadArchiveOutput = z.object({ count: z.int() });
export const leadCountInput = z.strictObject({ filter: leadFilter.optional() });
export const leadCountOutput = z.object({ count: z.int() });

export type Lead = z.infer<typeof leadOutput>;
export type LeadFilter = z.input<typeof leadFilter>;
