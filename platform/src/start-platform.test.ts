import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { processEnvironment } from '@tabard/testing';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestPlatform, type TestPlatform } from '../test/fixture/index.ts';
import { migrate, SchemaError } from './migrate/index.ts';
import { startPlatform, TenancyError } from './start-platform.ts';

let platform: TestPlatform;
beforeAll(async () => {
  platform = await startTestPlatform();
});
afterAll(() => platform.stop());

describe('the platform', () => {
  it('starts, answers, and stops twice without complaint', async () => {
    const running = await startPlatform(platform.config);
    const url = running.url!; // it listens in this role
    expect((await fetch(`${url}/health/ready`)).status).toBe(200);
    await Promise.all([running.stop(), running.stop()]);
    await expect(fetch(`${url}/health/live`)).rejects.toThrow('fetch failed');
  });

  it('does not listen as a worker', async () => {
    const { process, ...rest } = platform.config;
    const worker = await startPlatform({ ...rest, process: { ...process, role: 'worker' } });
    expect(worker.url).toBeNull();
    await worker.stop();
  });

  it.each([
    [
      'older than the program',
      `delete from mikro_orm_migrations where name = '0001-spine'`,
      `insert into mikro_orm_migrations (name) values ('0001-spine')`,
      /older than this program: 0001-spine has not been applied\. Run the command "migrate" first.*\(schema\.older\)/,
    ],
    [
      'newer than the program',
      `insert into mikro_orm_migrations (name) values ('9999-tomorrow')`,
      `delete from mikro_orm_migrations where name = '9999-tomorrow'`,
      /newer than this program: it has been through 9999-tomorrow.*\(schema\.newer\)/,
    ],
    [
      'empty',
      'alter table mikro_orm_migrations rename to elsewhere',
      'alter table elsewhere rename to mikro_orm_migrations',
      /no tables yet: run the command "migrate" first\. \(schema\.empty\)/,
    ],
  ])('refuses to start on a database that is %s and says what to do', async (_which, change, back, sentence) => {
    const owner = new pg.Client({ connectionString: platform.config.database.url });
    await owner.connect();
    await owner.query(change);
    const refusal = await startPlatform(platform.config).catch((error: unknown) => error);
    await owner.query(back);
    await owner.end();
    expect(refusal).toBeInstanceOf(SchemaError);
    expect(String(refusal)).toMatch(sentence);
  });

  it('is not migrated by a program that is older than its database', async () => {
    const owner = new pg.Client({ connectionString: platform.config.database.url });
    await owner.connect();
    await owner.query(`insert into mikro_orm_migrations (name) values ('9999-tomorrow')`);
    await expect(migrate(platform.config)).rejects.toThrow(/schema\.newer/);
    await owner.query(`delete from mikro_orm_migrations where name = '9999-tomorrow'`);
    await owner.end();
  });

  it('refuses to start on a hole between workspaces and names it', async () => {
    const owner = new pg.Client({ connectionString: platform.config.database.url });
    await owner.connect();
    await owner.query('create table leak (id uuid primary key)');
    const refusal = await startPlatform(platform.config).catch((error: unknown) => error);
    await owner.query('drop table leak');
    await owner.end();
    expect(refusal).toBeInstanceOf(TenancyError);
    expect(String(refusal)).toMatch(/leak is no tenant table/);
  });

  it('ends with 0 when it is asked to by SIGTERM, and says what is wrong with its configuration', async () => {
    const main = fileURLToPath(new URL('main.ts', import.meta.url));
    const env = {
      ...processEnvironment(),
      DATABASE_URL: platform.config.database.url,
      SECRET_KEY: platform.config.secrets.secretKey,
      BLOB_ROOT: platform.config.storage.blobRoot,
      PORT: '0',
    };
    const child = spawn(process.execPath, [main], { env });
    let log = '';
    child.stdout.on('data', (chunk: Buffer) => (log += chunk.toString()));
    await expect.poll(() => log).toContain('"started"');
    child.kill('SIGTERM');
    expect(await once(child, 'exit')).toEqual([0, null]);
    const wrong = spawn(process.execPath, [main], { env: { ...env, DATABASE_URL: 'mysql://', PORT: 'x' } });
    let complaint = '';
    wrong.stderr.on('data', (chunk: Buffer) => (complaint += chunk.toString()));
    expect(await once(wrong, 'exit')).toEqual([1, null]);
    expect(complaint).toMatch(/DATABASE_URL[^]*PORT/);
  });
});
