import { afterAll, beforeAll, expect, it } from 'vitest';
import { withClient } from './create-database.ts';
import { startTestPostgres, type TestPostgres } from './test-postgres.ts';

let postgres: TestPostgres;
beforeAll(async () => {
  postgres = await startTestPostgres();
}, 30_000);
afterAll(() => postgres.stop());

it('prepares a template once, however many ask at the same time, and gives each its own copy', async () => {
  let prepared = 0;
  const template = {
    name: `copies_${process.pid}`,
    prepare: async (url: string) => {
      prepared++;
      await withClient(url, (client) => client.query('create table note (text text)'));
    },
  };
  const copies = await Promise.all(Array.from({ length: 5 }, () => postgres.createTestDatabase({ template })));
  expect(prepared).toBe(1);
  await withClient(copies[0]!.url, (client) => client.query("insert into note values ('mine')"));
  const seen = await withClient(copies[1]!.url, (client) => client.query('select * from note'));
  expect(seen.rows).toEqual([]);
  await Promise.all(copies.map((copy) => copy.drop()));
}, 30_000);

it('prepares again after a preparation that failed', async () => {
  const name = `failing_${process.pid}`;
  const broken = { name, prepare: () => Promise.reject(new Error('broken migration')) };
  await expect(postgres.createTestDatabase({ template: broken })).rejects.toThrow('broken migration');
  const whole = { name, prepare: async () => undefined };
  await expect(postgres.createTestDatabase({ template: whole })).resolves.toMatchObject({
    name: expect.stringMatching(/^test_/),
  });
}, 30_000);

it('is found by every later caller of the same run', async () => {
  const other = await startTestPostgres();
  expect(other.url).toBe(postgres.url);
});
