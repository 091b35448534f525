import type { Template, templateUpdateInput } from '@tabard/contract';
import type { z } from 'zod';
import { mergeFieldNames } from '#features/crm/lead';
import { fail, type WriteScope } from '#kernel';
import { checkTexts, textsOf } from './check-texts.ts';
import { shapeTemplate, templateColumns, type TemplateRow } from './template-row.ts';

/** Changes the given fields of a template; campaigns that took its texts keep theirs. */
export async function updateTemplate(
  scope: WriteScope,
  input: z.output<typeof templateUpdateInput>,
): Promise<Template> {
  const [known] = await scope.sql<TemplateRow>(
    `select ${templateColumns} from template t where t.workspace_id = $1 and t.id = $2 and t.archived_at is null for update`,
    [scope.workspaceId, input.id],
  );
  if (!known) return fail('template.not_found');
  const { name = known.name, subject = known.subject, body = known.body } = input;
  const changed = subject !== known.subject || body !== known.body;
  // A rename does not ask whether a field that a lead once had still exists.
  const fields = changed
    ? await checkTexts(scope.workspaceId, textsOf({ subject, body }), await mergeFieldNames(scope.sql))
    : known.fields;
  const [row] = await scope.sql<TemplateRow>(
    `update template t set name = $3, subject = $4, body = $5, fields = $6, updated_at = now()
      where t.workspace_id = $1 and t.id = $2 returning ${templateColumns}`,
    [scope.workspaceId, input.id, name, subject, body, fields],
  );
  return shapeTemplate(row!); // locked above
}
