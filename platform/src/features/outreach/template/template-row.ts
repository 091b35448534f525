import { toPublicId, type Template } from '@tabard/contract';

/** A template as SQL gives it. */
export interface TemplateRow {
  id: string;
  name: string;
  subject: string;
  body: string;
  fields: string[];
  created_at: Date;
  updated_at: Date;
  archived_at: Date | null;
}

/** The columns of a `TemplateRow`, of the table under the alias `t`. */
export const templateColumns = 't.id, t.name, t.subject, t.body, t.fields, t.created_at, t.updated_at, t.archived_at';

/** A template as callers see it. */
export function shapeTemplate(row: TemplateRow): Template {
  return {
    id: toPublicId('template', row.id),
    name: row.name,
    subject: row.subject,
    body: row.body,
    fields: row.fields,
    createdAt: row.created_at.toISOString(),
    updatedAt: row.updated_at.toISOString(),
    archivedAt: row.archived_at?.toISOString() ?? null,
  };
}
