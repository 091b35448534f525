import type { Page, Template, templateListInput } from '@tabard/contract';
import type { z } from 'zod';
import { decodeCursor, pageFrom, type ReadScope } from '#kernel';
import { shapeTemplate, templateColumns, type TemplateRow } from './template-row.ts';

/** One page of the live templates, newest first; a search looks at names and subjects. */
export async function listTemplates(
  scope: ReadScope,
  { cursor, limit, search }: z.output<typeof templateListInput>,
): Promise<Page<Template>> {
  const values: unknown[] = [scope.workspaceId];
  const conditions = ['t.workspace_id = $1', 't.archived_at is null'];
  if (search) {
    const part = `$${values.push(search.toLowerCase())}`;
    conditions.push(`(strpos(lower(t.name), ${part}) > 0 or strpos(lower(t.subject), ${part}) > 0)`);
  }
  if (cursor !== undefined) {
    const [at, id] = decodeCursor(cursor, ['time', 'uuid']);
    conditions.push(`(t.created_at, t.id) < ($${values.push(at)}::timestamptz, $${values.push(id)}::uuid)`);
  }
  const rows = await scope.read<TemplateRow>(
    `select ${templateColumns} from template t where ${conditions.join(' and ')}
      order by t.created_at desc, t.id desc limit $${values.push(limit + 1)}`,
    values,
  );
  return pageFrom(rows, limit, shapeTemplate, (row) => [row.created_at.toISOString(), row.id]);
}
