import { compileTemplate, TemplateError, UNSUBSCRIBE_FIELD } from '@tabard/email';
import type { ErrorDetail } from '@tabard/contract/errors';
import { fail } from '#kernel';

/** A subject and a body with merge fields. */
export interface MailTexts {
  subject: string;
  body: string;
}

/**
 * Compiles both texts against the fields they may use and gives those they do use.
 * Ends the act with the first problem's code and a detail for each text that is wrong, naming field, place and way out.
 */
export function checkTexts(texts: MailTexts, known: readonly string[]): string[] {
  const fields = [...known, UNSUBSCRIBE_FIELD];
  const problems: { error: TemplateError; detail: ErrorDetail }[] = [];
  const used = new Set<string>();
  for (const [path, kind] of [
    ['subject', 'subject'],
    ['body', 'html'],
  ] as const) {
    try {
      for (const field of compileTemplate(texts[path], { kind, fields }).fields) used.add(field);
    } catch (error) {
      if (!(error instanceof TemplateError)) throw error;
      problems.push({ error, detail: { path, message: error.message, reason: error.code } });
    }
  }
  const [first] = problems;
  if (first)
    fail(first.error.code, {
      public: first.error.message,
      details: problems.map(({ detail }) => detail),
      cause: first.error,
    });
  return [...used];
}
