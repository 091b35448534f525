import type { Failure } from '../base/failure.ts';
import type { SharedToken } from './share-token.ts';

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
    throw new TypeError('It gave no client secret.');
  }
  const life = lifeOf(secret);
  return { token, renewAt: Date.now() + life * 0.8, endsAt: Date.now() + life };
}

const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));
const ended = (): Error => Object.assign(new Error('The session has ended.'), { status: 401 });

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
  return new HostToken(fetchClientSecret, onFailure, shareAs);
}

class HostToken implements TokenKeeper {
  readonly #fetch: () => Promise<ClientSecret>;
  readonly #onFailure: (failure: Failure) => void;
  readonly #sharing: Promise<SharedToken> | null;
  #held: HeldToken | null = null;
  #refused: string | undefined;
  #everHeld = false;
  #pending: Promise<string> | null = null;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #stopped = false;

  constructor(fetch: () => Promise<ClientSecret>, onFailure: (failure: Failure) => void, shareAs?: string) {
    this.#fetch = fetch;
    this.#onFailure = onFailure;
    this.#sharing = shareAs ? this.#share(shareAs) : null;
  }

  async token(): Promise<string> {
    if (this.#stopped) throw ended();
    const held = this.#held;
    if (held && Date.now() < held.renewAt) return held.token;
    const renewal = this.#renew();
    if (!this.#lives(held)) return renewal;
    renewal.catch(() => undefined);
    return held.token;
  }

  refuse(token: string): void {
    if (token !== this.#held?.token) return;
    this.#refused = token;
    this.#held = null;
  }

  stop(): void {
    this.#stopped = true;
    this.#held = null;
    clearTimeout(this.#timer);
    void this.#sharing?.then((shared) => shared.stop());
  }

  async #share(name: string): Promise<SharedToken> {
    const { shareToken } = await import('./share-token.ts');
    return shareToken(name, { mine: () => this.#held, adopt: (held) => this.#hold(held) });
  }

  #hold(given: HeldToken): void {
    if (this.#stopped || given.token === this.#refused) return;
    this.#held = given;
    this.#everHeld = true;
    this.#schedule(given.renewAt - Date.now());
  }

  #lives(held: HeldToken | null): held is HeldToken {
    return held !== null && Date.now() < held.endsAt;
  }

  /** A page nobody looks at does not renew; its next call does. */
  #schedule(ms: number): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => document.hidden || void this.#renew().catch(() => undefined), ms);
  }

  #renew(): Promise<string> {
    this.#pending ??= this.#attempt().finally(() => (this.#pending = null));
    return this.#pending;
  }

  async #attempt(): Promise<string> {
    try {
      return await this.#once();
    } catch (cause) {
      if (this.#stopped) throw cause;
      // Its own chunk: most hosts answer at once.
      const { askAgain } = await import('./ask-again.ts');
      return askAgain(cause, {
        ask: () => this.#once(),
        isOver: () => this.#stopped,
        everHeld: () => this.#everHeld,
        // While a token still lives nobody needs to know that the next one is late.
        giveUp: (failure) => (this.#lives(this.#held) ? this.#schedule(15_000) : this.#onFailure(failure)),
      });
    }
  }

  async #once(): Promise<string> {
    const shared = await this.#sharing;
    const given = await (shared ? shared.renew(this.#refused, () => this.#ask()) : this.#ask());
    this.#hold(given);
    if (this.#stopped) throw ended();
    return given.token;
  }

  async #ask(): Promise<HeldToken> {
    const late = pause(PATIENCE_MS).then(() => Promise.reject(new Error('It did not answer.')));
    late.catch(() => undefined);
    return toHeld(await Promise.race([this.#fetch(), late]));
  }
}
