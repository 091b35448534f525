import type { WorkspaceEvent } from '@tabard/contract';
import { toFailure } from '../base/failure.ts';
import { isShut } from '../base/is-shut.ts';
import type { Session } from './session.ts';
import { staleAnswers } from './stale-answers.ts';
import { watchPage } from './watch-page.ts';

/** The answers of an event's own noun, by its router: `mailbox.updated` is of `mailboxes`. Timelines tell of all of them. */
function areaOf(type: WorkspaceEvent['type']): string {
  const noun = type.slice(0, type.indexOf('.')).replaceAll(/_(.)/g, (_match, letter: string) => letter.toUpperCase());
  if (/[^aeiou]y$/.test(noun)) return `${noun.slice(0, -1)}ies`;
  return /(?:s|x|z|ch|sh)$/.test(noun) ? `${noun}es` : `${noun}s`;
}
/** News come in company: a reader needs what they change once in this while. */
const QUIET_MS: Record<string, number> = { conversations: 150, leadImports: 250, timeline: 2000 };
const DEFAULT_QUIET_MS = 1000;
/** A sending campaign speaks for hours, and each of its mails makes figures old: they are asked for anew once in this while. */
const PACE_MS = 6000;
const FOLLOWS_FROM_MAILS = /^(?:delivery|mail|enrollment)\./;

export type Listener = (event: WorkspaceEvent) => void;

/** The one stream of events of a session: opened with the first element, resumed after the last event it saw. */
export class Realtime {
  /** False while the stream is down: elements say that what they show may be old. */
  live = false;
  readonly #session: Session;
  readonly #changed: () => void;
  readonly #listeners = new Set<Listener>();
  readonly #due = new Map<string, { at: number; timer: ReturnType<typeof setTimeout> }>();
  /** When answers were last made old, by their area; at first they were just asked for. */
  readonly #told = new Map<string, number>();
  readonly #began = Date.now();
  #stop: AbortController | null = null;
  #lastEventId: string | undefined;
  #wake: () => void = () => undefined;

  constructor(session: Session, changed: () => void) {
    this.#session = session;
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

  /** Opens a lost stream now instead of at the end of its pause. */
  hurry(): void {
    this.#wake();
  }

  stop(): void {
    this.#stop?.abort();
    this.#stop = null;
    this.#wake();
    for (const { timer } of this.#due.values()) clearTimeout(timer);
    this.#due.clear();
  }

  async #run(signal: AbortSignal): Promise<void> {
    for (let failures = 0; !signal.aborted; failures++) {
      try {
        const onOpen = (): void => this.#setLive(true);
        const stream = this.#session.client.events.stream({ lastEventId: this.#lastEventId }, { signal, onOpen });
        for await (const event of stream) {
          this.#setLive(true);
          failures = 0;
          this.#lastEventId = event.id;
          this.#take(event);
        }
      } catch (error) {
        const failure = toFailure(error);
        if (signal.aborted) return;
        // An open stream ends with its token, and the next one gets a new token. One that does not even open will not get better.
        if (failure.kind === 'authentication' && !this.live) return this.#session.report(failure);
        // What is shut shows nothing more, whatever was loaded before.
        if (isShut(failure)) return this.#session.expire(failure);
        if (failure.kind === 'permission') return;
        if (failure.kind === 'connection') this.#session.noteReach(false);
      }
      if (signal.aborted) return;
      this.#setLive(false);
      const pause = Math.min(30_000, 500 * 2 ** Math.min(failures, 6)) * (0.75 + Math.random() / 2);
      await new Promise<void>((resolve) => {
        this.#wake = resolve;
        setTimeout(resolve, pause);
      });
    }
  }

  #setLive(live: boolean): void {
    if (this.live === live) return;
    this.live = live;
    if (live) this.#session.noteReach(true);
    this.#changed();
  }

  #take(event: WorkspaceEvent): void {
    for (const listener of this.#listeners) listener(event);
    const now = Date.now();
    const quietOf = (area: string): number => now + (QUIET_MS[area] ?? DEFAULT_QUIET_MS);
    const paced = FOLLOWS_FROM_MAILS.test(event.type);
    // What somebody did is seen at once; what follows from mails keeps its pace.
    for (const area of [areaOf(event.type), 'timeline']) this.#outdate(area, quietOf(area));
    for (const area of staleAnswers[event.type] ?? []) {
      const pace = paced && !QUIET_MS[area] ? (this.#told.get(area) ?? this.#began) + PACE_MS : 0;
      this.#outdate(area, Math.max(quietOf(area), pace));
    }
  }

  /** Makes the answers of an area old at that time, or before if that is wanted already. */
  #outdate(area: string, at: number): void {
    const due = this.#due.get(area);
    if (due && due.at <= at) return;
    clearTimeout(due?.timer);
    const timer = setTimeout(() => {
      this.#due.delete(area);
      this.#told.set(area, Date.now());
      this.#session.cache.invalidate([area]);
    }, at - Date.now());
    this.#due.set(area, { at, timer });
  }
}

/**
 * Takes up what changes while the page is open: what an administrator configures, how the brand looks, and whether the page around is light or dark. What
 * cannot be read now is read with the next session.
 */
export function followChanges(session: Session, realtime: Realtime): void {
  watchPage(session);
  const take = async (): Promise<void> => {
    const news = await session.client.sessions.current().catch(() => null);
    if (!news || !session.current) return;
    const { configuration, workspace } = news;
    session.current = { ...session.current, configuration, workspace };
    session.update({});
  };
  realtime.listen(({ type }) => {
    if (type === 'embed_configuration.updated' || type === 'settings.updated') void take();
  });
}
