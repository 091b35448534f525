import type { Template } from '@tabard/contract';
import { fail, type WriteScope } from '#kernel';
import { shapeTemplate, templateColumns, type TemplateRow } from './template-row.ts';

/** Takes a template out of the list. */
export async function archiveTemplate(scope: WriteScope, { id }: { id: string }): Promise<Template> {
  const [row] = await scope.sql<TemplateRow>(
    `update template t set archived_at = coalesce(t.archived_at, now()), updated_at = now()
      where t.workspace_id = $1 and t.id = $2 returning ${templateColumns}`,
    [scope.workspaceId, id],
  );
  return row ? shapeTemplate(row) : fail('template.not_found');
}
