import { toPublicId, type TemplatePreview, type templatePreviewInput } from '@tabard/contract';
import { UNSUBSCRIBE_FIELD } from '@tabard/email';
import type { z } from 'zod';
import { readCustomFields } from '#features/crm/custom-field';
import { leadMergeValues, mergeFieldNames } from '#features/crm/lead';
import { fail, type ReadScope } from '#kernel';
import { checkTexts, textsOf } from './check-texts.ts';
import { findExampleLead } from './find-example-lead.ts';
import { fieldValue, labelsAsValues } from './merge-field.rules.ts';
import { composePreviewApart } from './read-texts-apart.ts';

/** Shows what a real lead would get: the mail is composed as for sending, and read back. */
export async function previewTemplate(
  scope: ReadScope,
  input: z.output<typeof templatePreviewInput>,
): Promise<TemplatePreview> {
  const { workspaceId } = scope;
  const [names, lead, zone, fields] = await Promise.all([
    mergeFieldNames(scope.read),
    findExampleLead(scope, input.leadId),
    scope.read<{ time_zone: string }>('select time_zone from workspace where id = $1', [workspaceId]),
    readCustomFields(scope, 'lead'),
  ]);
  const values = lead ? leadMergeValues(lead, fields) : labelsAsValues(names, fields);
  const mail = await composePreviewApart(workspaceId, {
    subject: input.subject,
    body: input.body,
    fields: names,
    timeZone: zone[0]?.time_zone ?? 'UTC',
    values,
  });
  if ('problem' in mail) {
    // Each text that is wrong is named with its own place; what only these values bring about, such as a long loop, has none.
    await checkTexts(workspaceId, textsOf(input), names);
    return fail(mail.problem.code, { public: mail.problem.message });
  }
  return {
    subject: mail.subject,
    html: mail.html,
    text: mail.text,
    lead: lead && {
      id: toPublicId('lead', lead.id),
      email: lead.email,
      name: [lead.first_name, lead.last_name].filter(Boolean).join(' '),
    },
    missing: mail.bare.filter((name) => name !== UNSUBSCRIBE_FIELD && fieldValue(values, name) === null),
  };
}
