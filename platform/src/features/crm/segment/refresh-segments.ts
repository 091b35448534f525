import { toPublicId, type Uuid } from '@tabard/contract';
import type { WrittenFilter } from '@tabard/contract/filters';
import { leads } from '#features/crm/lead';
import { Failure, whereOf, type CallScope, type WriteScope } from '#kernel';
import { dueAfter } from './segment.rules.ts';

/** Leads that one transaction looks at again, for every segment of the workspace. */
const changesAtOnce = 5_000;

interface Standing {
  id: Uuid;
  where: WrittenFilter;
  state: string;
}

/**
 * Brings the segments of a workspace up to date: finds the leads of those that are new, were changed, or are due because time has
 * passed, then looks again at the leads that have changed. Each step is a transaction of its own; who comes second leaves it to the first.
 */
export async function refreshSegments(scope: CallScope): Promise<void> {
  while (await scope.write((writing) => inTurn(writing, buildNext))) continue;
  while (await scope.write((writing) => inTurn(writing, judgeChanges))) continue;
}

/** Who builds and who judges take turns, so that what one has found is never older than what the other has written. */
async function inTurn(scope: WriteScope, step: (scope: WriteScope) => Promise<boolean>): Promise<boolean> {
  const [row] = await scope.sql<{ mine: boolean }>(
    `select pg_try_advisory_xact_lock(hashtextextended('segments ' || $1, 0)) as mine`,
    [scope.workspaceId],
  );
  return row?.mine ? step(scope) : false;
}

/** Finds all leads of the next segment that is due; false when none is. */
async function buildNext(scope: WriteScope): Promise<boolean> {
  const [segment] = await scope.sql<Standing & { time_zone: string; empty: boolean }>(
    `select s.id, s."where", s.state, w.time_zone,
            not exists (select from segment_member m where m.workspace_id = $1 and m.segment_id = s.id) as empty
       from segment s join workspace w on w.id = s.workspace_id
      where s.workspace_id = $1 and s.archived_at is null and s.due_at <= now() order by s.due_at limit 1`,
    [scope.workspaceId],
  );
  if (!segment) return false;
  const { id, where, empty } = segment;
  const values: unknown[] = [scope.workspaceId, id];
  const condition = await conditionFor(scope, where, values);
  const found = condition === null ? 0 : await rewrite(scope, { condition, values, empty });
  if (condition === null)
    await scope.sql('delete from segment_member where workspace_id = $1 and segment_id = $2', [scope.workspaceId, id]);
  // What was changed in the meantime has a later due time and is built again.
  await scope.sql(
    `update segment set state = case when "where" = $3::jsonb then $4 else state end, lead_count = $5, counted_at = now(),
            due_at = case when "where" = $3::jsonb then $6::timestamptz else due_at end
      where workspace_id = $1 and id = $2`,
    [
      scope.workspaceId,
      id,
      JSON.stringify(where),
      condition === null ? 'broken' : 'ready',
      condition === null ? null : found,
      condition === null ? null : dueAfter(where, Date.now(), segment.time_zone),
    ],
  );
  scope.emit('segment.counted', { segmentIds: [toPublicId('segment', id)] });
  return true;
}

/** The condition of a segment's filter; null where it asks for what is not there any more. */
async function conditionFor(
  scope: WriteScope,
  where: WrittenFilter,
  values: unknown[],
  among?: string,
): Promise<string | null> {
  try {
    return await whereOf(leads, scope, where, values, { without: ['segments'], ...(among && { among }) });
  } catch (error) {
    if (error instanceof Failure && error.code === 'filter.invalid') return null;
    throw error;
  }
}

/** Writes who is in a segment, `$2`, as far as it differs, and gives how many they are. */
async function rewrite(
  { sql }: WriteScope,
  { condition, values, empty }: { condition: string; values: unknown[]; empty: boolean },
): Promise<number> {
  const fits = `select l.id from lead l where l.workspace_id = $1 and l.archived_at is null and ${condition}`;
  const [row] = await sql<{ count: string }>(
    empty
      ? `with come as (insert into segment_member (workspace_id, segment_id, lead_id) select $1::uuid, $2::uuid, id from (${fits}) as fits returning 1)
         select count(*) from come`
      : `with fits as materialized (${fits}),
         known as materialized (select lead_id from segment_member where workspace_id = $1 and segment_id = $2),
         gone as (delete from segment_member m using (select lead_id from known except select id from fits) as g
                   where m.workspace_id = $1 and m.segment_id = $2 and m.lead_id = g.lead_id),
         come as (insert into segment_member (workspace_id, segment_id, lead_id)
                  select $1::uuid, $2::uuid, c.id from (select id from fits except select lead_id from known) as c)
         select count(*) from fits`,
    values,
  );
  return Number(row?.count ?? 0);
}

/** Looks at the next leads that have changed, for each segment whose leads are known; false when none has. */
async function judgeChanges(scope: WriteScope): Promise<boolean> {
  const { workspaceId, sql } = scope;
  const taken = await sql<{ lead_id: Uuid }>(
    `delete from segment_change where workspace_id = $1
        and id = any (array (select id from segment_change where workspace_id = $1 limit ${changesAtOnce})) returning lead_id`,
    [workspaceId],
  );
  if (taken.length === 0) return false;
  const ids = [...new Set(taken.map((row) => row.lead_id))];
  const ready = await sql<Standing>(
    `select id, "where", state from segment where workspace_id = $1 and archived_at is null and state = 'ready'`,
    [workspaceId],
  );
  const changed: Uuid[] = [];
  for (const { id, where } of ready) if (await judge(scope, id, where, ids)) changed.push(id);
  if (changed.length > 0) scope.emit('segment.counted', { segmentIds: changed.map((id) => toPublicId('segment', id)) });
  return taken.length === changesAtOnce;
}

/** Takes leads into one segment that fit now and out of it those that do not; tells whether any came or went. */
async function judge(scope: WriteScope, id: Uuid, where: WrittenFilter, ids: readonly Uuid[]): Promise<boolean> {
  const values: unknown[] = [scope.workspaceId, id, ids];
  const condition = await conditionFor(scope, where, values, '$3::uuid[]');
  if (condition === null) {
    await scope.sql('update segment set due_at = now() where workspace_id = $1 and id = $2', [scope.workspaceId, id]);
    return false;
  }
  const [row] = await scope.sql<{ come: number; gone: number }>(
    `with fits as materialized (
       select l.id from lead l where l.workspace_id = $1 and l.id = any($3::uuid[]) and l.archived_at is null and ${condition}
     ), gone as (
       delete from segment_member m where m.workspace_id = $1 and m.segment_id = $2 and m.lead_id = any($3::uuid[])
          and m.lead_id not in (select id from fits) returning 1
     ), come as (
       insert into segment_member (workspace_id, segment_id, lead_id) select $1::uuid, $2::uuid, id from fits on conflict do nothing returning 1
     ) select (select count(*)::int from come) as come, (select count(*)::int from gone) as gone`,
    values,
  );
  const { come, gone } = row!; // counts are always there
  if (come + gone === 0) return false;
  await scope.sql(
    'update segment set lead_count = lead_count + $3, counted_at = now() where workspace_id = $1 and id = $2',
    [scope.workspaceId, id, come - gone],
  );
  return true;
}
