import type { Uuid } from '@tabard/contract';
import type { App } from './app.ts';
import { hearNext, type Consumer } from './event-consumer.ts';
import { eventChannel } from './outbox.ts';
import { readLag } from './consumer-lag.ts';
import { repeating } from './repeating.ts';

/** Milliseconds after which events are looked for whose announcement was lost. */
const lookMs = 5_000;
/** Milliseconds within which the news of a workspace are heard together. */
const gatherMs = 100;
/** Workspaces that one process hears at once; each needs a connection. */
const atOnce = 4;
/** Turns heard one event at a time after a process ended in the middle of a batch. */
const carefulTurns = 100;
/** Seconds of lag that are worth a word in the log. */
const lagSeconds = 60;

const dueSql = `
  select w.id as workspace_id, n.consumer, coalesce(c.attempts, 0) as attempts
    from workspace w cross join unnest($1::text[]) as n(consumer)
    left join event_consumer c on c.workspace_id = w.id and c.consumer = n.consumer
   where (c.retry_at is null or c.retry_at <= now())
     and exists (select from event e where e.workspace_id = w.id and e.position > coalesce(c.position, 0))`;

/**
 * Lets every consumer hear the events of every workspace, until it is stopped. Any number of processes may run it: who hears a
 * workspace is decided by a row. News come over the bus; what was lost there is found from the rows.
 */
export async function runConsumers(app: App, consumers: readonly Consumer[]): Promise<{ stop(): Promise<void> }> {
  if (consumers.length === 0) return { stop: async () => undefined };
  const hearing = new Hearings(app, consumers);
  const unsubscribe = app.ports.bus.subscribe(eventChannel, (id) => hearing.announce(id));
  const names = consumers.map(({ name }) => name);
  const look = repeating('event-consumers', {
    pauseMs: lookMs,
    async run() {
      const due = await app.database.maintain<{ workspace_id: Uuid; consumer: string; attempts: number }>(dueSql, [
        names,
      ]);
      for (const { workspace_id: workspaceId, consumer, attempts } of due)
        hearing.add(consumer, workspaceId, attempts > 0);
    },
  });
  let began = false;
  const watch = repeating('event-consumer-lag', {
    pauseMs: lagSeconds * 1000,
    async run() {
      // What waited while nobody ran is being heard by now.
      if (!began) return void (began = true);
      for (const lag of await readLag(app.database, names))
        if (lag.seconds > lagSeconds || lag.setAside > 0) app.log.warn({ ...lag }, 'a consumer of events is behind');
    },
  });
  const services = [await look.start(app), await watch.start(app)];
  return {
    async stop() {
      await unsubscribe();
      for (const service of services) await service.stop();
      await hearing.stop();
    },
  };
}

/** Which consumer is due in which workspace; each pair is heard by one turn at a time. */
class Hearings {
  readonly #app: App;
  readonly #consumers: ReadonlyMap<string, Consumer>;
  readonly #due = new Map<string, { consumer: Consumer; workspaceId: Uuid }>();
  readonly #running = new Map<string, Promise<void>>();
  readonly #careful = new Map<string, number>();
  readonly #timers = new Set<NodeJS.Timeout>();
  #stopped = false;

  constructor(app: App, consumers: readonly Consumer[]) {
    this.#app = app;
    this.#consumers = new Map(consumers.map((consumer) => [consumer.name, consumer]));
  }

  announce(workspaceId: Uuid): void {
    this.#later(gatherMs, () => {
      for (const name of this.#consumers.keys()) this.add(name, workspaceId, false);
    });
  }

  add(name: string, workspaceId: Uuid, careful: boolean): void {
    const consumer = this.#consumers.get(name);
    if (!consumer || this.#stopped) return;
    const key = `${name} ${workspaceId}`;
    if (careful) this.#careful.set(key, carefulTurns);
    this.#due.set(key, { consumer, workspaceId });
    this.#fill();
  }

  async stop(): Promise<void> {
    this.#stopped = true;
    this.#due.clear();
    for (const timer of this.#timers) clearTimeout(timer);
    await Promise.all(this.#running.values());
  }

  #fill(): void {
    for (const [key, { consumer, workspaceId }] of this.#due) {
      if (this.#running.size >= atOnce) return;
      if (this.#running.has(key)) continue;
      this.#due.delete(key);
      const turn = this.#turn(key, consumer, workspaceId).finally(() => {
        this.#running.delete(key);
        this.#fill();
      });
      this.#running.set(key, turn);
    }
  }

  async #turn(key: string, consumer: Consumer, workspaceId: Uuid): Promise<void> {
    const left = this.#careful.get(key) ?? 0;
    if (left > 1) this.#careful.set(key, left - 1);
    else this.#careful.delete(key);
    try {
      const turn = await hearNext(this.#app, consumer, workspaceId, left > 0);
      if (turn === 'more') this.add(consumer.name, workspaceId, false);
      else if (turn !== 'done')
        this.#later(turn.waitSeconds * 1000 + gatherMs, () => this.add(consumer.name, workspaceId, false));
    } catch (error) {
      // The database was away, say. The next look finds what waits.
      this.#app.log.warn({ err: error, consumer: consumer.name, workspaceId }, 'a consumer could not hear its events');
    }
  }

  #later(ms: number, act: () => void): void {
    if (this.#stopped) return;
    const timer = setTimeout(() => {
      this.#timers.delete(timer);
      act();
    }, ms);
    this.#timers.add(timer);
  }
}
