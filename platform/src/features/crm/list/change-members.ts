import type { listLeadsInput } from '@tabard/contract/crm/list';
import type { Uuid } from '@tabard/contract';
import type { z } from 'zod';
import { emitStandard, fail, lockOne, type WriteScope } from '#kernel';
import { lists } from './list.entity.ts';

type Input = z.output<typeof listLeadsInput>;

/** Puts leads on a list, which is not archived; gives those that were not on it. */
export const addMembers = ({ sql, workspaceId }: WriteScope, listId: Uuid, leadIds: readonly Uuid[]) =>
  sql<{ lead_id: Uuid }>(
    `insert into list_member (workspace_id, list_id, lead_id) select $1, $2, l.id from lead l
      where l.workspace_id = $1 and l.id = any($3::uuid[]) order by l.id
         on conflict do nothing returning lead_id`,
    [workspaceId, listId, leadIds],
  );

/** Puts the live leads with these addresses on a list, unless it is gone by now. */
export const addByEmail = ({ sql, workspaceId }: WriteScope, listId: Uuid, emails: readonly string[]) =>
  sql(
    `insert into list_member (workspace_id, list_id, lead_id) select $1, i.id, l.id from lead l
       join list i on i.workspace_id = $1 and i.id = $2
      where l.workspace_id = $1 and l.email = any($3::text[]) and l.archived_at is null
         on conflict do nothing`,
    [workspaceId, listId, emails],
  );

/** Takes leads off a list; gives those that were on it. */
export const removeMembers = ({ sql, workspaceId }: WriteScope, listId: Uuid, leadIds: readonly Uuid[]) =>
  sql<{ lead_id: Uuid }>(
    'delete from list_member where workspace_id = $1 and list_id = $2 and lead_id = any($3::uuid[]) returning lead_id',
    [workspaceId, listId, leadIds],
  );

/** Puts some leads on a list: all of them or none. */
export async function addLeads(scope: WriteScope, { id, leadIds }: Input): Promise<{ count: number }> {
  await lockOne(lists, scope, id);
  const [found] = await scope.sql<{ count: number }>(
    'select count(*)::int as count from lead where workspace_id = $1 and id = any($2::uuid[])',
    [scope.workspaceId, leadIds],
  );
  if ((found?.count ?? 0) < new Set(leadIds).size)
    fail('lead.not_found', { details: [{ path: 'leadIds', message: 'One of these leads is gone.' }] });
  const added = await addMembers(scope, id, leadIds);
  if (added.length > 0) emitStandard(scope, lists, 'updated', id);
  return { count: added.length };
}

/** Takes some leads off a list. */
export async function removeLeads(scope: WriteScope, { id, leadIds }: Input): Promise<{ count: number }> {
  await lockOne(lists, scope, id);
  const removed = await removeMembers(scope, id, leadIds);
  if (removed.length > 0) emitStandard(scope, lists, 'updated', id);
  return { count: removed.length };
}
