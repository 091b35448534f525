import {
  canonicalFilter,
  dayAt,
  filterKey,
  foldText,
  predicateOf,
  settleFilter,
  startOfDay,
  type Clock,
  type FilterNode,
} from '@tabard/contract/filters';
import { startTestPostgres, type TestDatabase } from '@tabard/embedded';
import fc from 'fast-check';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { aClock, aFilter, aMoment, aRow, crew, shown, zones, type Row } from '../../test/fixture/arbitrary-filters.ts';
import { columns, fields } from '../../test/fixture/filter-table.ts';
import { conditionOf, foldTextFunction } from './index.ts';

const seed = 20_260_329;

/** The same in another order. */
function turned(node: FilterNode): FilterNode {
  if ('all' in node) return { all: node.all.toReversed().map(turned) };
  if ('any' in node) return { any: [...node.any.toReversed().map(turned), ...node.any.map(turned)] };
  if ('relation' in node) return node.where ? { ...node, where: turned(node.where) } : node;
  return 'not' in node ? { not: turned(node.not) } : node;
}

describe('a filter', () => {
  let database: TestDatabase;
  let client: pg.Client;
  beforeAll(async () => {
    database = await (await startTestPostgres()).createTestDatabase();
    client = new pg.Client({ connectionString: database.url });
    await client.connect();
    await client.query(foldTextFunction);
    await client.query(`create table r (place int, name text, site text, email text, size int8, score float8, worth int8, currency text, born date,
      seen timestamptz(3), agreed boolean, stage text, tags text[], owner uuid, others uuid[], custom jsonb); create table act (owner int, kind text, at timestamptz(3)); create table crew (person uuid, team uuid)`);
    await client.query('insert into crew select * from unnest($1::uuid[], $2::uuid[])', [
      crew.map(({ person }) => person),
      crew.map(({ team }) => team),
    ]);
  });
  afterAll(async () => {
    await client.end();
    await database.drop();
  });

  async function fill(rows: readonly Row[]): Promise<void> {
    await client.query('truncate r, act');
    for (const [place, row] of rows.entries())
      await client.query('insert into r values ($1,$2,$3,$4,$5,$6,$7,$8,$9,$10,$11,$12,$13,$14,$15,$16)', [
        place,
        row.name,
        row.site,
        row.email,
        row.size,
        row.score,
        row.worth?.amount ?? null,
        row.worth?.currency ?? null,
        row.born,
        row.seen?.toISOString() ?? null,
        row.agreed,
        row.stage,
        row.tags,
        row.owner,
        row.others,
        row.custom,
      ]);
    const acts = rows.flatMap((row, place) => row.acts.map((act) => ({ place, ...act })));
    await client.query('insert into act select * from unnest($1::int[], $2::text[], $3::timestamptz[])', [
      acts.map(({ place }) => place),
      acts.map(({ kind }) => kind),
      acts.map(({ at }) => at?.toISOString() ?? null),
    ]);
  }
  async function taken(node: FilterNode, clock: Clock): Promise<number[]> {
    const { check, faults } = settleFilter(node, fields, clock);
    if (!check) throw new Error(JSON.stringify(faults));
    const values: unknown[] = [];
    const text = `select place from r where ${conditionOf(check, columns, values)} order by place`;
    const { rows } = await client.query<{ place: number }>(text, values);
    return rows.map(({ place }) => place);
  }
  const kept = (node: FilterNode, clock: Clock, rows: readonly Row[]): number[] => {
    const { check } = settleFilter(node, fields, clock);
    const isMeant = predicateOf(check!); // made to be right
    return rows.flatMap((row, place) => (isMeant(shown(row)) ? [place] : []));
  };

  it('takes the same records in the database and in the browser', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(aRow, { minLength: 1, maxLength: 30 }),
        fc.array(aFilter, { minLength: 25, maxLength: 25 }),
        aClock,
        async (rows, filters, clock) => {
          await fill(rows);
          for (const filter of filters)
            expect(await taken(filter, clock), JSON.stringify({ filter, clock })).toEqual(kept(filter, clock, rows));
        },
      ),
      { numRuns: 60, seed },
    );
  });

  it('and its opposite share all records between them', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(aRow, { minLength: 1, maxLength: 20 }),
        fc.array(aFilter, { minLength: 10, maxLength: 10 }),
        aClock,
        async (rows, filters, clock) => {
          await fill(rows);
          for (const filter of filters) {
            const both = [...(await taken(filter, clock)), ...(await taken({ not: filter }, clock))];
            expect(both.toSorted((a, b) => a - b)).toEqual([...rows.keys()]);
          }
        },
      ),
      { numRuns: 20, seed },
    );
  });

  it('has one form for all that say the same, which takes the same records', () => {
    fc.assert(
      fc.property(fc.array(aRow, { minLength: 5, maxLength: 5 }), aFilter, aClock, (rows, filter, clock) => {
        const one = canonicalFilter(filter);
        expect(canonicalFilter(one)).toEqual(one);
        expect(filterKey(turned(filter))).toBe(filterKey(filter));
        expect(kept(one, clock, rows)).toEqual(kept(filter, clock, rows));
      }),
      { numRuns: 1000, seed },
    );
  });

  it('tells days as the database does, in every zone and over every leap of its clocks', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(aMoment, { minLength: 50, maxLength: 50 }),
        fc.constantFrom(...zones),
        async (moments, zone) => {
          const { rows } = await client.query<{ day: string }>(
            `select ((m at time zone $2)::date)::text as day from unnest($1::timestamptz[]) with ordinality as t(m, place) order by place`,
            [moments.map((moment) => moment.toISOString()), zone],
          );
          for (const [place, moment] of moments.entries()) {
            const day = dayAt(moment.getTime(), zone);
            expect(day).toBe(rows[place]?.day);
            const start = startOfDay(day, zone);
            expect(start <= moment.getTime() && dayAt(start, zone) === day && dayAt(start - 1, zone) < day).toBe(true);
          }
        },
      ),
      { numRuns: 40, seed },
    );
  });

  it('compares every letter as the database does', async () => {
    const known = Array.from({ length: 0x11_0000 }, (_, code) => code).filter(
      (code) => code > 0 && (code < 0xd800 || code > 0xdfff) && !/\p{Cn}/u.test(String.fromCodePoint(code)),
    );
    const { rows } = await client.query<{ code: number; folded: string }>(
      'select code, fold_text(chr(code)) as folded from unnest($1::int[]) as code where unicode_assigned(chr(code))',
      [known],
    );
    const otherwise = rows.filter(({ code, folded }) => foldText(String.fromCodePoint(code)) !== folded);
    expect(otherwise.map(({ code }) => code.toString(16))).toEqual([]);
  });
});
