import { authenticate, credentialCacheMs, credentialId, readStandings } from '#features/identity/session';
import { fail, type App, type Principal } from '#kernel';
import type { Exchange } from '../exchange.ts';
import { presentedIn } from '../identify.ts';
import { StreamPings } from './stream-pings.ts';

/** The streams of one credential in one workspace. */
interface Watched {
  id: string;
  principal: Principal;
  workspaceId: string | null;
  streams: Set<Exchange>;
  /** What the database said at the last look. */
  standing: string | undefined;
}

/** Seconds after which a caller who was refused may find a place. */
const retryAfter = 30;

/**
 * Keeps open streams alive, ends those whose credential was revoked, expired or lost its workspace, and all of them when the server
 * stops. It looks as often as the cache of credentials forgets: one query for all of them, one look at a time however long it takes.
 */
export class StreamGuard {
  readonly #app: App;
  readonly #watched = new Map<string, Watched>();
  readonly #perCredential = new Map<string, number>();
  readonly #pings = new StreamPings();
  readonly #timer: NodeJS.Timeout;
  #open = 0;
  #looking = false;

  constructor(app: App) {
    this.#app = app;
    this.#timer = setInterval(() => void this.#look(), credentialCacheMs).unref();
  }

  /**
   * Takes a stream in its care until it closes.
   * @throws `stream.too_many` when its credential or this process has as many as it may have
   */
  watch(
    exchange: Exchange,
    { principal, workspaceId }: { principal: Principal | null; workspaceId: string | null },
  ): void {
    const id = principal && credentialId(principal);
    if (!principal || id === null) return;
    this.#takePlace(id);
    const key = `${id} ${workspaceId ?? ''}`;
    const group = this.#watched.get(key) ?? {
      id,
      principal,
      workspaceId,
      streams: new Set(),
      standing: undefined,
    };
    this.#watched.set(key, group);
    group.streams.add(exchange);
    this.#pings.add(exchange.response);
    exchange.response.once('close', () => {
      group.streams.delete(exchange);
      if (group.streams.size === 0) this.#watched.delete(key);
      this.#giveBack(id);
    });
  }

  stop(): void {
    clearInterval(this.#timer);
    this.#pings.stop();
    for (const each of this.#watched.values()) this.#end(each);
  }

  #takePlace(id: string): void {
    const { streams, streamsOfCredential } = this.#app.config.limits;
    const own = this.#perCredential.get(id) ?? 0;
    if (own >= streamsOfCredential)
      fail('stream.too_many', {
        retryAfter,
        public: `This credential has ${own} streams open, which is the most it may have. Close some, or let the parts of a page share one.`,
      });
    if (this.#open >= streams)
      fail('stream.too_many', {
        retryAfter,
        public: `As many streams are open as this server holds. Try again in ${retryAfter} seconds; until then, read lists again.`,
      });
    this.#perCredential.set(id, own + 1);
    this.#open += 1;
  }

  #giveBack(id: string): void {
    const left = (this.#perCredential.get(id) ?? 1) - 1;
    if (left > 0) this.#perCredential.set(id, left);
    else this.#perCredential.delete(id);
    this.#open -= 1;
  }

  async #look(): Promise<void> {
    if (this.#looking || this.#watched.size === 0) return;
    this.#looking = true;
    // Who comes during the query is not in its answer.
    const seen = [...this.#watched.values()];
    try {
      const standings = await readStandings(
        this.#app,
        seen.map(({ principal }) => principal),
        seen.flatMap(({ workspaceId }) => workspaceId ?? []),
      );
      for (const each of seen) {
        const own = standings.get(each.id);
        const place = each.workspaceId === null ? '' : (standings.get(each.workspaceId) ?? '');
        if (own === undefined) this.#end(each);
        else if (`${own} ${place}` !== (each.standing ?? unseen(each))) await this.#lookAgain(each, `${own} ${place}`);
      }
    } catch (error) {
      this.#app.log.warn({ err: error }, 'the credentials of open streams could not be looked at');
    } finally {
      this.#looking = false;
    }
  }

  /** The place was shut or moved, what a person may do has changed, or from where and by which secret a key is used; or it was not looked at yet. */
  async #lookAgain(each: Watched, standing: string): Promise<void> {
    // The streams of a person's sign-in came by one token; those of a key may come from several places and by two secrets.
    const streams = each.principal.kind === 'user' ? [...each.streams].slice(0, 1) : [...each.streams];
    for (const exchange of streams)
      await authenticate(this.#app, presentedIn(exchange), { afresh: true })
        .then(({ principal }) => mayTheSame(principal, each.principal))
        .catch(() => false)
        .then((goesOn) => {
          if (!goesOn)
            this.#end({ id: each.id, streams: each.principal.kind === 'user' ? each.streams : new Set([exchange]) });
        });
    each.standing = standing;
  }

  #end({ id, streams }: Pick<Watched, 'id' | 'streams'>): void {
    this.#app.log.debug({ credential: id, streams: streams.size }, 'streams ended with their credential');
    for (const { response } of streams) response.destroy();
  }
}

/** Whether a caller may do what they could do when their stream began. Whose stream ends without losing it may begin another. */
const mayTheSame = (now: Principal | null, { permissions }: Principal): boolean =>
  now !== null &&
  now.permissions.size === permissions.size &&
  [...permissions].every((one) => now.permissions.has(one));

/** What a page's session is expected to say at the first look: it was made a moment ago. Others are looked at again. */
const unseen = ({ principal }: Watched): string | undefined => (principal.kind === 'embed_session' ? ' ' : undefined);
