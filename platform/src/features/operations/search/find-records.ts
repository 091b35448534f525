import { searchCountLimit, searchReach } from '@tabard/contract/operations/search';
import type { Uuid } from '@tabard/contract';
import type { ReadScope, Statement } from '#kernel';
import { fits, type Fit, type Meaning, type Term } from './meanings.ts';
import { endOf } from './search-words.ts';

/** A record that says every asked word. */
export interface Found {
  noun: string;
  id: Uuid;
  /** How well its worst word fits, and then how much its words weigh. */
  score: number;
  fit: Fit;
}

export interface FoundOf {
  noun: string;
  best: Found[];
  count: number;
  isCut: boolean;
}

/** Records with the rarest of several words whose other words are looked at. */
const recordsCompared = 5_000;

interface FoundRow extends Record<string, unknown> {
  id: Uuid;
  score: number;
  fit: number;
  total: number;
}

/**
 * The best records of each noun that say all of its terms, and how many there are, in one round trip. The rarest word is read off the
 * index, its weightiest and newest records first; the other words are looked up in what those say.
 */
export async function findRecords(
  { app, workspaceId }: ReadScope,
  terms: ReadonlyMap<string, Term[]>,
  reach = searchReach,
): Promise<FoundOf[]> {
  const live = [...terms].filter(([, own]) => own.every(({ meanings }) => meanings.length > 0));
  if (live.length === 0) return [];
  const statements = live.map(([noun, own]) => statementOf(workspaceId, noun, own, reach));
  const answers = await app.database.pipeline(workspaceId, statements);
  return live.map(([noun], index) => {
    const rows = (answers[index] ?? []) as FoundRow[]; // the columns of the statement
    const total = rows[0]?.total ?? 0;
    return {
      noun,
      best: rows.map(({ id, score, fit }) => ({ noun, id, score, fit: nameOf(fit) })),
      count: Math.min(total, searchCountLimit),
      isCut: total > searchCountLimit,
    };
  });
}

const nameOf = (value: number): Fit => (value === fits.exact ? 'exact' : value === fits.prefix ? 'prefix' : 'typo');

const recordsOf = ({ meanings, beginning }: Term): number =>
  beginning === null ? meanings.reduce((sum, { records }) => sum + records, 0) : Infinity;

function statementOf(workspaceId: Uuid, noun: string, terms: readonly Term[], reach: number): Statement {
  const [rarest, ...others] = terms.toSorted((one, other) => recordsOf(one) - recordsOf(other));
  const { meanings } = rarest!; // a search has a word
  const values: unknown[] = [workspaceId, noun, meanings.map(({ word }) => word), meanings.map(({ fit }) => fits[fit])];
  const most = Math.min(reach, searchReach);
  // Alone, a word needs no more records than are counted; among others, some of its records are looked at.
  const each =
    others.length === 0
      ? reach < searchReach
        ? reach * 4
        : searchCountLimit + 1
      : Math.max(searchReach, Math.floor(recordsCompared / meanings.length));
  const checks = others.map((term, index) => checkOf(term, `c${index}`, values));
  const text = `
    with hit as (
      select p.record_id as id, max(x.fit) as fit, max(p.weight)::int as weight
        from unnest($3::text[], $4::int[]) as x(word, fit)
       cross join lateral (
         select i.record_id, i.weight from search_posting i
          where i.workspace_id = $1 and i.noun = $2 and i.word = x.word
          order by i.weight desc, i.record_id desc limit ${each}) p
       group by p.record_id)
    select h.id, ${leastOf(['h.fit', ...checks.map(({ fit }) => fit)])} as fit,
           ${leastOf(['h.fit', ...checks.map(({ fit }) => fit)])} * 100 + h.weight${checks.map(({ weight }) => ` + ${weight}`).join('')} as score,
           (count(*) over ())::int as total
      from hit h${checks.length > 0 ? ' join lateral (select d.names, d.facts, d.texts from search_document d where d.workspace_id = $1 and d.noun = $2 and d.record_id = h.id limit 1) d on true' : ''}
      ${checks.map(({ from }) => from).join('')}
     ${checks.length > 0 ? `where ${checks.map(({ weight }) => `${weight} > 0`).join(' and ')}` : ''}
     order by score desc, h.id desc limit ${most}`;
  return { text, values };
}

const leastOf = (values: string[]): string => (values.length === 1 ? values[0]! : `least(${values.join(', ')})`);

/** What a further word weighs in a record `d`, 0 where that does not say it, and how it fits there. */
function checkOf(term: Term, name: string, values: unknown[]): { from: string; weight: string; fit: string } {
  const of = (fit: (meaning: Meaning) => boolean): string =>
    `$${values.push(term.meanings.filter(fit).map(({ word }) => word))}::text[]`;
  const [all, exact, near] = [of(() => true), of(({ fit }) => fit === 'exact'), of(({ fit }) => fit !== 'typo')];
  const range =
    term.beginning === null
      ? null
      : `w collate "C" >= $${values.push(term.beginning)} and w collate "C" < $${values.push(endOf(term.beginning))}`;
  const says = (list: string, words: string): string =>
    range === null ? `${list} && ${words}` : `exists (select from unnest(${list}) w where ${range})`;
  const anywhere = 'd.names || d.facts || d.texts';
  const begins = range === null ? `(${anywhere}) && ${near}` : 'true';
  return {
    from: ` cross join lateral (select
        case when ${says('d.names', all)} then 3 when ${says('d.facts', all)} then 2 when ${says('d.texts', all)} then 1 else 0 end as weight,
        case when (${anywhere}) && ${exact} then ${fits.exact} when ${begins} then ${fits.prefix} else ${fits.typo} end as fit) ${name}`,
    weight: `${name}.weight`,
    fit: `${name}.fit`,
  };
}
