import type { ServerResponse } from 'node:http';

/** Seconds between two signs of life of a stream: proxies end silent connections, and the client takes two missed ones for a lost one. */
const pingSeconds = 15;

/** Signs of life for open streams, a second's share of them at a time, so that thousands are never written to at once. */
export class StreamPings {
  readonly #shares = Array.from({ length: pingSeconds }, () => new Set<ServerResponse>());
  readonly #timer: NodeJS.Timeout;
  #second = 0;

  constructor() {
    this.#timer = setInterval(() => this.#ping(), 1_000).unref();
  }

  /** Keeps a stream alive until it closes. */
  add(response: ServerResponse): void {
    const share = this.#shares[this.#second];
    share?.add(response);
    response.once('close', () => share?.delete(response));
  }

  stop(): void {
    clearInterval(this.#timer);
  }

  #ping(): void {
    this.#second = (this.#second + 1) % pingSeconds;
    for (const response of this.#shares[this.#second] ?? [])
      if (response.headersSent && !response.writableNeedDrain) response.write('event: ping\ndata: \n\n');
  }
}
