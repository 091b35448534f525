import { compileTemplate, TemplateError } from '@tabard/email';
import { mergeFieldNames } from '#features/crm/lead';
import { fail, type WriteScope } from '#kernel';

/** Compiles the texts of a sequence as they will be merged, so that a wrong one is refused before anybody could get it. */
export async function checkStepTexts(scope: WriteScope, steps: { subject: string; body: string }[]): Promise<void> {
  if (steps.length === 0) return;
  const known = await mergeFieldNames(scope.sql);
  const fields = [...known, 'unsubscribe_url'];
  for (const [index, step] of steps.entries()) {
    checkText(step.subject, 'subject', fields, `steps.${index}.subject`);
    checkText(step.body, 'html', fields, `steps.${index}.body`);
  }
}

function checkText(source: string, kind: 'subject' | 'html', fields: string[], path: string): void {
  try {
    compileTemplate(source, { kind, fields });
  } catch (error) {
    if (!(error instanceof TemplateError)) throw error;
    fail(error.code, { public: error.message, details: [{ path, message: error.message, reason: error.field }] });
  }
}
