import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestPlatform, type TestPlatform, type TestWorkspace } from '../fixture/index.ts';
import { fillWorkspace } from './fill-workspace.ts';

let platform: TestPlatform;
let a: TestWorkspace;
let b: TestWorkspace;
let tables: string[];
let partitions: string[];
/** Tables that the runtime login may only add to. */
let appendOnly: string[];

/** Walled in what is written only: above workspaces they are read before one is known. The tests of their rooms show it. */
const readAbove = ['role'];

beforeAll(async () => {
  platform = await startTestPlatform();
  [a, b] = [await platform.createWorkspace(), await platform.createWorkspace()];
  await fillWorkspace(platform, a);
  const client = new pg.Client({ connectionString: platform.config.database.url });
  await client.connect();
  const { rows } = await client.query<{ relname: string; relispartition: boolean }>(
    `select relname, relispartition from pg_class where relkind in ('r', 'p') and relrowsecurity and relnamespace = 'public'::regnamespace
       and relname <> all($1)`,
    [readAbove],
  );
  const names = (partition: boolean) =>
    rows.filter(({ relispartition }) => relispartition === partition).map(({ relname }) => relname);
  [tables, partitions] = [names(false), names(true)];
  const { rows: kept } = await client.query<{ name: string }>(
    `select name from unnest($1::text[]) as name where not has_table_privilege('tabard_runtime', quote_ident(name), 'update')`,
    [tables],
  );
  appendOnly = kept.map(({ name }) => name);
  await client.end();
});
afterAll(() => platform.stop());

describe('every tenant table', () => {
  it('that is a log may only grow', () => expect(appendOnly).toEqual(['audit_log']));

  it('shows its rows to their own workspace only', async () => {
    expect(tables.length).toBeGreaterThan(12);
    for (const table of tables) {
      const count = `select count(*)::int as count from "${table}"`;
      expect(await a.scope.read(count), table).toEqual([{ count: 1 }]);
      expect(await b.scope.read(count), table).toEqual([{ count: 0 }]);
      expect(await b.scope.write(({ sql }) => sql(count)), table).toEqual([{ count: 0 }]);
      expect(await platform.app.database.readOrganization(count), table).toEqual([{ count: 0 }]);
    }
  });

  it('cannot be changed, emptied or moved into by another workspace, nor by its own where it may only grow', async () => {
    for (const table of tables.filter((name) => !appendOnly.includes(name))) {
      const changed = await b.scope.write(({ sql }) =>
        sql(`update "${table}" set workspace_id = workspace_id where workspace_id = $1 returning 1`, [a.workspaceId]),
      );
      const removed = await b.scope.write(({ sql }) => sql(`delete from "${table}" returning 1`));
      expect([changed, removed], table).toEqual([[], []]);
      const move = a.scope.write(({ sql }) => sql(`update "${table}" set workspace_id = $1`, [b.workspaceId]));
      await expect(move, table).rejects.toThrow(/row-level security|foreign key/);
      // What the database computes itself cannot be given.
      const [given] = await b.scope.read<{ columns: string }>(
        `select string_agg(quote_ident(column_name), ', ') as columns from information_schema.columns
          where table_schema = 'public' and table_name = $1 and is_generated = 'NEVER'`,
        [table],
      );
      const copy = b.scope.write(({ sql }) =>
        sql(
          `insert into "${table}" (${given!.columns}) select ${given!.columns} from jsonb_populate_record(null::"${table}", $1::jsonb)`,
          [JSON.stringify({ workspace_id: a.workspaceId })],
        ),
      );
      await expect(copy, table).rejects.toThrow(/row-level security|not-null/);
    }
    for (const table of appendOnly) {
      for (const statement of [
        `update "${table}" set workspace_id = $1`,
        `delete from "${table}" where workspace_id = $1`,
      ])
        for (const { scope } of [a, b])
          await expect(
            scope.write(({ sql }) => sql(statement, [a.workspaceId])),
            table,
          ).rejects.toThrow(/permission denied/);
      const copy = b.scope.write(({ sql }) =>
        sql(`insert into "${table}" select (jsonb_populate_record(null::"${table}", $1::jsonb)).*`, [
          JSON.stringify({ workspace_id: a.workspaceId }),
        ]),
      );
      await expect(copy, table).rejects.toThrow(/row-level security|not-null/);
    }
    for (const table of tables)
      expect(await a.scope.read(`select count(*)::int as count from "${table}"`), table).toEqual([{ count: 1 }]);
  });
});

it('A partition, past its table, shows nothing to anybody and takes nothing from anybody', async () => {
  expect(partitions.length).toBeGreaterThan(0);
  for (const partition of partitions)
    for (const { scope } of [a, b]) {
      expect(await scope.read(`select 1 from "${partition}"`).catch(() => []), partition).toEqual([]);
      const copy = scope.write(({ sql }) =>
        sql(`insert into "${partition}" select (jsonb_populate_record(null::"${partition}", $1::jsonb)).*`, [
          JSON.stringify({ workspace_id: a.workspaceId }),
        ]),
      );
      await expect(copy, partition).rejects.toThrow(
        /row-level security|permission denied|not-null|partition constraint/,
      );
    }
});
