import { newId, readLag, rewindConsumer, type Consumer, type EventHandlers } from '#kernel';
import pino from 'pino';
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { hearNext, type Turn } from '../../src/kernel/event-consumer.ts';
import { startRelay } from '../../src/kernel/outbox.ts';
import { runConsumers } from '../../src/kernel/run-consumers.ts';
import { startTestPlatform, type TestPlatform, type TestWorkspace } from '../fixture/index.ts';

let platform: TestPlatform;
let relay: { stop(): Promise<void> };
let workspace: TestWorkspace;
beforeAll(async () => {
  platform = await startTestPlatform();
  relay = startRelay(platform.app);
});
afterAll(async () => {
  await relay.stop();
  await platform.stop();
});
beforeEach(async () => {
  workspace = await platform.createWorkspace();
});

/** Makes leads, and waits until their events are numbered. */
async function tell(into: TestWorkspace, count: number): Promise<void> {
  for (let index = 0; index < count; index++) await into.caller.leads.create({ email: `${newId()}@client.example` });
  await vi.waitFor(
    async () =>
      expect(
        await into.scope.read('select 1 from event where workspace_id = $1 and position is null', [into.workspaceId]),
      ).toEqual([]),
    10_000,
  );
}

/** A consumer of a name of its own that notes what it heard, in the transaction, as the name of a template. */
const noting = (refuse: (nth: number) => boolean = () => false) => {
  const heard: string[] = [];
  let nth = 0;
  const on: EventHandlers = {
    'lead.created': async (scope, event) => {
      nth += 1;
      await scope.sql(`insert into template (workspace_id, id, name, subject, body) values ($1, $2, $3, '', '')`, [
        scope.workspaceId,
        newId(),
        event.position,
      ]);
      if (refuse(nth)) throw new Error('This one is poison.');
      heard.push(event.data.leadId);
    },
  };
  return { heard, consumer: { name: `noting-${newId().slice(-8)}`, on } satisfies Consumer };
};

const effects = async (of: TestWorkspace): Promise<string[]> =>
  (
    await of.scope.read<{ name: string }>('select name from template where workspace_id = $1 order by name::bigint', [
      of.workspaceId,
    ])
  ).map(({ name }) => name);
const positions = async (of: TestWorkspace): Promise<string[]> =>
  (
    await of.scope.read<{ position: string }>(
      `select position from event where workspace_id = $1 and type = 'lead.created' order by position`,
      [of.workspaceId],
    )
  ).map(({ position }) => position);

/** Hears until nothing is left; rests are not waited for. */
async function hearAll(consumer: Consumer, of: TestWorkspace): Promise<Turn[]> {
  const turns: Turn[] = [];
  for (;;) {
    const turn = await hearNext(platform.app, consumer, of.workspaceId, false);
    turns.push(turn);
    if (turn === 'done') return turns;
    if (turn !== 'more') await endRest(of);
  }
}
const endRest = (of: TestWorkspace) =>
  of.scope.read(
    `update event_consumer set retry_at = now() - interval '1 second' where workspace_id = $1 and retry_at is not null`,
    [of.workspaceId],
  );

describe('A consumer', () => {
  it('hears each event of a workspace once and in order, with who acted, on what, and what caused it', async () => {
    const seen: unknown[] = [];
    const consumer: Consumer = {
      name: 'seeing',
      on: { 'lead.created': async (_scope, { actor, subject, cause }) => void seen.push({ actor, subject, cause }) },
    };
    await tell(workspace, 1);
    await hearAll(consumer, workspace);
    const [row] = await workspace.scope.read<{ id: string }>('select id from lead where workspace_id = $1', [
      workspace.workspaceId,
    ]);
    const userId = workspace.principal.kind === 'user' ? workspace.principal.userId : '';
    expect(seen).toEqual([
      { actor: { kind: 'user', id: userId }, subject: { noun: 'lead', id: row!.id }, cause: null },
    ]);
    const { heard, consumer: another } = noting();
    await tell(workspace, 250);
    await hearAll(another, workspace);
    await hearAll(another, workspace);
    expect(heard).toHaveLength(251);
    expect(await effects(workspace)).toEqual(await positions(workspace));
  });

  it('gives what it tells itself the event as its cause', async () => {
    const consumer: Consumer = {
      name: 'answering',
      on: {
        'lead.created': async (scope, event) => scope.emit('lead.updated', { leadId: event.data.leadId }),
      },
    };
    await tell(workspace, 1);
    await hearAll(consumer, workspace);
    const rows = await workspace.scope.read(
      `select u.cause = 'event:' || c.id as follows, u.actor_kind, u.actor_id from event u, event c
        where u.workspace_id = $1 and c.workspace_id = $1 and u.type = 'lead.updated' and c.type = 'lead.created'`,
      [workspace.workspaceId],
    );
    expect(rows).toEqual([{ follows: true, actor_kind: 'job', actor_id: 'consumer answering' }]);
  });

  it('keeps what came before a failure, tries again, and sets the event aside after five tries', async () => {
    const lines: { alarm?: string; msg: string }[] = [];
    const log = pino({ level: 'warn' }, { write: (line: string) => void lines.push(JSON.parse(line) as never) }); // a log line is JSON
    const { consumer } = noting();
    await tell(workspace, 5);
    const all = await positions(workspace);
    const poison: Consumer = {
      name: consumer.name,
      on: {
        'lead.created': async (scope, event) => {
          await consumer.on['lead.created']!(scope, event);
          if (event.position === all[2]) throw new Error('This one is poison.');
        },
      },
    };
    for (;;) {
      const turn = await hearNext({ ...platform.app, log }, poison, workspace.workspaceId, false);
      if (turn === 'done') break;
      if (turn !== 'more') await endRest(workspace);
    }
    expect(await effects(workspace)).toEqual(all.filter((position) => position !== all[2]));
    expect(
      await workspace.scope.read(
        'select consumer, position, type, error from set_aside_event where workspace_id = $1',
        [workspace.workspaceId],
      ),
    ).toEqual([{ consumer: consumer.name, position: all[2], type: 'lead.created', error: 'This one is poison.' }]);
    expect(lines.filter(({ alarm }) => alarm === 'event.set_aside')).toHaveLength(1);
    const [lag] = await readLag(platform.app.database, [consumer.name]);
    expect(lag).toMatchObject({ setAside: 1 });
  });

  it('lets the events of other workspaces through while one rests', async () => {
    const other = await platform.createWorkspace();
    await tell(workspace, 1);
    await tell(other, 3);
    const { consumer } = noting();
    const refusing: Consumer = {
      name: consumer.name,
      on: {
        'lead.created': async (scope, event) => {
          if (scope.workspaceId === workspace.workspaceId) throw new Error('Never.');
          await consumer.on['lead.created']!(scope, event);
        },
      },
    };
    expect(await hearNext(platform.app, refusing, workspace.workspaceId, false)).toEqual({ waitSeconds: 1 });
    const running = await runConsumers(platform.app, [refusing]);
    await vi.waitFor(async () => expect(await effects(other)).toEqual(await positions(other)), 10_000);
    await running.stop();
  });

  it('is heard by one process at a time', async () => {
    await tell(workspace, 120);
    const { consumer, heard } = noting();
    const turns = await Promise.all(
      Array.from({ length: 4 }, () => hearNext(platform.app, consumer, workspace.workspaceId, false)),
    );
    expect(turns.filter((turn) => turn === 'more')).toHaveLength(1);
    expect(heard).toHaveLength(100);
  });

  it('drops its effects when another process has taken over in the meantime', async () => {
    await tell(workspace, 1);
    const { consumer } = noting();
    const slow: Consumer = {
      name: consumer.name,
      on: {
        'lead.created': async (scope, event) => {
          await consumer.on['lead.created']!(scope, event);
          // The lease ends, and another one begins.
          if (event.id)
            await workspace.scope.read(`update event_consumer set attempts = attempts + 1 where workspace_id = $1`, [
              workspace.workspaceId,
            ]);
        },
      },
    };
    expect(await hearNext(platform.app, slow, workspace.workspaceId, false)).toBe('done');
    expect(await effects(workspace)).toEqual([]);
  });

  it('hears again what it is rewound to, by position and by time', async () => {
    await tell(workspace, 4);
    const { consumer } = noting();
    await hearAll(consumer, workspace);
    const all = await positions(workspace);
    expect(await rewindConsumer(platform.app.database, consumer.name, { position: all[1]! })).toBe(1);
    expect(await readLag(platform.app.database, [consumer.name])).toMatchObject([{ consumer: consumer.name }]);
    await hearAll(consumer, workspace);
    expect(await effects(workspace)).toEqual([...all, ...all.slice(2)].toSorted((a, b) => Number(a) - Number(b)));
    expect(await rewindConsumer(platform.app.database, consumer.name, { since: new Date(Date.now() + 60_000) })).toBe(
      0,
    );
    expect(await rewindConsumer(platform.app.database, consumer.name, { since: new Date(0) })).toBe(1);
    await hearAll(consumer, workspace);
    expect((await effects(workspace)).length).toBe(10);
  });

  it('finds from the rows what the bus never announced', async () => {
    await tell(workspace, 2);
    const { consumer } = noting();
    const running = await runConsumers(platform.app, [consumer]);
    await vi.waitFor(async () => expect(await effects(workspace)).toEqual(await positions(workspace)), 10_000);
    await running.stop();
  });
});
