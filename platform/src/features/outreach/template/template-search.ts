import { defineSearchPart, searchedColumn } from '#kernel';

/** How templates are found: by what they are called, then by their subject and their text. */
export const templateSearch = defineSearchPart({
  noun: 'template',
  permission: 'template.read',
  table: 'template',
  fields: [
    searchedColumn('name', 'name'),
    searchedColumn('fact', 'subject'),
    {
      name: 'body',
      weight: 'text',
      sql: `regexp_replace(left(t.body, 20000), '<[^>]*>', ' ', 'g')`,
      columns: ['body'],
    },
  ],
  title: 't.name',
  hint: 't.subject',
  archived: 't.archived_at',
});
