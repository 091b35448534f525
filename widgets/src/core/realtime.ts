import type { WorkspaceEvent } from '@tabard/contract';
import type { Cache } from './cache.ts';
import type { OutreachClient } from './client.ts';

/** Which answers each event makes stale, by the first word of their cache keys. */
const STALE: Partial<Record<WorkspaceEvent['type'], readonly string[]>> = {
  'lead.created': ['leads'],
  'lead.updated': ['leads'],
  'lead.archived': ['leads'],
  'lead_import.progressed': ['leadImports', 'leads'],
  'campaign.updated': ['campaigns'],
  'delivery.accepted': ['campaigns', 'analytics', 'mailboxes', 'enrollments'],
  'delivery.failed': ['campaigns', 'analytics', 'enrollments'],
  'mail.opened': ['campaigns', 'analytics'],
  'mail.clicked': ['campaigns', 'analytics'],
  'mail.bounced': ['campaigns', 'analytics', 'leads', 'enrollments'],
  'mail.complained': ['campaigns', 'analytics'],
  'lead.unsubscribed': ['campaigns', 'analytics', 'leads', 'enrollments'],
  'lead.replied': ['campaigns', 'analytics', 'leads', 'enrollments', 'conversations'],
  'conversation.updated': ['conversations'],
  'message.received': ['conversations'],
  'message.sent': ['conversations'],
  'mailbox.updated': ['mailboxes'],
};
/** A sending campaign speaks many times a second; a reader needs the news once in this while. */
const QUIET_MS: Record<string, number> = { conversations: 150, leadImports: 250 };
const DEFAULT_QUIET_MS = 1000;

export type Listener = (event: WorkspaceEvent) => void;

/** The one stream of events of a session: opened with the first element, resumed after the last event it saw. */
export class Realtime {
  /** False while the stream is down: elements say that what they show may be old. */
  live = false;
  readonly #client: OutreachClient;
  readonly #cache: Cache;
  readonly #changed: () => void;
  readonly #listeners = new Set<Listener>();
  readonly #due = new Map<string, ReturnType<typeof setTimeout>>();
  #stop: AbortController | null = null;
  #lastEventId: string | undefined;

  constructor(client: OutreachClient, cache: Cache, changed: () => void) {
    this.#client = client;
    this.#cache = cache;
    this.#changed = changed;
  }

  listen(listener: Listener): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  start(): void {
    if (this.#stop) return;
    this.#stop = new AbortController();
    void this.#run(this.#stop.signal);
  }

  stop(): void {
    this.#stop?.abort();
    this.#stop = null;
    for (const timer of this.#due.values()) clearTimeout(timer);
    this.#due.clear();
  }

  async #run(signal: AbortSignal): Promise<void> {
    for (let failures = 0; !signal.aborted; failures++) {
      const openedAt = Date.now();
      try {
        const stream = this.#client.events.stream({ lastEventId: this.#lastEventId }, { signal });
        this.#setLive(true);
        for await (const event of stream) {
          this.#lastEventId = event.id;
          this.#take(event);
        }
      } catch {
        // Whatever broke the stream, the answer is the same: wait and open it again where it ended.
      }
      if (signal.aborted) return;
      this.#setLive(false);
      if (Date.now() - openedAt > 30_000) failures = 0;
      const pause = Math.min(30_000, 500 * 2 ** Math.min(failures, 6)) * (0.75 + Math.random() / 2);
      await new Promise((resolve) => setTimeout(resolve, pause));
    }
  }

  #setLive(live: boolean): void {
    if (this.live === live) return;
    this.live = live;
    this.#changed();
  }

  #take(event: WorkspaceEvent): void {
    for (const listener of this.#listeners) listener(event);
    for (const area of STALE[event.type] ?? []) {
      if (this.#due.has(area)) continue;
      const timer = setTimeout(() => {
        this.#due.delete(area);
        this.#cache.invalidate([area]);
      }, QUIET_MS[area] ?? DEFAULT_QUIET_MS);
      this.#due.set(area, timer);
    }
  }
}
