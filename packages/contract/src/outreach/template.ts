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
  /** What it is called; recipients never see it. */
  name: field.text({ label: 'Name', min: 1, max: 120, search: true, sort: true }),
  /** Subject line with merge fields. */
  subject: field.like('text', subjectSchema, { label: 'Subject', max: 500, search: true }),
  /** Text with merge fields: HTML. */
  body: field.longText({ label: 'Text', min: 1, max: 200_000 }),
  /** Merge fields that subject and text use. */
  fields: field.texts({ label: 'Merge fields', max: 200, each: 100, default: [], readOnly: true }),
});
export const templateOutput = templateNoun.output;

/** Renders a text that need not be saved, for a real lead or, without one, for the newest. */
export const templatePreviewInput = z.strictObject({
  /** Subject line with merge fields. */
  subject: subjectSchema,
  /** Text with merge fields: HTML. */
  body: bodySchema,
  /** The lead it is filled in for; left out, the newest. */
  leadId: idInput('lead').optional(),
});
export const templatePreviewOutput = z.object({
  /** Subject line, filled in. */
  subject: z.string(),
  /** The mail as HTML, filled in. */
  html: z.string(),
  /** The mail as plain text, filled in. */
  text: z.string(),
  /** The lead it was filled in for; `null` in a workspace without leads, where fields read as their labels. */
  lead: z
    .object({
      id: idOutput('lead'),
      /** Address the lead is reached at. */
      email: z.string(),
      /** Given and family name; empty where neither is known. */
      name: z.string(),
    })
    .nullable(),
  /** Fields that are empty for this lead and have no fallback. */
  missing: z.array(z.string()),
});
/** Merge fields that a text may use, with the value of an example lead. */
export const templateFieldsOutput = z.object({
  /** Every field that a text may use. */
  fields: z.array(
    z.object({
      /** How a text names it, such as `first_name` or `custom.plan`. */
      name: z.string(),
      /** What it is called in front of people, in English. */
      label: z.string(),
      /** Its value for the newest lead; `null` where that is empty or there is no lead. */
      example: z.string().nullable(),
    }),
  ),
});

export type Template = z.infer<typeof templateOutput>;
export type TemplatePreview = z.infer<typeof templatePreviewOutput>;
