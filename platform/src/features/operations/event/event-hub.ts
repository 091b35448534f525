import type { Uuid } from '@tabard/contract';
import { eventChannel, type App } from '#kernel';

/** Tells the streams of this process which workspaces have news; all of them share one subscription to the bus. */
class EventHub {
  readonly #app: App;
  readonly #listeners = new Map<Uuid, Set<() => void>>();
  #unsubscribe: (() => Promise<void>) | null = null;

  constructor(app: App) {
    this.#app = app;
  }

  /** Calls back when the workspace has news, until the returned function is called. */
  listen(workspaceId: Uuid, listener: () => void): () => void {
    const known = this.#listeners.get(workspaceId);
    if (known) known.add(listener);
    else this.#listeners.set(workspaceId, new Set([listener]));
    this.#unsubscribe ??= this.#app.ports.bus.subscribe(eventChannel, (id) => {
      for (const tell of this.#listeners.get(id) ?? []) tell();
    });
    return () => {
      const others = this.#listeners.get(workspaceId);
      others?.delete(listener);
      if (others?.size === 0) this.#listeners.delete(workspaceId);
      if (this.#listeners.size > 0) return;
      void this.#unsubscribe?.().catch(() => {});
      this.#unsubscribe = null;
    };
  }
}

const hubs = new WeakMap<App['ports'], EventHub>();

/** The hub of a running platform; one for all its streams. */
export function eventHub(app: App): EventHub {
  let hub = hubs.get(app.ports);
  if (!hub) hubs.set(app.ports, (hub = new EventHub(app)));
  return hub;
}
