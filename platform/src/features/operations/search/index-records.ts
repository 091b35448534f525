import type { Uuid } from '@tabard/contract';
import type { SearchPart, SearchWeight, WriteScope } from '#kernel';

const saidAs = (part: SearchPart, weight: SearchWeight): string => {
  const texts = part.fields.filter((field) => field.weight === weight).map(({ sql }) => sql);
  return texts.length === 0 ? `'{}'::text[]` : `search_words(concat_ws(' ', ${texts.join(', ')}))`;
};

/** Words with their weights of documents `d`. */
const split = (from: string): string => `
  select d.id, x.word, x.weight::int2 as weight from ${from} d
    cross join lateral (select unnest(d.names) as word, 3 as weight union all select unnest(d.facts), 2 union all select unnest(d.texts), 1) x`;

/** Writes only what differs: a record that says the same as before costs a look, and one that is gone takes its words along. */
const statementOf = (part: SearchPart): string => `
  with said as materialized (
    select t.id, ${saidAs(part, 'name')} as names, ${saidAs(part, 'fact')} as facts, ${saidAs(part, 'text')} as texts
      from ${part.table} t where t.workspace_id = $1 and t.id = any($3::uuid[])${part.where ? ` and ${part.where}` : ''}),
  fresh as materialized (
    select s.id, s.names, array(select unnest(s.facts) except select unnest(s.names)) as facts,
           array(select unnest(s.texts) except select unnest(s.names) except select unnest(s.facts)) as texts from said s),
  old as materialized (
    select o.record_id as id, o.names, o.facts, o.texts from search_document o
     where o.workspace_id = $1 and o.noun = $2 and o.record_id = any($3::uuid[])),
  fresh_words as materialized (${split('fresh')}),
  old_words as materialized (${split('old')}),
  gone as (
    delete from search_posting p using (select * from old_words except select * from fresh_words) g
     where p.workspace_id = $1 and p.noun = $2 and p.word = g.word and p.weight = g.weight and p.record_id = g.id returning p.word),
  come as (
    insert into search_posting (workspace_id, noun, word, weight, record_id)
    select $1, $2, n.word, n.weight, n.id from (select * from fresh_words except select * from old_words) n
        on conflict do nothing returning word),
  counted as (
    select c.word, sum(c.n)::int as n from (select word, 1 as n from come union all select word, -1 from gone) c group by c.word),
  known as (
    insert into search_word (workspace_id, noun, word, records, reversed)
    select $1, $2, c.word, c.n, case when c.word ~ '[0-9]' then null else reverse(c.word) end from counted c where c.n <> 0
        on conflict (workspace_id, noun, word) do update set records = search_word.records + excluded.records),
  kept as (
    insert into search_document (workspace_id, noun, record_id, names, facts, texts)
    select $1, $2, f.id, f.names, f.facts, f.texts from fresh f
     where not exists (select from old o where o.id = f.id and (o.names, o.facts, o.texts) = (f.names, f.facts, f.texts))
        on conflict (workspace_id, noun, record_id) do update set names = excluded.names, facts = excluded.facts, texts = excluded.texts),
  dropped as (
    delete from search_document d where d.workspace_id = $1 and d.noun = $2
       and d.record_id in (select o.id from old o where not exists (select from fresh f where f.id = o.id)))
  select word from counted where n < 0`;

/**
 * Brings the index in line with what these records say now. One at a time in a workspace, after what has changed them is committed: words that
 * two would count at once are counted by one.
 */
export async function indexRecords(scope: WriteScope, part: SearchPart, ids: readonly Uuid[]): Promise<void> {
  const less = await scope.sql<{ word: string }>(statementOf(part), [scope.workspaceId, part.noun, ids]);
  if (less.length === 0) return;
  // A word that nobody says any more is forgotten with the last who said it.
  await scope.sql(
    'delete from search_word where workspace_id = $1 and noun = $2 and word = any($3::text[]) and records <= 0',
    [scope.workspaceId, part.noun, less.map(({ word }) => word)],
  );
}
