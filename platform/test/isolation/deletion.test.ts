import { Readable } from 'node:stream';
import { toPublicId } from '@tabard/contract';
import { startRedis, type Redis as RedisServer } from '@tabard/embedded';
import { Redis } from 'ioredis';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { eraseDue } from '#features/identity/tree';
import { defineJob } from '#kernel';
import { startTestPlatform, type TestPlatform, type TestWorkspace } from '../fixture/index.ts';
import { fillWorkspace } from './fill-workspace.ts';

/** Null where Redis is not installed. */
const redis: RedisServer | null = await startRedis();
afterAll(() => redis?.stop());

const hint = defineJob({
  name: 'test-hint',
  schema: z.object({ workspaceId: z.uuid() }),
  dedupe: ({ workspaceId }) => workspaceId,
  handler: async () => undefined,
});

describe.each([
  ['PostgreSQL', {}],
  ['Redis', { REDIS_URL: redis?.url ?? '' }],
])('what is deleted, with queues in %s,', (kind, env) => {
  const runs = kind === 'PostgreSQL' || redis !== null;
  let platform: TestPlatform;
  beforeAll(async () => {
    if (runs) platform = await startTestPlatform({ env });
  });
  afterAll(() => platform?.stop());

  /** Its days of grace are over, and whoever was at work there has ended. */
  const due = (table: 'workspace' | 'organization', id: string) =>
    platform.app.database.control((_em, sql) =>
      sql(`update "${table}" set delete_after = now() - interval '1 minute' where id = $1`, [id]),
    );
  const rested = () =>
    platform.app.database.control(async (_em, sql) => {
      for (const table of ['workspace', 'organization'])
        await sql(
          `update "${table}" set deleting_since = now() - interval '2 minutes' where deleting_since is not null`,
        );
    });
  const erase = async () => {
    await eraseDue(platform.app);
    await rested();
    await eraseDue(platform.app);
  };
  const files = async ({ workspaceId }: TestWorkspace, folder: string) => {
    const found: string[] = [];
    for await (const key of platform.app.ports.blobs.list(`${workspaceId}/${folder}`)) found.push(key);
    return found;
  };
  const logOf = (organizationId: string) =>
    platform.app.database.read(organizationId, 'select act, subjects, input from audit_log where workspace_id = $1', [
      organizationId,
    ]);

  it.runIf(runs)('is gone from every table, file and queue, and nothing else is', async () => {
    const [ending, staying] = [await platform.createWorkspace({ name: 'Harbour' }), await platform.createWorkspace()];
    const { app } = platform;
    const filled = await fillWorkspace(platform, ending);
    await fillWorkspace(platform, staying);
    for (const { workspaceId } of [ending, staying]) {
      for (const name of ['mail/a', 'uploads/b', 'any/deeper/c'])
        await app.ports.blobs.put(`${workspaceId}/${name}`, Readable.from(['x']), { maxBytes: 10 });
      await app.jobs.add(hint, { workspaceId });
    }
    const worker = await app.jobs.work(app, [hint]);
    for (const { workspaceId } of [ending, staying]) await app.jobs.add(hint, { workspaceId }, { delayMs: 1e7 });
    await worker.stop();
    const before = await everything(platform, redis);
    for (const table of Object.keys(filled).filter(
      (name) => !['user_session', 'passkey', 'user_identity'].includes(name),
    ))
      expect(
        before.some((row) => row.startsWith(`${table} `) && names(row, ending)),
        table,
      ).toBe(true);

    // A mail is on the wire: its outcome is waited for.
    await due('workspace', ending.workspaceId);
    await erase();
    expect((await everything(platform, redis)).some((row) => row.startsWith('claim ') && names(row, ending))).toBe(
      true,
    );
    await ending.scope.write(({ sql }) => sql('update claim set lease_until = now()'));
    await erase();

    const after = await everything(platform, redis);
    expect(after.filter((row) => names(row, ending))).toEqual([
      expect.stringMatching(/^audit_log.*workspaces\.delete/),
    ]);
    for (const [table, id] of Object.entries(filled))
      expect(
        after.filter((row) => row.includes(id)),
        table,
      ).toEqual([]);
    expect(await logOf(ending.organizationId)).toEqual([
      {
        act: 'workspaces.delete',
        subjects: [toPublicId('workspace', ending.workspaceId)],
        input: { name: 'Harbour', externalId: null },
      },
    ]);
    // What the queues told of jobs, which nobody listens to, is forgotten for all.
    const told = /^bullmq\.event |^redis bull:\S+:events /;
    const theirs = (rows: string[]) => rows.filter((row) => names(row, staying) && !told.test(row)).toSorted();
    expect(theirs(after)).toEqual(theirs(before));
    expect(await files(staying, 'mail')).toHaveLength(1);
    for (const folder of ['mail', 'uploads', 'any']) expect(await files(ending, folder)).toEqual([]);
  });

  it.runIf(runs)('as an organization takes all below it along, and is told once, in the log above it', async () => {
    const [above, below] = [await platform.createWorkspace(), await platform.createWorkspace()];
    await platform.app.database.control(async (_em, sql) => {
      await sql('update organization set parent_id = $2, name = $3 where id = $1', [
        below.organizationId,
        above.organizationId,
        'Quay',
      ]);
      await sql(
        `insert into workspace (id, organization_id, name) select gen_random_uuid(), $1, 'More' from generate_series(1, 300)`,
        [below.organizationId],
      );
    });
    await fillWorkspace(platform, below);
    await below.scope.write(({ sql }) => sql('delete from claim'));
    await due('organization', below.organizationId);
    await erase();
    const after = await everything(platform, null);
    expect(after.filter((row) => row.includes(below.workspaceId) || row.includes(below.organizationId))).toEqual([]);
    expect(await logOf(above.organizationId)).toEqual([
      {
        act: 'organizations.delete',
        subjects: [toPublicId('organization', below.organizationId)],
        input: { name: 'Quay', externalId: null },
      },
    ]);
    const [left] = await platform.app.database.readOrganization('select from workspace where id = $1', [
      above.workspaceId,
    ]);
    expect(left).toBeDefined();
  });
});

/** Whether a row says the id of a workspace, in any of its forms. */
const names = (row: string, { workspaceId }: TestWorkspace): boolean =>
  row.includes(workspaceId) || row.includes(workspaceId.replaceAll('-', ''));

/** Every row of every table of every schema, and everything in Redis, as texts. */
async function everything(platform: TestPlatform, redisServer: RedisServer | null): Promise<string[]> {
  const client = new pg.Client({ connectionString: platform.config.database.url });
  await client.connect();
  const found: string[] = [];
  const { rows: tables } = await client.query<{ name: string }>(
    `select c.oid::regclass::text as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
      where c.relkind in ('r', 'p') and not c.relispartition and n.nspname not in ('pg_catalog', 'information_schema')`,
  );
  for (const { name } of tables) {
    const { rows } = await client.query<{ row: string }>(`select to_jsonb(t)::text as row from ${name} t`);
    found.push(...rows.map(({ row }) => `${name} ${row}`));
  }
  await client.end();
  return redisServer && platform.config.queue.redisUrl ? [...found, ...(await keysOf(redisServer))] : found;
}

async function keysOf({ url }: RedisServer): Promise<string[]> {
  const client = new Redis(url);
  const reads: Record<string, (key: string) => Promise<unknown>> = {
    string: (key) => client.get(key),
    hash: (key) => client.hgetall(key),
    list: (key) => client.lrange(key, 0, -1),
    set: (key) => client.smembers(key),
    zset: (key) => client.zrange(key, '0', '-1'),
    stream: (key) => client.xrange(key, '-', '+'),
  };
  const found: string[] = [];
  for (const key of await client.keys('*'))
    found.push(`redis ${key} ${JSON.stringify(await reads[await client.type(key)]?.(key))}`);
  client.disconnect();
  return found;
}
