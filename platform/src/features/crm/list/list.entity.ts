import { listNoun } from '@tabard/contract/crm/list';
import { defineEntity, listIndexes, p, storeOf, tableOf, tenantPolicies } from '#kernel';

/** Leads that were put together; what they are is in `list_member`. */
export const ListSchema = tableOf(listNoun, {
  indexes: listIndexes(listNoun),
});

/** One lead on one list. */
export const ListMemberSchema = defineEntity({
  name: 'ListMember',
  tableName: 'list_member',
  rowLevelSecurity: 'force',
  policies: tenantPolicies('list_member'),
  properties: {
    workspaceId: p.uuid().primary(),
    listId: p.uuid().primary(),
    leadId: p.uuid().primary(),
    addedAt: p.datetime(3).columnType('timestamptz(3)').defaultRaw('now()'),
  },
  indexes: [{ name: 'list_member_of_lead', properties: ['workspaceId', 'leadId'] }],
});

const members = (join: string): string => `select count(*)::int from list_member m ${join}
      where m.workspace_id = i.workspace_id and m.list_id = i.id`;

/** Where lists are kept. */
export const lists = storeOf(listNoun, ListSchema, {
  alias: 'i',
  computed: {
    // All of them are counted in the index, and the archived ones, which are few, are looked up.
    leadCount: `(${members('')}) - (${members('join lead l on l.workspace_id = m.workspace_id and l.id = m.lead_id and l.archived_at is not null')})`,
  },
});
