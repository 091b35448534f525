import type { SearchStatus } from '@tabard/contract/operations/search';
import type { ReadScope, WriteScope } from '#kernel';
import { keepIndexJob } from './keep-index.job.ts';

/** Has the index of a workspace built anew, from the records alone; until that is done, what was reached again is found. */
export async function buildIndex(scope: WriteScope): Promise<SearchStatus> {
  await scope.sql(
    `insert into search_state (workspace_id, state) values ($1, 'waiting')
         on conflict (workspace_id) do update set state = 'waiting', total = 0`,
    [scope.workspaceId],
  );
  scope.enqueue(keepIndexJob, { workspaceId: scope.workspaceId });
  return readStatus(scope);
}

interface StateRow {
  state: SearchStatus['state'];
  total: number;
  built_at: Date | null;
  behind: number;
}

/** How far the index of a workspace is. */
export async function readStatus({ read, workspaceId }: ReadScope): Promise<SearchStatus> {
  const [row] = await read<StateRow>(
    `select s.state, s.total, s.built_at,
            (select coalesce(sum(cardinality(c.record_ids)), 0)::int from search_change c where c.workspace_id = $1) as behind
       from (values (1)) as one left join search_state s on s.workspace_id = $1`,
    [workspaceId],
  );
  const { state, total, built_at: builtAt, behind = 0 } = row ?? ({} as Partial<StateRow>); // there is always a row
  const known = state ?? 'waiting';
  return {
    state: known,
    total: total ?? 0,
    done: known === 'waiting' ? 0 : Math.max(0, (total ?? 0) - (known === 'building' ? behind : 0)),
    behind,
    builtAt: builtAt?.toISOString() ?? null,
  };
}
