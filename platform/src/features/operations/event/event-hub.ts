import type { Uuid } from '@tabard/contract';
import { eventChannel, type App } from '#kernel';
import { WorkspaceFeed, type TakeEvents } from './workspace-feed.ts';

/** Milliseconds after which the hub looks by itself: the bus may lose a message. */
const lookMs = 2_000;
/** Workspaces that are read at once when the hub looks by itself. */
const lanes = 4;

/**
 * Brings events to the streams of this process. All streams of a workspace share one reader, all readers one subscription to the
 * bus and one look every two seconds, which costs a single query while nothing has happened anywhere.
 */
class EventHub {
  readonly #app: App;
  readonly #feeds = new Map<Uuid, WorkspaceFeed>();
  #stop: (() => void) | null = null;
  /** The last number the relay gave, as of the last look. */
  #head = '';

  constructor(app: App) {
    this.#app = app;
  }

  /** Hands new events to the listener until it leaves. `now` looks once more and gives the place of the latest event. */
  listen(workspaceId: Uuid, listener: TakeEvents): { now(): Promise<string>; leave(): void } {
    const feed = this.#feeds.get(workspaceId) ?? new WorkspaceFeed(this.#app, workspaceId);
    this.#feeds.set(workspaceId, feed);
    feed.listeners.add(listener);
    this.#stop ??= this.#start();
    return {
      now: () => feed.look(),
      leave: () => {
        feed.listeners.delete(listener);
        if (feed.listeners.size === 0 && this.#feeds.get(workspaceId) === feed) this.#feeds.delete(workspaceId);
        if (this.#feeds.size > 0) return;
        this.#stop?.();
        this.#stop = null;
      },
    };
  }

  #start(): () => void {
    const unsubscribe = this.#app.ports.bus.subscribe(eventChannel, (id) => void this.#look(this.#feeds.get(id)));
    let looking: Promise<void> | null = null;
    const timer = setInterval(() => {
      looking ??= this.#lookAround().finally(() => (looking = null));
    }, lookMs).unref();
    return () => {
      clearInterval(timer);
      void unsubscribe().catch(() => undefined);
    };
  }

  async #lookAround(): Promise<void> {
    const head = await this.#app.database
      .readOrganization<{ position: string }>('select position from event_head', [], 'event_head')
      .then(
        ([row]) => row?.position ?? '',
        () => null,
      );
    if (head === null || head === this.#head) return;
    const feeds = [...this.#feeds.values()];
    const lane = async () => {
      for (let feed = feeds.pop(); feed; feed = feeds.pop()) await this.#look(feed);
    };
    await Promise.all(Array.from({ length: lanes }, lane));
    this.#head = head;
  }

  /** A look that fails is made up for by the next one. */
  async #look(feed: WorkspaceFeed | undefined): Promise<void> {
    await feed?.look().catch((error: unknown) => {
      this.#head = '';
      this.#app.log.warn({ err: error }, 'events could not be read; trying again soon');
    });
  }
}

const hubs = new WeakMap<App['ports'], EventHub>();

/** The hub of a running platform; one for all its streams. */
export function eventHub(app: App): EventHub {
  let hub = hubs.get(app.ports);
  if (!hub) hubs.set(app.ports, (hub = new EventHub(app)));
  return hub;
}
