import { toFailure, type Failure } from './failure.ts';

/** What the host's function returns: the client secret alone, or with the moment it expires. */
export type ClientSecret = string | { clientSecret: string; expiresAt?: string };

export interface TokenKeeper {
  /** A token that is good now. Many callers share one request to the host. */
  token(): Promise<string>;
  /** Forgets a token the platform refused, so the next call asks the host again. */
  refuse(token: string): void;
  stop(): void;
}

const ASSUMED_LIFE_MS = 5 * 60_000;

/** Life of a secret in ms as its issuer saw it, so a wrong clock on this device does not matter. */
function lifeOf(secret: ClientSecret): number {
  if (typeof secret !== 'string' && secret.expiresAt) {
    const life = Date.parse(secret.expiresAt) - Date.now();
    // A device clock that is off by minutes makes this absurd; then the shortest life a session can have is assumed.
    return life > 60_000 && life <= 20 * 60_000 ? life : 60_000;
  }
  return ASSUMED_LIFE_MS;
}

/**
 * Keeps one short-lived client secret in memory: asks the host for it once for all callers, renews it at 80 % of its life
 * and after the platform refused it, and tries again with growing pauses when the host cannot answer.
 */
export function keepToken(
  fetchClientSecret: () => Promise<ClientSecret>,
  onFailure: (failure: Failure) => void,
): TokenKeeper {
  let held: string | null = null;
  let renewAt = 0;
  let pending: Promise<string> | null = null;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let stopped = false;

  const accept = (secret: ClientSecret): string => {
    const life = lifeOf(secret);
    held = typeof secret === 'string' ? secret : secret.clientSecret;
    if (typeof held !== 'string' || held === '') {
      held = null;
      throw new TypeError(
        'fetchClientSecret returned no client secret. Return the string, or { clientSecret, expiresAt }.',
      );
    }
    renewAt = Date.now() + life * 0.8;
    clearTimeout(timer);
    timer = setTimeout(() => void fetch().catch(() => undefined), life * 0.8);
    return held;
  };

  const attempt = async (): Promise<string> => {
    for (let tries = 0; ; tries++) {
      try {
        return accept(await fetchClientSecret());
      } catch (cause) {
        if (tries < 2 && !stopped) {
          await new Promise((resolve) => setTimeout(resolve, 400 * 3 ** tries * (0.75 + Math.random() / 2)));
          continue;
        }
        const message = cause instanceof Error ? cause.message : String(cause);
        const failure = toFailure({ kind: 'authentication', code: 'client.session', message, retryable: true });
        onFailure(failure);
        throw Object.assign(new Error(message), failure);
      }
    }
  };

  const fetch = (): Promise<string> => {
    pending ??= attempt().finally(() => (pending = null));
    return pending;
  };

  return {
    token: () => {
      if (stopped) return Promise.reject(Object.assign(new Error('This session has ended.'), { status: 401 }));
      return held !== null && Date.now() < renewAt ? Promise.resolve(held) : fetch();
    },
    refuse: (token) => {
      if (token === held) held = null;
    },
    stop: () => {
      stopped = true;
      held = null;
      clearTimeout(timer);
    },
  };
}
