import { z } from 'zod';
import { oneLine } from '../one-line.ts';
import { idInput, idOutput } from '../ids.ts';
import { describeNoun } from '../noun/describe-noun.ts';
import { field } from '../noun/field.ts';

/** A subject line with merge fields. */
export const subjectSchema = oneLine().min(1).max(500);
/** A body with merge fields: HTML. Plain text goes in as paragraphs. */
export const bodySchema = z.string().min(1).max(200_000);

/** A reusable subject and body with merge fields. */
export const templateNoun = describeNoun('template', {
  name: field.text({ label: 'Name', min: 1, max: 120, search: true, sort: true }),
  subject: field.like('text', subjectSchema, { label: 'Subject', max: 500, search: true }),
  body: field.longText({ label: 'Text', min: 1, max: 200_000 }),
  /** Merge fields that the text uses. */
  fields: field.texts({ label: 'Merge fields', max: 200, each: 100, default: [], readOnly: true }),
});
export const templateOutput = templateNoun.output;

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
