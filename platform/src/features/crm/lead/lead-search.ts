import { defineSearchPart, searchedColumn, searchedColumns } from '#kernel';

/** How leads are found: by their name, then by how they are reached, where they work and what they do. */
export const leadSearch = defineSearchPart({
  noun: 'lead',
  permission: 'lead.read',
  table: 'lead',
  fields: [
    searchedColumns('name', 'name', ['first_name', 'last_name']),
    searchedColumn('fact', 'email'),
    searchedColumn('fact', 'company'),
    searchedColumn('fact', 'title'),
    searchedColumn('fact', 'city'),
  ],
  title: `coalesce(nullif(concat_ws(' ', t.first_name, t.last_name), ''), t.email)`,
  hint: `concat_ws(' · ', t.company, t.email)`,
  archived: 't.archived_at',
  where: 't.merged_into_id is null',
  watched: ['merged_into_id'],
});
