import { noteNoun } from '@tabard/contract/crm/note';
import { authorColumns, authorName, recordIndexes } from '#features/crm/record-subject';
import { defineEntity, listIndexes, p, storeOf, tableOf, tenantPolicies, type Retention } from '#kernel';

/** Something that people write down about a lead, a company or a deal. Exactly one of them is set. */
export const NoteSchema = tableOf(noteNoun, {
  maintenance: ['select', 'delete'],
  columns: {
    ...authorColumns,
    /** What a search looks at, folded by the database. */
    searchText: p.text().nullable().generated(`(fold_text("text")) stored`),
  },
  indexes: [...listIndexes(noteNoun), ...recordIndexes('note', 'created_at')],
});

/** Who was named in a note, as a person or as one of a team, and written to in the transaction that made the row: never twice of one note. */
export const NoteMentionSchema = defineEntity({
  name: 'NoteMention',
  tableName: 'note_mention',
  rowLevelSecurity: 'force',
  policies: tenantPolicies('note_mention'),
  properties: {
    workspaceId: p.uuid().primary(),
    noteId: p.uuid().primary(),
    memberId: p.uuid().primary(),
    createdAt: p.datetime(3).columnType('timestamptz(3)').defaultRaw('now()'),
  },
});

/** Members and teams that are named in a note `n`, by their ids in the text; whoever was told as one of a team is not. */
const mentions = `
  select coalesce(jsonb_agg(jsonb_build_object('id', y.id, 'name', y.name) order by y.at, y.id), '[]') from (
    select 'mem_' || replace(x.member_id::text, '-', '') as id, x.created_at as at,
           (select u.name from member m join app_user u on u.id = m.user_id where m.id = x.member_id) as name
      from note_mention x where x.workspace_id = n.workspace_id and x.note_id = n.id
       and strpos(n.text, '@[mem_' || replace(x.member_id::text, '-', '')) > 0
    union all
    select 'tea_' || replace(g.id::text, '-', ''), g.created_at, g.name
      from team g where strpos(n.text, '@[tea_') > 0 and g.workspace_id = n.workspace_id
       and strpos(n.text, '@[tea_' || replace(g.id::text, '-', '')) > 0) as y`;

/** Where notes are kept. */
export const notes = storeOf(noteNoun, NoteSchema, {
  alias: 'n',
  searched: 'n.search_text',
  computed: { authorName: authorName('n'), mentions },
});

/** A deleted note can be brought back for a while. */
export const noteRetention: Retention = {
  table: 'note',
  until: `t.archived_at < now() - interval '30 days'`,
  because: 'A deleted note can be brought back for thirty days.',
};
