import type { templateFieldsOutput } from '@tabard/contract';
import { UNSUBSCRIBE_FIELD } from '@tabard/email';
import type { z } from 'zod';
import { readCustomFields } from '#features/crm/custom-field';
import { leadMergeValues, mergeFieldNames } from '#features/crm/lead';
import type { ReadScope } from '#kernel';
import { findExampleLead } from './find-example-lead.ts';
import { fieldLabel, fieldValue } from './merge-field.rules.ts';

/** The merge fields that texts of this workspace may use, each with the newest lead's value. */
export async function listMergeFields(scope: ReadScope): Promise<z.input<typeof templateFieldsOutput>> {
  const [names, lead, fields] = await Promise.all([
    mergeFieldNames(scope.read),
    findExampleLead(scope),
    readCustomFields(scope, 'lead'),
  ]);
  const values = lead ? leadMergeValues(lead, fields) : {};
  return {
    fields: [...names, UNSUBSCRIBE_FIELD].map((name) => ({
      name,
      label: fieldLabel(name, fields),
      example: fieldValue(values, name),
    })),
  };
}
