import { z } from 'zod';
import { idInput, idOutput } from '../ids.ts';
import { pageInput } from '../page.ts';

/** A subject line with merge fields. */
export const subjectSchema = z.string().trim().min(1).max(500);
/** A body with merge fields: HTML. Plain text goes in as paragraphs. */
export const bodySchema = z.string().min(1).max(200_000);

export const templateOutput = z.object({
  id: idOutput('template'),
  name: z.string(),
  subject: z.string(),
  body: z.string(),
  /** Merge fields that the text uses. */
  fields: z.array(z.string()),
  createdAt: z.iso.datetime(),
  updatedAt: z.iso.datetime(),
  archivedAt: z.iso.datetime().nullable(),
});
const name = z.string().trim().min(1).max(120);
export const templateCreateInput = z.strictObject({ name, subject: subjectSchema, body: bodySchema });
export const templateUpdateInput = z.strictObject({
  id: idInput('template'),
  name: name.optional(),
  subject: subjectSchema.optional(),
  body: bodySchema.optional(),
});
export const templateGetInput = z.strictObject({ id: idInput('template') });
export const templateArchiveInput = z.strictObject({ id: idInput('template') });
export const templateListInput = z.strictObject({ ...pageInput, search: z.string().trim().max(200).optional() });

/** Renders a text that need not be saved, for a real lead or, without one, for the newest. */
export const templatePreviewInput = z.strictObject({
  subject: subjectSchema,
  body: bodySchema,
  leadId: idInput('lead').optional(),
});
export const templatePreviewOutput = z.object({
  subject: z.string(),
  html: z.string(),
  text: z.string(),
  lead: z.object({ id: idOutput('lead'), email: z.string(), name: z.string() }).nullable(),
  /** Fields that are empty for this lead and have no fallback. */
  missing: z.array(z.string()),
});
/** Merge fields that a text may use, with the value of an example lead. */
export const templateFieldsOutput = z.object({
  fields: z.array(z.object({ name: z.string(), label: z.string(), example: z.string().nullable() })),
});

export type Template = z.infer<typeof templateOutput>;
export type TemplatePreview = z.infer<typeof templatePreviewOutput>;
