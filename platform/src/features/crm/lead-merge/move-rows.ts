import type { Uuid } from '@tabard/contract';
import type { WriteScope } from '#kernel';
import { joinDeals, partDeals } from './join-deals.ts';
import { movedTables, type Moved, type Pair } from './moved.rules.ts';

/** Has rows that point at one lead point at another one; gives their ids. */
async function point(
  { sql, workspaceId }: WriteScope,
  table: string,
  [from, to]: readonly [Uuid, Uuid],
  only = 'true',
  more: readonly unknown[] = [],
): Promise<Uuid[]> {
  const rows = await sql<{ id: Uuid }>(
    `update ${table} t set lead_id = $3 where t.workspace_id = $1 and t.lead_id = $2 and ${only} returning t.id`,
    [workspaceId, from, to, ...more],
  );
  return rows.map(({ id }) => id);
}

/** Moves all that points at the other lead, as `following` says, except its enrollments. */
export async function moveRows(scope: WriteScope, { id, otherId }: Pair): Promise<Omit<Moved, 'enrollments'>> {
  const { sql, workspaceId } = scope;
  const rows: Record<string, Uuid[]> = {};
  for (const table of movedTables) rows[table] = await point(scope, table, [otherId, id]);
  // Answers; mails of campaigns go with their enrollments.
  rows['delivery'] = await point(scope, 'delivery', [otherId, id], 't.enrollment_id is null');
  const lists = await sql<{ list_id: Uuid }>(
    `insert into list_member (workspace_id, list_id, lead_id)
     select $1, m.list_id, $2 from list_member m where m.workspace_id = $1 and m.lead_id = $3 order by m.list_id
         on conflict do nothing returning list_id`,
    [workspaceId, id, otherId],
  );
  await sql(
    'update audience_part set lead_ids = array_replace(lead_ids, $2::uuid, $3::uuid) where workspace_id = $1 and $2::uuid = any(lead_ids)',
    [workspaceId, otherId, id],
  );
  return {
    rows,
    lists: lists.map(({ list_id: list }) => list),
    deals: await joinDeals(scope, { id, otherId }),
    contact: await addCounts(scope, { id, otherId }),
  };
}

interface Counts {
  sent: number;
  opened: number;
  clicked: number;
  replied: number;
  contacted_at: Date | null;
  replied_at: Date | null;
}

async function addCounts({ sql, workspaceId }: WriteScope, { id, otherId }: Pair): Promise<Moved['contact']> {
  // In the order of their ids, as whoever counts takes them.
  const known = await sql<Counts & { lead_id: Uuid }>(
    `select lead_id, sent, opened, clicked, replied, contacted_at, replied_at from lead_contact
      where workspace_id = $1 and lead_id = any($2::uuid[]) order by lead_id for update`,
    [workspaceId, [id, otherId]],
  );
  const of = (lead: Uuid) => known.find((row) => row.lead_id === lead);
  const [own, other] = [of(id), of(otherId)];
  if (!other) return null;
  const { sent, opened, clicked, replied } = other;
  await sql(
    `insert into lead_contact as k (workspace_id, lead_id, sent, opened, clicked, replied, contacted_at, replied_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8)
         on conflict (workspace_id, lead_id) do update
        set sent = k.sent + excluded.sent, opened = k.opened + excluded.opened, clicked = k.clicked + excluded.clicked,
            replied = k.replied + excluded.replied, contacted_at = greatest(k.contacted_at, excluded.contacted_at),
            replied_at = greatest(k.replied_at, excluded.replied_at)`,
    [workspaceId, id, sent, opened, clicked, replied, other.contacted_at, other.replied_at],
  );
  const told = (at: Date | null | undefined): string | null => at?.toISOString() ?? null;
  return {
    added: { sent, opened, clicked, replied },
    before: { contacted_at: told(own?.contacted_at), replied_at: told(own?.replied_at) },
  };
}

/** Moves back what came along and still is where the merge put it. */
export async function moveBack(
  scope: WriteScope,
  { id, otherId }: Pair,
  { rows, lists, deals, contact }: Moved,
): Promise<void> {
  const { sql, workspaceId } = scope;
  for (const [table, ids] of Object.entries(rows))
    if (ids.length > 0) await point(scope, table, [id, otherId], 't.id = any($4::uuid[])', [ids]);
  await sql('delete from list_member where workspace_id = $1 and lead_id = $2 and list_id = any($3::uuid[])', [
    workspaceId,
    id,
    lists,
  ]);
  await partDeals(scope, { id, otherId }, deals);
  if (!contact) return;
  const { added, before } = contact;
  // A moment that came since stays; one that the other one brought goes.
  const back = (column: string): string =>
    `${column} = case when k.${column} is not distinct from (select o.${column} from lead_contact o
        where o.workspace_id = $1 and o.lead_id = $9) then $${column === 'contacted_at' ? 7 : 8}::timestamptz else k.${column} end`;
  await sql(
    `update lead_contact k set sent = greatest(0, k.sent - $3), opened = greatest(0, k.opened - $4), clicked = greatest(0, k.clicked - $5),
            replied = greatest(0, k.replied - $6), ${back('contacted_at')}, ${back('replied_at')}
      where k.workspace_id = $1 and k.lead_id = $2`,
    [
      workspaceId,
      id,
      added['sent'],
      added['opened'],
      added['clicked'],
      added['replied'],
      before['contacted_at'],
      before['replied_at'],
      otherId,
    ],
  );
}
