import { defineSearchPart, searchedColumn } from '#kernel';

/** How conversations are found: by whom they are with and what they are about, then by what their last twenty mails say. */
export const conversationSearch = defineSearchPart({
  noun: 'conversation',
  permission: 'inbox.read',
  table: 'conversation',
  fields: [
    searchedColumn('name', 'counterpartName', 'counterpart_name'),
    searchedColumn('name', 'subject'),
    searchedColumn('fact', 'counterpartAddress', 'counterpart_address'),
    {
      name: 'messages',
      weight: 'text',
      sql: `(select string_agg(left(m.text, 2000), ' ' order by m.sent_at desc) from
        (select x.text, x.sent_at from message x where x.workspace_id = t.workspace_id and x.conversation_id = t.id
          order by x.sent_at desc limit 20) m)`,
      columns: [],
    },
  ],
  title: `coalesce(nullif(t.counterpart_name, ''), t.counterpart_address)`,
  hint: `nullif(t.subject, '')`,
  archived: `case when t.state = 'archived' then t.last_message_at end`,
  // What concerns nobody here is looked up where it was set aside.
  where: `t.state <> 'aside'`,
  watched: ['state'],
  said: { table: 'message', column: 'conversation_id' },
});
