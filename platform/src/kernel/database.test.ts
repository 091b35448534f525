import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { startTestPlatform, type TestPlatform } from '../../test/fixture/index.ts';
import { entities } from '#features';
import { checkTenancy } from './tenancy-check.ts';
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
    expect(await database.readOrganization('select workspace_id from event')).toEqual([]);
  });

  it('cannot write a row of another workspace', async () => {
    const [a, b] = [await platform.createWorkspace(), await platform.createWorkspace()];
    await expect(
      platform.app.database.write(b.workspaceId, (_em, sql) => sql(addEvent, [a.workspaceId])),
    ).rejects.toThrow(/row-level security/);
  });

  it('lets the process end although a connection was never given back', async () => {
    const small = await startTestPlatform();
    await small.app.database.maintenanceClient();
    // Nobody waits for it: it hangs until its connection is ended.
    const stuck = small.app.database.control((_em, sql) => sql('select pg_sleep(600)'));
    stuck.catch(() => undefined);
    await expect
      .poll(() => platform.app.database.readOrganization(`select from pg_stat_activity where query ~ 'pg_sleep.600'`))
      .not.toEqual([]);
    await small.stop();
    await expect(stuck).rejects.toThrow(/./);
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

  it('keeps its connection when a statement is refused, with every name that the connection knows', async () => {
    const small = await startTestPlatform({ env: { DATABASE_POOL: '2' } });
    const { workspaceId } = await small.createWorkspace();
    const { database } = small.app;
    const one = (name: string, value: unknown) => ({ name, text: 'select $1::int as n', values: [value] });
    const pids = async () =>
      (
        await database.maintain(
          `select pid from pg_stat_activity where application_name = 'runtime' and datname = current_database()`,
        )
      )
        .map((row) => Number(row['pid']))
        .toSorted((a, b) => a - b);
    // Both connections are open: asked at once until they are.
    const before = await vi.waitFor(async () => {
      await Promise.all(Array.from({ length: 4 }, () => database.read(workspaceId, 'select 1')));
      const open = await pids();
      expect(open).toHaveLength(2);
      return open;
    }, 15_000);
    const refusals: (() => Promise<unknown>)[] = [
      // The second one's name is known afterwards, the third one's is not.
      () => database.pipeline(workspaceId, [one('first', 1), one('second', 'x'), one('third', 3)]),
      () => database.pipeline(workspaceId, [one('fourth', 'x'), one('first', 1)]),
      () => database.read(workspaceId, 'select 1 / $1::int as n', [0], 'divided'),
      () => database.read(workspaceId, 'select from nowhere', [], 'nowhere'),
      () => database.read(workspaceId, 'select $1::text', ['\0'], 'unclean'),
      () => database.readOrganization('select $1::uuid', ['x'], 'control'),
      () => database.readOrganization('select 1 / 0'),
      () => database.maintain('select 1 / 0'),
    ];
    for (let round = 0; round < 6; round++) {
      await Promise.all(refusals.map((refused) => expect(refused()).rejects.toThrow(/./)));
      const names = ['third', 'second', 'first', 'fourth'];
      const rows = await database.pipeline(
        workspaceId,
        names.map((name, index) => one(name, index)),
      );
      expect(rows).toEqual(names.map((_name, index) => [{ n: index }]));
      expect(await database.read(workspaceId, 'select 1 / $1::int as n', [1], 'divided')).toEqual([{ n: 1 }]);
      expect(await database.readOrganization('select $1::uuid', [workspaceId], 'control')).toEqual([
        { uuid: workspaceId },
      ]);
      // Nothing of a workspace is left on the connection.
      expect(await database.readOrganization(`select current_setting('app.workspace_id', true) as id`)).toEqual([
        { id: '' },
      ]);
    }
    expect(await pids()).toEqual(before);
    await small.stop();
  });

  it('ends a statement of a request that takes longer than a minute', async () => {
    expect(await platform.app.database.readOrganization('show statement_timeout')).toEqual([
      { statement_timeout: '1min' },
    ]);
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

const workspaceNow = "(select nullif(current_setting('app.workspace_id', true), '')::uuid)";
const own = `workspace_id = ${workspaceNow}`;

describe('the tenancy audit', () => {
  it('finds no hole in a migrated database', async () => {
    const client = new pg.Client({ connectionString: platform.config.database.url });
    await client.connect();
    expect(await checkTenancy(client, entities)).toEqual([]);
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
    ['a rule that copies rows away', 'create rule leak as on insert to event do also notify leak', 'event'],
    ['a policy for everybody', 'create policy leak on event using (true)', 'event.leak'],
    [
      'a guard that lets everything in',
      'alter policy event_guard on event using (true) with check (true)',
      'event.event_guard',
    ],
    ['a guard with a way around it', `alter policy event_guard on event using (true or ${own})`, 'event.event_guard'],
    [
      'a guard that opens when no workspace is set',
      `alter policy event_guard on event using (workspace_id = ${workspaceNow} or ${workspaceNow} is null)`,
      'event.event_guard',
    ],
    [
      'a guard that opens when no workspace is set, in one expression',
      `alter policy event_guard on event using (workspace_id = coalesce(${workspaceNow}, workspace_id))`,
      'event.event_guard',
    ],
    [
      'a guard that checks nothing that is written',
      'alter policy event_guard on event with check (true)',
      'event.event_guard',
    ],
    [
      'a guard of a month that lets everything in',
      'alter policy mail_event_rest_guard on mail_event_rest using (true)',
      'mail_event_rest.mail_event_rest_guard',
    ],
    ['a guard that is gone', 'drop policy event_guard on event', 'event'],
    [
      'one more policy of the maintenance login',
      'create policy event_more on event for insert to tabard_maintenance with check (true)',
      'event.event_more',
    ],
    [
      'a wider policy of the maintenance login under the name of another',
      'drop policy event_maintenance_select on event; create policy event_maintenance_select on event to tabard_maintenance using (true)',
      'event.event_maintenance_select',
    ],
    [
      "a view with its owner's rights beside the queue",
      'create view bullmq.leak as select * from event; grant select on bullmq.leak to tabard_runtime',
      'bullmq.leak',
    ],
    [
      'such a view of which one column can be read',
      'create view leak as select * from event; grant select (id) on leak to tabard_maintenance',
      'leak',
    ],
    [
      "a function with its owner's rights beside the queue",
      `create function bullmq.leak() returns int language sql security definer as 'select 1'`,
      'bullmq.leak()',
    ],
    [
      "a function with its owner's rights for the maintenance login",
      `create function leak() returns int language sql security definer as 'select 1';
       revoke execute on function leak() from public; grant execute on function leak() to tabard_maintenance`,
      'leak()',
    ],
    [
      'a known one that everybody may call',
      'grant execute on function make_month(text, date) to public',
      'make_month(text,date)',
    ],
    ['a tenant table beside the queue', 'create table bullmq.leak (workspace_id uuid not null)', 'bullmq.leak'],
    ['a table in a schema of its own', 'create schema other; create table other.leak (id int)', 'other.leak'],
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
    try {
      await client.query('begin');
      await client.query(hole);
      expect((await checkTenancy(client, entities)).map((finding) => finding.object)).toContain(object);
    } finally {
      // Ends the transaction, too: nothing else may wait for its locks.
      await client.end();
    }
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
