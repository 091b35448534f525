import type { Uuid } from '@tabard/contract';
import type { CallScope, WriteScope } from '#kernel';
import { indexRecords } from './index-records.ts';

/** Records that one transaction looks at. */
const recordsAtOnce = 2000;

/** Does what there is to do for the index of a workspace: builds it where that is due, then looks at what has changed, some at a time. */
export async function keepIndex(scope: CallScope): Promise<void> {
  await scope.write((writing) => inTurn(writing, beginBuilding));
  while (await scope.write((writing) => inTurn(writing, lookAtChanges))) continue;
}

/** One at a time in a workspace; who comes second leaves it to the first. */
async function inTurn(scope: WriteScope, step: (scope: WriteScope) => Promise<boolean>): Promise<boolean> {
  const [row] = await scope.sql<{ mine: boolean }>(
    `select pg_try_advisory_xact_lock(hashtextextended('search ' || $1, 0)) as mine`,
    [scope.workspaceId],
  );
  return row?.mine ? step(scope) : false;
}

/** Empties the index of a workspace that waits to be built, and notes every record as changed. */
async function beginBuilding({ app, sql, workspaceId }: WriteScope): Promise<boolean> {
  const [known] = await sql<{ state: string }>('select state from search_state where workspace_id = $1 for update', [
    workspaceId,
  ]);
  if (known && known.state !== 'waiting') return false;
  for (const table of ['search_posting', 'search_word', 'search_document', 'search_change'])
    await sql(`delete from ${table} where workspace_id = $1`, [workspaceId]);
  for (const { noun, table, where = 'true' } of app.searchParts)
    await sql(
      `insert into search_change (workspace_id, noun, record_ids)
       select $1, $2, array_agg(x.id) from
         (select t.id, (row_number() over (order by t.id) - 1) / 1000 as part from ${table} t where t.workspace_id = $1 and ${where}) x
        group by x.part`,
      [workspaceId, noun],
    );
  await sql(
    `insert into search_state (workspace_id, state, total)
     select $1, 'building', coalesce(sum(cardinality(record_ids)), 0) from search_change where workspace_id = $1
         on conflict (workspace_id) do update set state = excluded.state, total = excluded.total`,
    [workspaceId],
  );
  return true;
}

interface Change {
  noun: string;
  record_ids: Uuid[];
}

/** Looks at some of what has changed; false when nothing is left, and the building, if there was one, is done. */
async function lookAtChanges(scope: WriteScope): Promise<boolean> {
  const { app, sql, workspaceId } = scope;
  const changes = await sql<Change>(
    `delete from search_change c where c.workspace_id = $1 and c.id in (
       select x.id from (select o.id, sum(cardinality(o.record_ids)) over (order by o.id) - cardinality(o.record_ids) as before
                           from (select id, record_ids from search_change where workspace_id = $1 order by id limit ${recordsAtOnce}) o) x
        where x.before < $2)
     returning c.noun, c.record_ids`,
    [workspaceId, recordsAtOnce],
  );
  for (const part of app.searchParts) {
    const own = changes.filter(({ noun }) => noun === part.noun).flatMap(({ record_ids: ids }) => ids);
    if (own.length > 0) await indexRecords(scope, part, [...new Set(own)]);
  }
  if (changes.length > 0) return true;
  await sql(
    `update search_state set state = 'ready', built_at = now() where workspace_id = $1 and state = 'building'`,
    [workspaceId],
  );
  return false;
}
