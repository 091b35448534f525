import type { Api } from '../api.ts';
import type { Uploads } from '../uploads.ts';
import { send, type Sent, type TokenSource } from './send.ts';

export interface EmbedClientOptions {
  /** Where the platform is. */
  baseUrl: string;
  token: TokenSource;
  /** The signal of whoever is asking at this moment. */
  signal?: () => AbortSignal | undefined;
}

export interface StreamOptions {
  signal?: AbortSignal;
  /** Told when the connection stands. */
  onOpen?: () => void;
}

/** Every procedure of the platform, awaited: a list gives one page, and a lost stream ends. */
export type EmbedClient = Api & {
  uploads: { create(file: File, options?: { signal?: AbortSignal }): ReturnType<Uploads['create']> };
  fetch(path: string, sent?: Omit<Sent, 'path' | 'retries'>): Promise<Response>;
};

/**
 * The client of a page that counts every byte: the platform's wire and its promises (renewed tokens, tries under one idempotency
 * key, errors with their code), without what servers need.
 */
export function createEmbedClient({ baseUrl, token, signal: asking }: EmbedClientOptions): EmbedClient {
  const base = baseUrl.replace(/\/+$/, '');
  const ask = (sent: Sent) => send(base, token, sent);
  const call = (procedure: string, input: unknown, sent: Partial<Sent> = {}) =>
    ask({
      path: `/rpc/${procedure}`,
      body: JSON.stringify(input ?? {}),
      ...sent,
      headers: {
        Accept: 'application/json',
        'Content-Type': 'application/json',
        'Idempotency-Key': crypto.randomUUID(),
        ...sent.headers,
      },
    });
  const read = async (procedure: string, input: unknown, signal = asking?.()) => {
    const response = await call(procedure, input, { signal });
    return ((await response.json()) as { result: { data: unknown } }).result.data; // the platform's envelope
  };
  async function* stream(procedure: string, input: unknown, options?: StreamOptions) {
    // Its own chunk: a stream opens after the first answers are shown.
    const { readStream } = await import('./read-events.ts');
    yield* readStream((sent) => call(procedure, input, sent), options);
  }
  const own: Record<string, unknown> = {
    fetch: (path: string, sent?: Partial<Sent>) => ask({ path, method: 'GET', ...sent }),
    uploads: {
      // Its own chunk: few pages send a file.
      create: async (file: File, { signal }: { signal?: AbortSignal } = {}) =>
        (await import('./upload-file.ts')).uploadFile(ask, file, signal),
    },
  };
  // The types say which procedures there are; the platform answers for names that are none.
  return named((noun) =>
    Object.hasOwn(own, noun)
      ? own[noun]
      : named((verb) => {
          const procedure = `${noun}.${verb}`;
          return verb === 'stream'
            ? (input: unknown, options?: StreamOptions) => stream(procedure, input, options)
            : (input: unknown, options?: { signal?: AbortSignal }) => read(procedure, input, options?.signal);
        }),
  ) as EmbedClient;
}

/** An object that has every name. It is no promise, whatever `await` asks it. */
function named(make: (name: string) => unknown): object {
  return new Proxy(Object.create(null) as object, {
    get: (_, name) => (typeof name === 'string' && name !== 'then' ? make(name) : undefined),
  });
}
