import { subjectNameOf } from '#features/crm/record-subject';
import { defineSearchPart, searchedColumn } from '#kernel';

/** How files are found: by their names. One in the bin is not. */
export const fileSearch = defineSearchPart({
  noun: 'file',
  permission: 'file.read',
  table: 'file',
  fields: [searchedColumn('name', 'name')],
  title: 't.name',
  named: 'hint',
  hint: subjectNameOf('t'),
  archived: 't.archived_at',
  on: { lead: 't.lead_id', company: 't.company_id', deal: 't.deal_id' },
  where: 't.archived_at is null and (t.lead_id is not null or t.company_id is not null or t.deal_id is not null)',
  watched: ['archived_at', 'lead_id', 'company_id', 'deal_id'],
});
