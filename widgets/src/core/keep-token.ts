import { toFailure, type Failure } from './failure.ts';

/** What the host's function returns: the client secret alone, or with the moment it expires or the seconds it lives. */
export type ClientSecret = string | { clientSecret: string; expiresAt?: string; expiresIn?: number };

export interface TokenKeeper {
  /** A token that is good now. Many callers share one request to the host. */
  token(): Promise<string>;
  /** Forgets a token the platform refused, so the next call asks the host again. */
  refuse(token: string): void;
  stop(): void;
}

/** A token with the moments, ms since the epoch, from which a new one is asked for and at which it ends. */
export interface HeldToken {
  token: string;
  renewAt: number;
  endsAt: number;
}

const ASSUMED_LIFE_MS = 5 * 60_000;
/** The longest life the platform gives a session, with room for a clock that is a little off. */
const LONGEST_LIFE_MS = 16 * 60_000;
/** A host that says nothing for this long is taken to be down. */
const PATIENCE_MS = 20_000;

/** Life of a secret in ms. One that only a wrong clock of this device explains is not believed; a 401 would tell in time. */
function lifeOf(secret: ClientSecret): number {
  if (typeof secret === 'string') return ASSUMED_LIFE_MS;
  const { expiresIn, expiresAt } = secret;
  const life = expiresIn ? expiresIn * 1000 : expiresAt ? Date.parse(expiresAt) - Date.now() : ASSUMED_LIFE_MS;
  return life > 0 && life <= LONGEST_LIFE_MS ? life : ASSUMED_LIFE_MS;
}

function toHeld(secret: ClientSecret): HeldToken {
  const token = typeof secret === 'string' ? secret : secret?.clientSecret;
  if (typeof token !== 'string' || token === '') {
    throw new TypeError(
      'fetchClientSecret returned no client secret. Return the string, or { clientSecret, expiresAt }.',
    );
  }
  const life = lifeOf(secret);
  return { token, renewAt: Date.now() + life * 0.8, endsAt: Date.now() + life };
}

const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

/**
 * Keeps one short-lived client secret in memory: asks the host for it once for all callers, renews it at 80 % of its life
 * and after the platform refused it, and tries again with growing pauses when the host cannot answer. What is held stays in use
 * for as long as it lives while a new one is on its way.
 * @param shareAs Name under which the tabs of this origin share one secret; each asks for itself when left out.
 */
export function keepToken(
  fetchClientSecret: () => Promise<ClientSecret>,
  onFailure: (failure: Failure) => void,
  shareAs?: string,
): TokenKeeper {
  let held: HeldToken | null = null;
  let refused: string | undefined;
  let everHeld = false;
  let pending: Promise<string> | null = null;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let stopped = false;
  const sharing = shareAs
    ? import('./share-token.ts').then(({ shareToken }) => shareToken(shareAs, { mine: () => held, adopt: hold }))
    : null;

  function hold(given: HeldToken): void {
    if (stopped || given.token === refused) return;
    held = given;
    everHeld = true;
    schedule(given.renewAt - Date.now());
  }

  /** A page nobody looks at does not renew; its next call does. */
  function schedule(ms: number): void {
    clearTimeout(timer);
    timer = setTimeout(() => document.hidden || void renew().catch(() => undefined), ms);
  }

  async function ask(): Promise<HeldToken> {
    const late = pause(PATIENCE_MS).then(() => Promise.reject(new Error('fetchClientSecret did not answer in time.')));
    late.catch(() => undefined);
    return toHeld(await Promise.race([fetchClientSecret(), late]));
  }

  async function attempt(): Promise<string> {
    for (let tries = 0; ; tries++) {
      try {
        const shared = await sharing;
        const given = shared ? await shared.renew(refused, ask) : await ask();
        if (stopped) throw ended();
        hold(given);
        return given.token;
      } catch (cause) {
        if (stopped) throw ended();
        if (tries < 2) {
          await pause(400 * 3 ** tries * (0.75 + Math.random() / 2));
          continue;
        }
        const message = cause instanceof Error ? cause.message : String(cause);
        const code = everHeld ? 'client.session_expired' : 'client.session';
        const failure = toFailure({ kind: 'authentication', code, message, retryable: true });
        if (held && Date.now() < held.endsAt) schedule(15_000);
        else onFailure(failure);
        throw Object.assign(new Error(message), failure);
      }
    }
  }

  function renew(): Promise<string> {
    pending ??= attempt().finally(() => (pending = null));
    return pending;
  }

  return {
    token: async () => {
      if (stopped) throw ended();
      if (held && Date.now() < held.renewAt) return held.token;
      const renewal = renew();
      if (!held || Date.now() >= held.endsAt) return renewal;
      renewal.catch(() => undefined);
      return held.token;
    },
    refuse: (token) => {
      if (token !== held?.token) return;
      refused = token;
      held = null;
    },
    stop: () => {
      stopped = true;
      held = null;
      clearTimeout(timer);
      void sharing?.then((shared) => shared.stop());
    },
  };
}

const ended = (): Error => Object.assign(new Error('This session has ended.'), { status: 401 });
