import { loggedActivityNoun } from '@tabard/contract/crm/logged-activity';
import { authorColumns, authorName, recordIndexes } from '#features/crm/record-subject';
import { listIndexes, storeOf, tableOf, type Retention } from '#kernel';

/** Something that somebody did and wrote down about a lead, a company or a deal. Exactly one of them is set. */
export const LoggedActivitySchema = tableOf(loggedActivityNoun, {
  maintenance: ['select', 'delete'],
  columns: authorColumns,
  indexes: [...listIndexes(loggedActivityNoun), ...recordIndexes('logged_activity', 'happened_at')],
});

/** Where activities are kept. */
export const loggedActivities = storeOf(loggedActivityNoun, LoggedActivitySchema, {
  alias: 'v',
  computed: { authorName: authorName('v') },
});

/** A deleted activity can be brought back for a while. */
export const loggedActivityRetention: Retention = {
  table: 'logged_activity',
  until: `t.archived_at < now() - interval '30 days'`,
  because: 'A deleted activity can be brought back for thirty days.',
};
