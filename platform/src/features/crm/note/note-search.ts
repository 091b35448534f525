import { subjectNameOf } from '#features/crm/record-subject';
import { defineSearchPart } from '#kernel';

/** How notes are found: by what they say. A deleted one is not. */
export const noteSearch = defineSearchPart({
  noun: 'note',
  permission: 'note.read',
  table: 'note',
  // Whom it names stands in it as an id, which says nothing to people.
  fields: [
    {
      name: 'text',
      weight: 'text',
      columns: ['text'],
      sql: `regexp_replace(t.text, '@\\[(mem|tea)_[0-9a-f]{32}\\]', '@…', 'g')`,
    },
  ],
  named: 'title',
  title: `coalesce(${subjectNameOf('t')}, '')`,
  hint: `coalesce((select u.name from app_user u where u.id = t.author_user_id), t.author_says)`,
  archived: 't.archived_at',
  on: { lead: 't.lead_id', company: 't.company_id', deal: 't.deal_id' },
  where: 't.archived_at is null',
  watched: ['archived_at'],
});
