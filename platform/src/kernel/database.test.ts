import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestPlatform, type TestPlatform } from '../../test/fixture/index.ts';
import { auditTenancy } from './audit.ts';
import { startRelay } from './outbox.ts';
import pg from 'pg';

let platform: TestPlatform;
beforeAll(async () => {
  platform = await startTestPlatform();
});
afterAll(() => platform.stop());

const addEvent = `insert into event (workspace_id, id, type, data) values ($1, gen_random_uuid(), 'test', '{}')`;

describe('a workspace', () => {
  it("sees its own rows and nobody else's, by read and by write", async () => {
    const [a, b] = [await platform.createWorkspace(), await platform.createWorkspace()];
    const { database } = platform.app;
    await database.write(a.workspaceId, (_em, sql) => sql(addEvent, [a.workspaceId]));
    expect(await database.read(a.workspaceId, 'select workspace_id from event')).toEqual([
      { workspace_id: a.workspaceId },
    ]);
    expect(await database.read(b.workspaceId, 'select workspace_id from event')).toEqual([]);
    expect(await database.write(b.workspaceId, (_em, sql) => sql('select workspace_id from event'))).toEqual([]);
    expect(await database.readControl('select workspace_id from event')).toEqual([]);
  });

  it('cannot write a row of another workspace', async () => {
    const [a, b] = [await platform.createWorkspace(), await platform.createWorkspace()];
    await expect(
      platform.app.database.write(b.workspaceId, (_em, sql) => sql(addEvent, [a.workspaceId])),
    ).rejects.toThrow(/row-level security/);
  });

  it("never sees another's row when two thousand reads of fifty workspaces share two connections", async () => {
    const small = await startTestPlatform({ env: { DATABASE_POOL: '2' } });
    const workspaces = await Promise.all(Array.from({ length: 50 }, () => small.createWorkspace()));
    for (const { workspaceId } of workspaces)
      await small.app.database.write(workspaceId, (_em, sql) => sql(addEvent, [workspaceId]));
    const reads = Array.from({ length: 2000 }, (_, index) => workspaces[(index * 7) % 50]!.workspaceId);
    const seen = await Promise.all(
      reads.map((id, index) =>
        index % 97 === 0
          ? small.app.database.read(id, 'select 1 / 0').catch(() => 'failed')
          : small.app.database.read(
              id,
              'select workspace_id from event where $1::int = $1',
              [index],
              index % 2 ? 'named' : undefined,
            ),
      ),
    );
    seen.forEach((rows, index) => expect(rows).toEqual(index % 97 === 0 ? 'failed' : [{ workspace_id: reads[index] }]));
    await small.stop();
  });

  it('has a place for the next transaction, and can be closed, however many died with their connection', async () => {
    const small = await startTestPlatform({ env: { DATABASE_POOL: '2' } });
    const { workspaceId } = await small.createWorkspace();
    const { database } = small.app;
    for (let death = 0; death < 3; death++) {
      const dying = database.write(workspaceId, async (_em, sql) => {
        await sql('select pg_terminate_backend(pg_backend_pid())').catch(() => undefined);
        await sql('select 1');
      });
      await expect(dying).rejects.toThrow('Connection terminated unexpectedly');
    }
    expect(await database.write(workspaceId, (_em, sql) => sql('select 1 as one'))).toEqual([{ one: 1 }]);
    await small.stop();
  });

  it('reads timestamps as dates, by entity and by plain SQL', async () => {
    const { workspaceId } = await platform.createWorkspace();
    const [row] = await platform.app.database.read<{ now: Date }>(workspaceId, 'select now()');
    const [written] = await platform.app.database.write(workspaceId, (_em, sql) => sql<{ now: Date }>('select now()'));
    expect(row?.now).toBeInstanceOf(Date);
    expect(written?.now).toBeInstanceOf(Date);
  });
});

describe('a page that is read in order', () => {
  it('is planned once, off an index, however large the workspace; what comes after it on the connection is planned as ever', async () => {
    const { workspaceId } = await platform.createWorkspace();
    const planning = `select current_setting('plan_cache_mode') as mode, current_setting('enable_sort') as sort`;
    const read = (prepared?: { name: string; inOrder: true }) =>
      platform.app.database.read(workspaceId, planning, [], prepared);
    for (let turn = 0; turn < 10; turn++) {
      expect(await read({ name: 'planning', inOrder: true })).toEqual([{ mode: 'force_generic_plan', sort: 'off' }]);
      expect(await read()).toEqual([{ mode: 'auto', sort: 'on' }]);
    }
  });
});

describe('the tenancy audit', () => {
  it('finds no hole in a migrated database', async () => {
    const client = new pg.Client({ connectionString: platform.config.database.url });
    await client.connect();
    expect(await auditTenancy(client)).toEqual([]);
    await client.end();
  });

  it.each([
    ['a table without a workspace', 'create table leak (id uuid primary key)', 'leak'],
    [
      'a tenant table without policies',
      'create table leak (workspace_id uuid not null, id uuid, primary key (workspace_id, id))',
      'leak',
    ],
    ['a key that is not led by the workspace', 'create unique index leak_key on event (id)', 'leak_key'],
    ['a policy for everybody', 'create policy leak on event using (true)', 'event.leak'],
    ['a guard that lets everything in', 'alter policy event_guard on event using (true) with check (true)', 'event'],
    ['a right to truncate', 'grant truncate on event to tabard_runtime', 'event'],
    [
      "a view with its owner's rights",
      'create view leak as select * from event; grant select on leak to tabard_runtime',
      'leak',
    ],
    [
      "a function with its owner's rights",
      `create function leak() returns int language sql security definer as 'select 1'`,
      'leak()',
    ],
    ['row-level security switched off', 'alter table event no force row level security', 'event'],
  ])('finds %s', async (_name, hole, object) => {
    const client = new pg.Client({ connectionString: platform.config.database.url });
    await client.connect();
    await client.query('begin');
    await client.query(hole);
    expect((await auditTenancy(client)).map((finding) => finding.object)).toContain(object);
    await client.query('rollback');
    await client.end();
  });
});

describe('the event relay', () => {
  it('numbers committed events in one order without ties and tells the workspace', async () => {
    const { workspaceId, scope } = await platform.createWorkspace();
    const told: string[] = [];
    const unsubscribe = platform.app.ports.bus.subscribe('events', (id) => told.push(id));
    const relay = startRelay(platform.app);
    for (let index = 0; index < 20; index++)
      await scope.write(async (write) => write.emit('delivery.accepted', { campaignId: null, count: index }));
    await expect
      .poll(async () =>
        (await scope.read('select data from event where position is not null order by position')).map(
          (row) => (row['data'] as { count: number }).count,
        ),
      )
      .toEqual(Array.from({ length: 20 }, (_, index) => index));
    expect(told).toContain(workspaceId);
    await relay.stop();
    await unsubscribe();
  });
});
