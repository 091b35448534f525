import type { HeldToken } from './keep-token.ts';

/** The side of one tab: what it holds, and what it does with what another tab got. */
interface Tab {
  mine: () => HeldToken | null;
  adopt: (held: HeldToken) => void;
}
type Word = { want: string } | { held: HeldToken };

export interface SharedToken {
  /** A new token: another tab's when it has one that was not refused, otherwise asked for while the other tabs wait. */
  renew(refused: string | undefined, ask: () => Promise<HeldToken>): Promise<HeldToken>;
  stop(): void;
}

/** Tabs answer each other at once; one that does not is frozen or gone. */
const ANSWER_MS = 120;
/** A tab that hangs while it asks must not hold up the others for longer. */
const TURN_MS = 10_000;

/**
 * Lets the tabs of one origin share a secret by word of mouth: it is never written down, and scripts of another origin cannot listen.
 * One tab asks at a time, by a lock of the browser.
 */
export function shareToken(name: string, { mine, adopt }: Tab): SharedToken {
  const channel = new BroadcastChannel(name);
  let heard: (held: HeldToken) => void = () => undefined;
  channel.addEventListener('message', ({ data }: MessageEvent<Word>) => {
    if ('held' in data) {
      adopt(data.held);
      heard(data.held);
      return;
    }
    const held = mine();
    if (held && held.token !== data.want && Date.now() < held.renewAt) say({ held });
  });
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a channel reaches its own origin only and takes no target
  const say = (word: Word): void => channel.postMessage(word);

  async function askTabs(refused = ''): Promise<HeldToken | null> {
    const answer = new Promise<HeldToken | null>((resolve) => {
      heard = (held) => held.token !== refused && resolve(held);
      setTimeout(() => resolve(null), ANSWER_MS);
    });
    say({ want: refused });
    return answer;
  }
  async function takeTurn(refused: string | undefined, ask: () => Promise<HeldToken>): Promise<HeldToken> {
    const offered = await askTabs(refused);
    if (offered) return offered;
    const held = await ask();
    say({ held });
    return held;
  }
  return {
    renew: async (refused, ask) => {
      if (!('locks' in navigator)) return takeTurn(refused, ask);
      const signal = AbortSignal.timeout(TURN_MS);
      let began = false;
      const turn = navigator.locks.request(name, { signal }, () => {
        began = true;
        return takeTurn(refused, ask);
      });
      return turn.catch((error: unknown) => {
        if (began) throw error;
        return takeTurn(refused, ask);
      });
    },
    stop: () => channel.close(),
  };
}
