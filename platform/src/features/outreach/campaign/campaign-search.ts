import { defineSearchPart, searchedColumn } from '#kernel';

/** How campaigns are found: by what they are called, then by what their mails say. */
export const campaignSearch = defineSearchPart({
  noun: 'campaign',
  permission: 'campaign.read',
  table: 'campaign',
  fields: [
    searchedColumn('name', 'name'),
    {
      name: 'steps',
      weight: 'text',
      sql: `(select string_agg(concat_ws(' ', s.subject, regexp_replace(left(s.body, 20000), '<[^>]*>', ' ', 'g')), ' ' order by s.position)
        from step s where s.workspace_id = t.workspace_id and s.campaign_id = t.id)`,
      columns: [],
    },
  ],
  title: 't.name',
  hint: 'null::text',
  archived: 't.archived_at',
  said: { table: 'step', column: 'campaign_id' },
});
