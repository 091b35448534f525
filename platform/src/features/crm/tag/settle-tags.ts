import { toPublicId, type Uuid } from '@tabard/contract';
import { fail, newId, type WriteScope } from '#kernel';

/** How many tags a workspace has at most. */
const tagsLimit = 10_000;

/** What is kept of a word: the name of its tag, or nothing while that tag is being taken off all leads. */
export type KeptWord = string | null;

interface Known {
  word: string;
  name: KeptWord;
}

/** The name of a tag as leads are to carry it from now on; `t` is the tag, `i` the one it goes into. */
const nameNow = `case t.spread_kind when 'merge' then i.name when 'remove' then null else t.name end`;
const goingInto = 'left join tag i on i.workspace_id = t.workspace_id and i.id = t.spread_into';

/**
 * What is kept of each word that leads are to carry: in any spelling it is the name of its tag, and a word without one gets one.
 * @throws Failure `tag.too_many` where there is no room for another tag.
 */
export async function settleWords(scope: WriteScope, given: Iterable<string>): Promise<Map<string, KeptWord>> {
  const kept = new Map<string, KeptWord>();
  const note = (rows: readonly Known[]) => rows.forEach(({ word, name }) => kept.set(word, name));
  const missing = () => [...new Set(given)].filter((word) => !kept.has(word));
  const find = async (condition: string): Promise<void> => {
    const words = missing();
    if (words.length === 0) return;
    note(
      await scope.sql<Known>(
        `select w.word, ${nameNow} as name from unnest($2::text[]) as w(word) join tag t on t.workspace_id = $1 and ${condition} ${goingInto}`,
        [scope.workspaceId, words],
      ),
    );
  };
  await find('t.name = w.word');
  await find('fold_text(t.name) = fold_text(w.word)');
  // Whoever has not heard of a new name means the same tag.
  await find(`t.spread_kind = 'rename' and fold_text(t.spread_from) = fold_text(w.word)`);
  if (missing().length > 0) {
    await addTags(scope, missing());
    await find('fold_text(t.name) = fold_text(w.word)');
  }
  return kept;
}

/** The words of one lead as they are kept, each once, in the order they were given in. */
export async function settleTags(scope: WriteScope, given: readonly string[]): Promise<string[]> {
  return given.length === 0 ? [] : keptOf(await settleWords(scope, given), given);
}

/** Words by what is kept of each. */
export const keptOf = (kept: ReadonlyMap<string, KeptWord>, given: readonly string[]): string[] => [
  ...new Set(given.flatMap((word) => kept.get(word) ?? [])),
];

/** Makes a tag of each word that is none yet. Whoever makes the same one at the same time is waited for. */
async function addTags({ sql, workspaceId, emit }: WriteScope, words: readonly string[]): Promise<void> {
  const [row] = await sql<{ count: number }>('select count(*)::int as count from tag where workspace_id = $1', [
    workspaceId,
  ]);
  if ((row?.count ?? 0) + words.length > tagsLimit) fail('tag.too_many');
  const made = await sql<{ id: Uuid }>(
    `insert into tag (workspace_id, id, name) select $1, w.id, w.word from unnest($2::uuid[], $3::text[]) as w(id, word) order by w.word
     on conflict do nothing returning id`,
    [workspaceId, words.map(() => newId()), words],
  );
  for (const { id } of made) emit('tag.created', { tagId: toPublicId('tag', id) });
}

/** The tags of words, exactly as they are written. */
export async function tagsOfWords(
  { read, workspaceId }: Pick<WriteScope, 'read' | 'workspaceId'>,
  words: readonly string[],
): Promise<Map<string, Uuid>> {
  const rows = await read<{ name: string; id: Uuid }>(
    'select name, id from tag where workspace_id = $1 and name = any($2::text[])',
    [workspaceId, words],
  );
  return new Map(rows.map(({ name, id }) => [name, id]));
}
