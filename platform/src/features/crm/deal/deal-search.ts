import { defineSearchPart, searchedColumn } from '#kernel';

/** How deals are found: by what they are called, then by where they came from and what was noted when they ended. */
export const dealSearch = defineSearchPart({
  noun: 'deal',
  permission: 'deal.read',
  table: 'deal',
  fields: [
    searchedColumn('name', 'title'),
    searchedColumn('fact', 'source'),
    searchedColumn('text', 'reasonNote', 'reason_note'),
  ],
  title: 't.title',
  hint: `(select c.name from company c where c.workspace_id = t.workspace_id and c.id = t.company_id)`,
  archived: 't.archived_at',
});
