import type { ServerResponse } from 'node:http';
import { authenticate, credentialCacheMs, credentialId, readStandings } from '#features/identity/session';
import { fail, type App, type Principal } from '#kernel';
import type { Exchange } from '../exchange.ts';
import { presentedIn } from '../identify.ts';

/** Keeps open streams alive, ends those whose credential was revoked, expired or lost its workspace, and all of them when the server stops. */
export interface StreamGuard {
  /**
   * Takes a stream in its care until it closes.
   * @throws `stream.too_many` when its credential or this process has as many as it may have
   */
  watch(exchange: Exchange, caller: { principal: Principal | null; workspaceId: string | null }): void;
  stop(): void;
}

/** The streams of one credential in one workspace. */
interface Watched {
  id: string;
  principal: Principal;
  streams: Set<Exchange>;
  /** What the database said at the last look. */
  standing: string | undefined;
}

/** Seconds between two signs of life of a stream: proxies end silent connections, and the client takes two missed ones for a lost one. */
const pingSeconds = 15;
/** Seconds after which a caller who was refused may find a place. */
const retryAfter = 30;

/**
 * Looks at the credentials of all open streams as often as the cache of credentials forgets: one query for all of them, and one look at
 * a time however long it takes.
 */
export function startStreamGuard(app: App): StreamGuard {
  const watched = new Map<string, Watched>();
  const perCredential = new Map<string, number>();
  let open = 0;
  let looking = false;

  const look = async () => {
    if (looking || watched.size === 0) return;
    looking = true;
    const seen = [...watched.values()];
    try {
      const standings = await readStandings(
        app,
        seen.map(({ principal }) => principal),
      );
      for (const each of seen) {
        const standing = standings.get(each.id);
        if (standing === undefined) end(each);
        else if (each.principal.kind === 'user' && standing !== each.standing) await lookAgain(each, standing);
      }
    } catch (error) {
      app.log.warn({ err: error }, 'the credentials of open streams could not be looked at');
    } finally {
      looking = false;
    }
  };
  /** What a person may do has changed, or was not looked at yet. */
  const lookAgain = async (each: Watched, standing: string) => {
    const [exchange] = each.streams;
    if (!exchange) return;
    each.standing = standing;
    await authenticate(app, presentedIn(exchange)).catch(() => end(each));
  };
  const end = ({ id, streams }: Watched) => {
    app.log.debug({ credential: id, streams: streams.size }, 'streams ended with their credential');
    for (const { response } of streams) response.destroy();
  };
  const timer = setInterval(() => void look(), credentialCacheMs).unref();
  // A second's share of the streams at a time, so that a thousand of them never are written to at once.
  const pinged = Array.from({ length: pingSeconds }, () => new Set<ServerResponse>());
  let second = 0;
  const pinging = setInterval(() => {
    second = (second + 1) % pingSeconds;
    for (const response of pinged[second] ?? [])
      if (response.headersSent && !response.writableNeedDrain) response.write('event: ping\ndata: \n\n');
  }, 1_000).unref();

  return {
    watch(exchange, { principal, workspaceId }) {
      const id = principal && credentialId(principal);
      if (!principal || id === null) return;
      const { streams, streamsOfCredential } = app.config.limits;
      const own = perCredential.get(id) ?? 0;
      if (own >= streamsOfCredential)
        fail('stream.too_many', {
          retryAfter,
          public: `This credential has ${own} streams open, which is the most it may have. Close some, or let the parts of a page share one.`,
        });
      if (open >= streams)
        fail('stream.too_many', {
          retryAfter,
          public: `As many streams are open as this server holds. Try again in ${retryAfter} seconds; until then, read lists again.`,
        });
      const key = `${id} ${workspaceId}`;
      const group = watched.get(key) ?? { id, principal, streams: new Set(), standing: undefined };
      watched.set(key, group);
      group.streams.add(exchange);
      perCredential.set(id, own + 1);
      open += 1;
      const pings = pinged[second];
      pings?.add(exchange.response);
      exchange.response.once('close', () => {
        open -= 1;
        pings?.delete(exchange.response);
        group.streams.delete(exchange);
        if (group.streams.size === 0) watched.delete(key);
        const left = (perCredential.get(id) ?? 1) - 1;
        if (left > 0) perCredential.set(id, left);
        else perCredential.delete(id);
      });
    },
    stop() {
      clearInterval(timer);
      clearInterval(pinging);
      for (const each of watched.values()) end(each);
    },
  };
}
