import { setTimeout as sleep } from 'node:timers/promises';
import type { App } from './app.ts';
import type { Service } from './feature.ts';

/** Something that is done again and again. */
export interface Repeated {
  /** Milliseconds from the end of one turn to the start of the next. */
  pauseMs: number | ((app: App) => number);
  /** One turn. A failure is logged, and the next turn tries again. */
  run: (app: App) => Promise<unknown>;
  /** After the last turn, when the process ends. */
  close?: (app: App) => Promise<void>;
}

/** A service that does something at the start and then again and again while the process runs, one turn at a time. */
export const repeating = (name: string, { pauseMs, run, close }: Repeated): Service => ({
  name,
  async start(app) {
    const stopping = new AbortController();
    const pause = typeof pauseMs === 'number' ? pauseMs : pauseMs(app);
    const turns = (async () => {
      while (!stopping.signal.aborted) {
        await run(app).catch((error: unknown) =>
          app.log.warn({ err: error, service: name }, 'a turn of a service failed'),
        );
        await sleep(pause, undefined, { signal: stopping.signal }).catch(() => undefined);
      }
    })();
    return {
      async stop() {
        stopping.abort();
        await turns;
        await close?.(app);
      },
    };
  },
});
