import { randomBytes } from 'node:crypto';
import { rm } from 'node:fs/promises';
import { dirname } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { makeTempFolder } from '../process/temp-folder.ts';
import { onDatabase, withClient } from './create-database.ts';
import { startPostgres } from './start-postgres.ts';

/** Names the server that all test processes of one run share; set by the first `startTestPostgres` or by you. */
export const TEST_POSTGRES_URL = 'TEST_POSTGRES_URL';

/** A database prepared once per server (migrated, say) that tests get fast copies of. */
export interface TestTemplate {
  /** Change the name when the preparation changes. */
  name: string;
  /** Fills the empty database; must close its connections. Runs once per server, whoever comes first. */
  prepare(url: string): Promise<void>;
}

export interface TestDatabase {
  url: string;
  name: string;
  /** Ends the database's connections and drops it. */
  drop(): Promise<void>;
}

export interface TestPostgres {
  /** Superuser's connection string. */
  url: string;
  /** A fresh database of its own for one test file: empty, or a copy of the template. */
  createTestDatabase(options?: { template?: TestTemplate }): Promise<TestDatabase>;
  /** Stops the server and deletes its folder, if this process started it. */
  stop(): Promise<void>;
}

/**
 * A throw-away server for tests: durability off, data in a temporary folder. Call it in the runner's global set-up and
 * again in each test process: those find the shared server by the environment. With `TEST_POSTGRES_URL` set beforehand
 * the tests run on that server instead.
 */
export async function startTestPostgres(): Promise<TestPostgres> {
  const given = process.env[TEST_POSTGRES_URL];
  if (given) return testPostgresOn(given, async () => undefined);
  const folder = await makeTempFolder('test-postgres-');
  const server = await startPostgres({ dataDir: folder, durable: false, removeAfterDeath: folder });
  process.env[TEST_POSTGRES_URL] = server.url;
  return testPostgresOn(server.url, async () => {
    delete process.env[TEST_POSTGRES_URL];
    await server.stop();
    for (const used of [dirname(server.dataDir), folder]) await rm(used, { recursive: true, force: true });
  });
}

function testPostgresOn(url: string, stop: () => Promise<void>): TestPostgres {
  return {
    url,
    stop,
    async createTestDatabase({ template } = {}) {
      const name = `test_${randomBytes(8).toString('hex')}`;
      const source = template ? await prepareTemplate(url, template) : undefined;
      await withClient(url, (client) => copyDatabase(client, name, source));
      const drop = () =>
        withClient(url, async (client) => {
          await client.query(`drop database if exists ${pg.escapeIdentifier(name)} with (force)`);
        });
      return { url: onDatabase(url, name), name, drop };
    },
  };
}

async function prepareTemplate(url: string, template: TestTemplate): Promise<string> {
  const name = `template_${template.name}`;
  await withClient(url, async (client) => {
    const isMade = async () =>
      Boolean((await client.query('select 1 from pg_database where datname = $1', [name])).rowCount);
    if (await isMade()) return;
    await client.query('select pg_advisory_lock(hashtextextended($1, 0))', [name]);
    if (await isMade()) return;
    // Renamed only when ready, so a preparation that failed is never mistaken for a template.
    const half = `${name}_unfinished`;
    await client.query(`drop database if exists ${pg.escapeIdentifier(half)} with (force)`);
    await copyDatabase(client, half);
    await template.prepare(onDatabase(url, half));
    await whenUnused(() =>
      client.query(`alter database ${pg.escapeIdentifier(half)} rename to ${pg.escapeIdentifier(name)}`),
    );
  });
  return name;
}

async function copyDatabase(client: pg.Client, name: string, source = 'template0'): Promise<void> {
  await whenUnused(() =>
    client.query(
      `create database ${pg.escapeIdentifier(name)} template ${pg.escapeIdentifier(source)} strategy file_copy`,
    ),
  );
}

// A connection that was just closed may be counted for another moment (object_in_use).
async function whenUnused<T>(act: () => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await act();
    } catch (error) {
      if (!(error instanceof pg.DatabaseError) || error.code !== '55006' || attempt === 50) throw error;
      await sleep(100);
    }
  }
}
