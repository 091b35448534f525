import type { Uuid } from '@tabard/contract';
import { keptOf, settleTags, settleWords } from '#features/crm/tag';
import { nothingFailed, type Act, type ActionOf, type Undo } from './bulk-action.ts';

/** How many tags a lead has at most. */
const mostTags = 50;

interface Tagged {
  id: Uuid;
  tags: string[];
}

/** Gives leads the tags that they lack. */
export const addTags: Act<ActionOf<'add_tags'>> = async (scope, { tags }, ids) => {
  const { sql, workspaceId } = scope;
  const words = await settleTags(scope, tags);
  const lacking = await sql<Tagged>(
    'select id, tags from lead where workspace_id = $1 and id = any($2::uuid[]) and not tags @> $3::text[] order by id',
    [workspaceId, ids, words],
  );
  const missing = ({ tags: has }: Tagged) => words.filter((word) => !has.includes(word));
  const room = (lead: Tagged) => lead.tags.length + missing(lead).length <= mostTags;
  const changed = lacking.filter(room);
  await sql(
    `update lead set updated_at = now(), tags = tags || array(select word from unnest($3::text[]) with ordinality as w(word, place) where word <> all(tags) order by place)
      where workspace_id = $1 and id = any($2::uuid[])`,
    [workspaceId, changed.map(({ id }) => id), words],
  );
  return {
    changed: changed.map(({ id }) => id),
    before: changed.map(missing),
    failures: lacking.filter((lead) => !room(lead)).map(({ id }) => ({ id, code: 'too_many_tags' })),
  };
};

/** Takes tags off leads that have them. */
export const removeTags: Act<ActionOf<'remove_tags'>> = async ({ sql, workspaceId }, { tags }, ids) => {
  const known = await sql<{ name: string }>(
    'select name from tag where workspace_id = $1 and fold_text(name) in (select fold_text(word) from unnest($2::text[]) as word)',
    [workspaceId, tags],
  );
  const words = known.map(({ name }) => name);
  const having = await sql<Tagged>(
    'select id, tags from lead where workspace_id = $1 and id = any($2::uuid[]) and tags && $3::text[] order by id',
    [workspaceId, ids, words],
  );
  const changed = having.map(({ id }) => id);
  await sql(
    `update lead set updated_at = now(), tags = array(select word from unnest(tags) with ordinality as w(word, place) where word <> all($3::text[]) order by place)
      where workspace_id = $1 and id = any($2::uuid[])`,
    [workspaceId, changed, words],
  );
  return {
    changed,
    before: having.map(({ tags: had }) => had.filter((word) => words.includes(word))),
    failures: nothingFailed,
  };
};

/** Takes off what was added. */
export const unaddTags: Undo<ActionOf<'add_tags'>> = async ({ sql, workspaceId }, _action, { ids, before }) => {
  const rows = await sql<{ id: Uuid }>(
    `update lead l set updated_at = now(), tags = array(
              select word from unnest(l.tags) with ordinality as w(word, place) where not jsonb_exists(b.was, word) order by place)
       from unnest($2::uuid[], $3::jsonb[]) as b(id, was)
      where l.workspace_id = $1 and l.id = any($2::uuid[]) and l.id = b.id returning l.id`,
    [workspaceId, ids, before.map((one) => JSON.stringify(one))],
  );
  return { changed: rows.map(({ id }) => id), before: [], failures: nothingFailed };
};

/** Gives back what was taken off. */
export const unremoveTags: Undo<ActionOf<'remove_tags'>> = async (scope, _action, { ids, before }) => {
  const { sql, workspaceId } = scope;
  const given = before as readonly string[][]; // as they were written
  const kept = await settleWords(scope, given.flat());
  const rows = await sql<{ id: Uuid }>(
    `update lead l set updated_at = now(), tags = l.tags || array(
              select word from jsonb_array_elements_text(b.was) with ordinality as w(word, place) where word <> all(l.tags) order by place)
       from unnest($2::uuid[], $3::jsonb[]) as b(id, was)
      where l.workspace_id = $1 and l.id = any($2::uuid[]) and l.id = b.id returning l.id`,
    [workspaceId, ids, given.map((words) => JSON.stringify(keptOf(kept, words)))],
  );
  return { changed: rows.map(({ id }) => id), before: [], failures: nothingFailed };
};
