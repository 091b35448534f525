import {
  compileMessage,
  compileTemplate,
  mergeFields,
  parseMail,
  sanitiseHtml,
  TemplateError,
  type TemplateErrorCode,
  type TemplateKind,
} from '@tabard/email';

/** A text of a mail and where its caller keeps it. */
export interface TextToCheck {
  path: string;
  kind: TemplateKind;
  source: string;
}

/** What is wrong with one text. */
export interface TextProblem {
  path: string;
  code: TemplateErrorCode;
  message: string;
  field?: string;
}

export interface CheckedTexts {
  /** The merge fields that the sound ones use. */
  used: string[];
  problems: TextProblem[];
}

export interface PreviewToCompose {
  subject: string;
  body: string;
  fields: readonly string[];
  timeZone: string;
  values: Record<string, unknown>;
}

/** The mail as it would be read, with the fields printed without a fallback; or why these values make none. */
export type ComposedPreview =
  | { subject: string; html: string; text: string; bare: string[] }
  | { problem: Omit<TextProblem, 'path'> };

/** Compiles each text against the fields it may use; without them only whether it can be read. */
export function checkSources(texts: readonly TextToCheck[], fields: readonly string[] | null): CheckedTexts {
  const used = new Set<string>();
  const problems: TextProblem[] = [];
  for (const { path, kind, source } of texts) {
    try {
      const known = fields ?? mergeFields(source).map((field) => field.name);
      for (const field of compileTemplate(source, { kind, fields: known }).fields) used.add(field);
    } catch (error) {
      problems.push({ path, ...problemOf(error) });
    }
  }
  return { used: [...used], problems };
}

/** Composes the mail as for sending, compiled once, and reads it back. */
export async function composePreview({
  subject,
  body,
  fields,
  timeZone,
  values,
}: PreviewToCompose): Promise<ComposedPreview> {
  // Only the content is looked at; the envelope is nobody's.
  const nobody = { address: 'preview@example.com' };
  try {
    const raw = compileMessage({ subject, html: body, fields, timeZone }).render({
      values,
      headers: { from: nobody, to: nobody, messageId: 'preview@example.com', date: new Date(0) },
      links: { unsubscribeUrl: 'https://example.com/unsubscribe' },
    });
    const mail = await parseMail(raw);
    const bare = [...mergeFields(subject), ...mergeFields(body)].filter((field) => !field.hasFallback);
    return {
      subject: mail.subject,
      html: sanitiseHtml(mail.html ?? '', { allowRemoteImages: true }).html,
      text: mail.text,
      bare: [...new Set(bare.map((field) => field.name))],
    };
  } catch (error) {
    return { problem: problemOf(error) };
  }
}

function problemOf(error: unknown): Omit<TextProblem, 'path'> {
  if (!(error instanceof TemplateError)) throw error;
  return { code: error.code, message: error.message, ...(error.field && { field: error.field }) };
}
