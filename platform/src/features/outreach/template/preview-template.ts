import { toPublicId, type TemplatePreview, type templatePreviewInput } from '@tabard/contract';
import { compileMessage, mergeFields, parseMail, sanitiseHtml, TemplateError, UNSUBSCRIBE_FIELD } from '@tabard/email';
import type { z } from 'zod';
import { leadMergeValues, mergeFieldNames } from '#features/crm/lead';
import { fail, type ReadScope } from '#kernel';
import { checkTexts, type MailTexts } from './check-texts.ts';
import { findExampleLead } from './find-example-lead.ts';
import { fieldValue, labelsAsValues } from './merge-field.rules.ts';

/** Shows what a real lead would get: the mail is composed as for sending, and read back. */
export async function previewTemplate(
  scope: ReadScope,
  input: z.output<typeof templatePreviewInput>,
): Promise<TemplatePreview> {
  const [names, lead] = await Promise.all([mergeFieldNames(scope.read), findExampleLead(scope, input.leadId)]);
  checkTexts(input, names);
  const values = lead ? leadMergeValues(lead) : labelsAsValues(names);
  const mail = await parseMail(compose(input, names, values));
  return {
    subject: mail.subject,
    html: sanitiseHtml(mail.html ?? '', { allowRemoteImages: true }).html,
    text: mail.text,
    lead: lead && {
      id: toPublicId('lead', lead.id),
      email: lead.email,
      name: [lead.first_name, lead.last_name].filter(Boolean).join(' '),
    },
    missing: missingFields(input, values),
  };
}

function compose(texts: MailTexts, fields: readonly string[], values: Record<string, unknown>): Uint8Array {
  // Only the content is looked at; the envelope is nobody's.
  const nobody = { address: 'preview@example.com' };
  try {
    return compileMessage({ subject: texts.subject, html: texts.body, fields }).render({
      values,
      headers: { from: nobody, to: nobody, messageId: 'preview@example.com', date: new Date(0) },
      links: { unsubscribeUrl: 'https://example.com/unsubscribe' },
    });
  } catch (error) {
    // What only these values bring about, such as a loop over a very long one.
    if (error instanceof TemplateError) return fail(error.code, { public: error.message, cause: error });
    throw error;
  }
}

/** The fields that leave a gap: printed without a fallback, and empty for this lead. */
function missingFields(texts: MailTexts, values: Record<string, unknown>): string[] {
  const bare = [...mergeFields(texts.subject), ...mergeFields(texts.body)].filter((field) => !field.hasFallback);
  const names = new Set(bare.map((field) => field.name));
  return [...names].filter((name) => name !== UNSUBSCRIBE_FIELD && fieldValue(values, name) === null);
}
