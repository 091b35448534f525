import type { Template } from '@tabard/contract';
import { fail, type ReadScope } from '#kernel';
import { shapeTemplate, templateColumns, type TemplateRow } from './template-row.ts';

/** One template, live or archived. */
export async function getTemplate(scope: ReadScope, { id }: { id: string }): Promise<Template> {
  const [row] = await scope.read<TemplateRow>(
    `select ${templateColumns} from template t where t.workspace_id = $1 and t.id = $2`,
    [scope.workspaceId, id],
  );
  return row ? shapeTemplate(row) : fail('template.not_found');
}
