import type { Page, Uuid } from '@tabard/contract';
import type { LoggedActivity, loggedActivityListInput } from '@tabard/contract/crm/logged-activity';
import type { z } from 'zod';
import { aboutSubject, withAuthor, type Authored } from '#features/crm/record-subject';
import { fail, readPage, selectOf, readOne, whereOf, type ReadScope, type RowOf } from '#kernel';
import type { loggedActivityNoun } from '@tabard/contract/crm/logged-activity';
import { loggedActivities } from './logged-activity.entity.ts';

type ActivityRow = RowOf<(typeof loggedActivityNoun)['fields']>;

/** Activities by filter, the latest first: in the order in which they happened. */
export async function listActivities(
  scope: ReadScope,
  { subject, filter, where: asked, direction, ...page }: z.output<typeof loggedActivityListInput>,
): Promise<Page<LoggedActivity>> {
  const values: unknown[] = [scope.workspaceId];
  const where = [selectOf(loggedActivities, filter, values), ...aboutSubject('v', subject)(values)];
  if (asked !== undefined) where.push(await whereOf(loggedActivities, scope, asked, values));
  return readPage<ActivityRow & Authored, LoggedActivity>(scope, page, {
    columns: loggedActivities.columns,
    from: 'logged_activity v',
    where,
    values,
    jump: { id: 'v.id', workspace: 'v.workspace_id = $1' },
    order: [
      { sql: 'v.happened_at', kind: 'time', of: (row) => row.happened_at.toISOString() },
      { sql: 'v.id', kind: 'uuid', of: (row) => row.id },
    ],
    direction,
    ...withAuthor(loggedActivities, scope.principal),
  });
}

/** One activity, live or deleted. */
export async function readActivity(scope: ReadScope, { id }: { id: Uuid }): Promise<LoggedActivity> {
  const more = withAuthor(loggedActivities, scope.principal);
  const row = await readOne(loggedActivities, scope, id, more);
  return row ? more.shape(row) : fail('logged_activity.not_found');
}
