import type { Template, templateCreateInput } from '@tabard/contract';
import type { z } from 'zod';
import { mergeFieldNames } from '#features/crm/lead';
import { newId, type WriteScope } from '#kernel';
import { checkTexts, textsOf } from './check-texts.ts';
import { shapeTemplate, templateColumns, type TemplateRow } from './template-row.ts';

/** Saves a template whose texts can be merged. */
export async function createTemplate(
  scope: WriteScope,
  input: z.output<typeof templateCreateInput>,
): Promise<Template> {
  const fields = await checkTexts(scope.workspaceId, textsOf(input), await mergeFieldNames(scope.sql));
  const [row] = await scope.sql<TemplateRow>(
    `insert into template as t (workspace_id, id, name, subject, body, fields) values ($1, $2, $3, $4, $5, $6)
     returning ${templateColumns}`,
    [scope.workspaceId, newId(), input.name, input.subject, input.body, fields],
  );
  return shapeTemplate(row!); // an insert without conflict returns its row
}
