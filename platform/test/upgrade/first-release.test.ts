import { readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { gunzipSync } from 'node:zlib';
import { startTestPostgres, type TestDatabase, type TestPostgres } from '@tabard/embedded';
import { permissions } from '@tabard/contract/permissions';
import pg from 'pg';
import pino from 'pino';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { loadConfig, type Config } from '#config';
import { appRouter, entities } from '#features';
import { checkTenancy, newId, type App } from '#kernel';
import { compose } from '../../src/compose.ts';
import { readHistory } from '../../src/migrate/history.ts';
import { migrate } from '../../src/migrate/index.ts';
import { schemaDifference } from '../../src/migrate/schema-difference.ts';

/**
 * A database as it stood when the history was frozen: the first migration and the demo's seed, with the secret of tests. Made with
 * `pg_dump --inserts --rows-per-insert=500 --no-owner --no-comments`, less psql's own commands. It is never made anew.
 */
const dump = new URL('made-by-first-release.sql.gz', import.meta.url);

vi.setConfig({ testTimeout: 60_000 });

let postgres: TestPostgres;
let database: TestDatabase;
let config: Config;
let owner: pg.Client;
let app: App & { close(): Promise<void> };
let before: Record<string, number>;
let applied: string[];
let archived: { id: string }[];

/** Rows by table of ours. */
async function countRows(tables?: string[]): Promise<Record<string, number>> {
  const { rows } = await owner.query<{ name: string }>(
    `select relname as name from pg_class where relnamespace = 'public'::regnamespace and relkind in ('r', 'p')
        and not relispartition and relname <> 'mikro_orm_migrations' order by 1`,
  );
  const counts: Record<string, number> = {};
  for (const name of tables ?? rows.map((row) => row.name))
    counts[name] = (await owner.query<{ count: number }>(`select count(*)::int from "${name}"`)).rows[0]!.count; // one row
  return counts;
}

beforeAll(async () => {
  postgres = await startTestPostgres();
  // The logins that the dump grants to belong to the whole server.
  const other = await postgres.createTestDatabase();
  const configFor = (url: string) =>
    loadConfig({
      DATABASE_URL: url,
      SECRET_KEY: 'a secret of tests that is long enough',
      BLOB_ROOT: tmpdir(),
      LOG_LEVEL: 'silent',
    });
  await migrate(configFor(other.url));
  await other.drop();
  database = await postgres.createTestDatabase();
  config = configFor(database.url);
  const restore = new pg.Client({ connectionString: database.url });
  await restore.connect();
  await restore.query(gunzipSync(await readFile(dump)).toString());
  await restore.end();
  owner = new pg.Client({ connectionString: database.url });
  await owner.connect();
  // The first release kept the archive in the state.
  ({ rows: archived } = await owner.query(
    `update campaign set state = 'archived' where id = (select id from campaign where launched_at is not null limit 1) returning id`,
  ));
  before = await countRows();
  ({ applied } = await migrate(config));
  app = await compose(config, { log: pino({ level: 'silent' }) });
});
afterAll(async () => {
  await app.close();
  await owner.end();
  await database.drop();
  await postgres.stop();
});

it('A database of the first release goes through every later migration and keeps its rows', async () => {
  expect(applied).toEqual((await readHistory()).slice(1));
  expect(before['lead']).toBeGreaterThan(100);
  expect(before['delivery']).toBeGreaterThan(100);
  expect(await countRows(Object.keys(before))).toEqual(before);
});

it('It then differs in nothing from a new one, and has no hole between workspaces', async () => {
  expect(await schemaDifference(database.url)).toEqual([]);
  expect(await checkTenancy(owner, entities)).toEqual([]);
});

it('A campaign that it archived is archived, and was completed', async () => {
  const { rows } = await owner.query('select state, archived_at, completed_at from campaign where id = $1', [
    archived[0]!.id,
  ]);
  expect(rows).toEqual([{ state: 'completed', archived_at: expect.any(Date), completed_at: expect.any(Date) }]);
});

it('Its leads, campaigns, mailboxes, conversations and counts are read, and a lead is changed', async () => {
  const { rows } = await owner.query<{ id: string; organization_id: string }>(
    `select w.id, w.organization_id from workspace w order by (select count(*) from lead l where l.workspace_id = w.id) desc limit 1`,
  );
  const { id: workspaceId, organization_id: organizationId } = rows[0]!; // the demo has workspaces
  const principal = {
    kind: 'user' as const,
    userId: newId(),
    sessionId: newId(),
    organizationId,
    workspaceId,
    permissions: new Set(permissions),
  };
  const context = { app, requestId: 'test', principal, workspaceId, ip: '127.0.0.1', idempotencyKey: null };
  const caller = appRouter.createCaller(context);
  const leads = await caller.leads.list({});
  const lead = leads.items[0]!; // chosen as the workspace with most of them
  expect((await caller.leads.update({ id: lead.id, city: 'Lisbon' })).city).toBe('Lisbon');
  for (const page of [
    await caller.campaigns.list({}),
    await caller.mailboxes.list({}),
    await caller.conversations.list({}),
    await caller.templates.list({}),
  ])
    expect(page.items.length).toBeGreaterThan(0);
});
