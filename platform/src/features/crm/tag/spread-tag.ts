import type { Uuid } from '@tabard/contract';
import { emitStandard, type WriteScope } from '#kernel';
import { tags } from './tag.entity.ts';

/** Leads that one transaction changes. */
const partSize = 1_000;

type Kind = 'rename' | 'merge' | 'remove';

interface Under {
  name: string;
  kind: Kind;
  spread_from: string | null;
  into_name: string | null;
  spread_after: Uuid | null;
  done: number;
  total: number;
}

/**
 * Changes the next leads of a tag, in the order of their ids. The place is noted in the same transaction, so none is done twice or left
 * out whenever a process ends. Resolves to whether more wait; with the last of them the tag has its new name, or is gone.
 */
export async function spreadNext(scope: WriteScope, id: Uuid): Promise<boolean> {
  const { sql, workspaceId } = scope;
  const [under] = await sql<Under>(
    `select t.name, t.spread_kind as kind, t.spread_from, t.spread_after, t.spread_done as done, t.spread_total as total,
            (select i.name from tag i where i.workspace_id = $1 and i.id = t.spread_into) as into_name
       from tag t where t.workspace_id = $1 and t.id = $2 and t.spread_kind is not null for update of t`,
    [workspaceId, id],
  );
  if (!under) return false;
  const { kind, name } = under;
  const part = await sql<{ lead_id: Uuid }>(
    `select lead_id from lead_tag where workspace_id = $1 and tag_id = $2 and ($3::uuid is null or lead_id > $3) order by lead_id limit ${partSize}`,
    [workspaceId, id, under.spread_after],
  );
  const ids = part.map(({ lead_id: lead }) => lead);
  const [from, to] = kind === 'rename' ? [under.spread_from, name] : [name, under.into_name];
  await replaceWord(scope, { ids, from: from ?? name, to });
  const [done, more] = [under.done + ids.length, ids.length === partSize];
  await sql(
    `update tag set spread_after = $3, spread_done = $4, updated_at = now() where workspace_id = $1 and id = $2`,
    [workspaceId, id, ids.at(-1) ?? null, done],
  );
  if (ids.length > 0) scope.emit('lead.bulk_changed', { count: ids.length });
  emitStandard(scope, tags, 'updated', id);
  return more || !(await endSpread(scope, id, kind));
}

/** In the words of these leads one is another from now on, or gone. They are locked in the order of their ids. */
async function replaceWord(
  { sql, workspaceId }: WriteScope,
  { ids, from, to }: { ids: readonly Uuid[]; from: string; to: string | null },
): Promise<void> {
  if (ids.length === 0) return;
  await sql('select from lead where workspace_id = $1 and id = any($2::uuid[]) order by id for update', [
    workspaceId,
    ids,
  ]);
  await sql(
    `update lead l set updated_at = now(), tags = array(
              select word from (
                select case when fold_text(u.word) = fold_text($3) then $4::text else u.word end as word, min(u.place) as place
                  from unnest(l.tags) with ordinality as u(word, place) group by 1) as kept
               where word is not null order by place)
      where l.workspace_id = $1 and l.id = any($2::uuid[])`,
    [workspaceId, ids, from, to],
  );
}

/** Ends what was under way, unless somebody gave leads the word meanwhile: then it begins again with those. */
async function endSpread(scope: WriteScope, id: Uuid, kind: Kind): Promise<boolean> {
  const { sql, workspaceId } = scope;
  if (kind === 'rename') {
    await sql(
      'update tag set spread_kind = null, spread_from = null, spread_after = null where workspace_id = $1 and id = $2',
      [workspaceId, id],
    );
    return true;
  }
  const gone = await sql(
    `delete from tag where workspace_id = $1 and id = $2
        and not exists (select from lead_tag k where k.workspace_id = $1 and k.tag_id = $2) returning id`,
    [workspaceId, id],
  );
  if (gone.length > 0) emitStandard(scope, tags, 'deleted', id);
  else await sql('update tag set spread_after = null where workspace_id = $1 and id = $2', [workspaceId, id]);
  return gone.length > 0;
}
