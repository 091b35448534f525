import { defineSearchPart, searchedColumn } from '#kernel';

/** How companies are found: by their name, then by their domains, where they are, what they do and what is said of them. */
export const companySearch = defineSearchPart({
  noun: 'company',
  permission: 'company.read',
  table: 'company',
  fields: [
    searchedColumn('name', 'name'),
    { name: 'domains', weight: 'fact', sql: `nullif(array_to_string(t.domains, ' '), '')`, columns: ['domains'] },
    searchedColumn('fact', 'website'),
    searchedColumn('fact', 'industry'),
    searchedColumn('fact', 'city'),
    searchedColumn('text', 'description'),
  ],
  title: 't.name',
  hint: `nullif(concat_ws(' · ', t.domains[1], t.city), '')`,
  archived: 't.archived_at',
  where: 't.merged_into_id is null',
  watched: ['merged_into_id'],
});
