/** A request to a server of somebody else's. */
export interface WebRequest {
  method: string;
  headers: Record<string, string>;
  body?: string;
  /** Ends the request; beside it there is a limit of the client's own. */
  signal?: AbortSignal;
}

/** What the server answered, of which no more is read than a bounded number of bytes. */
export interface WebAnswer {
  status: number;
  headers: Record<string, string>;
  body: Uint8Array;
}

/** The address must not be asked: it is no https, or leads into a private network. */
export class WebAddressRefused extends Error {
  override readonly name = 'WebAddressRefused';
}

/** Nobody answered in time, or not by the rules. */
export class WebServerSilent extends Error {
  override readonly name = 'WebServerSilent';
}

/**
 * Asks servers of the world whose addresses somebody gave us. Redirects are not followed, so that no answer leads somewhere that was
 * not looked at.
 */
export interface WebClient {
  /** @throws WebAddressRefused, WebServerSilent */
  ask(url: string, request: WebRequest): Promise<WebAnswer>;
}
