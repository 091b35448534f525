import type { IncomingMessage, ServerResponse } from 'node:http';
import type { App, Host } from '#kernel';

/** One request and its answer, with what every part of the host knows about it. */
export interface Exchange {
  readonly app: App;
  readonly host: Host;
  readonly request: IncomingMessage;
  readonly response: ServerResponse;
  readonly requestId: string;
  readonly ip: string;
  readonly method: string;
  /** Without the query. */
  readonly path: string;
  readonly query: string;
}
