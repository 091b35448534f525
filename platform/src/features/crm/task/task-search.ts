import { defineSearchPart, searchedColumn } from '#kernel';
import { subjectName } from './task.entity.ts';

/** How tasks are found: by what is to be done, then by what else is said of it. A deleted one is not. */
export const taskSearch = defineSearchPart({
  noun: 'task',
  permission: 'task.read',
  table: 'task',
  fields: [searchedColumn('name', 'title'), searchedColumn('text', 'text')],
  title: 't.title',
  hint: subjectName,
  named: 'hint',
  archived: 't.archived_at',
  on: { lead: 't.lead_id', company: 't.company_id', deal: 't.deal_id' },
  where: 't.archived_at is null',
  watched: ['archived_at'],
});
