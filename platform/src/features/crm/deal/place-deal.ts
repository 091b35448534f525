import type { Uuid } from '@tabard/contract';
import type { WriteScope } from '#kernel';
import { longestRank, rankAtEnd, rankBetween, rankEvenly, rankOnTop } from './deal-rank.ts';

const placeOf = 'select rank from deal where workspace_id = $1 and stage_id = $2 and archived_at is null';

/**
 * The place right below a deal of a stage that is held, or on top where that deal is not there any more. Deals that came to the same place
 * from a stage that was removed stay together: the place is below all of them.
 */
export async function rankAfter(scope: WriteScope, stageId: Uuid, place: Place): Promise<string> {
  const rank = await placeBelow(scope, stageId, place);
  if (rank.length <= longestRank) return rank;
  await spreadOut(scope, stageId);
  return placeBelow(scope, stageId, place);
}

interface Place {
  afterId?: Uuid | undefined;
  /** The deal that is moved: its own place counts as free. */
  without?: Uuid | null;
}

async function placeBelow(
  { sql, workspaceId }: WriteScope,
  stageId: Uuid,
  { afterId, without = null }: Place,
): Promise<string> {
  const [above] = afterId
    ? await sql<{ rank: string }>(`${placeOf} and id = $3`, [workspaceId, stageId, afterId])
    : [undefined];
  const [below] = await sql<{ rank: string }>(
    `${placeOf} and ($3::uuid is null or id <> $3) and ($4::text is null or rank > $4) order by rank, id limit 1`,
    [workspaceId, stageId, without, above?.rank ?? null],
  );
  if (!above) return rankOnTop(Date.now(), below?.rank ?? null);
  return below ? rankBetween(above.rank, below.rank) : rankAtEnd(above.rank);
}

/** Gives all deals of a stage places anew, in the order that they have. Thousands of drops at one and the same spot come here. */
async function spreadOut({ sql, workspaceId }: WriteScope, stageId: Uuid): Promise<void> {
  const rows = await sql<{ id: Uuid }>(
    'select id from deal where workspace_id = $1 and stage_id = $2 and archived_at is null order by rank, id',
    [workspaceId, stageId],
  );
  await sql(
    `update deal d set rank = n.rank from unnest($2::uuid[], $3::text[]) as n(id, rank) where d.workspace_id = $1 and d.id = n.id`,
    [workspaceId, rows.map(({ id }) => id), rankEvenly(Date.now(), rows.length)],
  );
}
