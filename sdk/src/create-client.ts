import type { Api } from './api.ts';
import { openCall } from './call/open-call.ts';
import { uploadInParts, type FileUploads } from './file-upload.ts';
import type { CallOptions, ClientOptions } from './options.ts';
import { createTransport } from './transport/transport.ts';
import { createUploads, type Uploads } from './uploads.ts';

/** A part on a slow line takes its time. */
const partTimeoutMs = 300_000;

/** Everything the platform can do. */
export type Client = Api & {
  uploads: Uploads;
  files: FileUploads;
  /** Asks for a plain address, such as a file, with this client's credentials, tries and errors. */
  fetch(path: string, options?: CallOptions): Promise<Response>;
};

/**
 * Makes a client of the platform.
 * @example
 * const client = createClient({ baseUrl: 'https://api.example.com', apiKey: process.env.API_KEY });
 * await client.campaigns.launch({ id: 'cmp_0192f3c4d5e67a8b9c0d1e2f3a4b5c6d' });
 * for await (const lead of client.leads.list({ filter: { status: ['replied'] } })) console.log(lead.email);
 */
export function createClient(options: ClientOptions): Client {
  return assembleClient(options, () => {});
}

/** A client whose every token passes a check first. */
export function assembleClient(options: ClientOptions, checkToken: (token: string) => void): Client {
  if (!URL.canParse(options.baseUrl))
    throw new TypeError('Give `baseUrl`: the address of the platform, with https://.');
  if (options.apiKey !== undefined && options.token !== undefined)
    throw new TypeError('Give `apiKey` or `token`, not both.');
  const transport = createTransport(options, checkToken);
  const own: Pick<Client, 'uploads' | 'fetch'> = {
    uploads: createUploads(transport),
    fetch: (path, callOptions = {}) => transport.send({ method: 'GET', path, headers: {}, options: callOptions }),
  };
  const call =
    (procedure: string) =>
    (input?: Record<string, unknown>, callOptions: CallOptions = {}) =>
      openCall({ transport, procedure, input: input ?? {}, options: callOptions });
  const upload: FileUploads['upload'] = (source, uploading) =>
    uploadInParts(
      {
        call: (procedure, input, signal) => call(procedure)({ ...input }, { signal }),
        async send(path, body, signal) {
          const headers = { 'Content-Type': 'application/octet-stream' };
          const sent = { method: 'POST', path, headers, body, options: { signal, timeout: partTimeoutMs } } as const;
          return (await transport.send(sent)).json();
        },
      },
      source,
      uploading,
    );
  // The types say which procedures there are; the platform answers for names that are none.
  return lazily((noun) =>
    noun in own
      ? own[noun as keyof typeof own]
      : lazily((verb) => (noun === 'files' && verb === 'upload' ? upload : call(`${noun}.${verb}`))),
  ) as Client;
}

/** An object that makes each member when it is first asked for. It is no promise, whatever `await` asks it. */
function lazily(make: (name: string) => unknown): object {
  return new Proxy<Record<string, unknown>>(Object.create(null) as Record<string, unknown>, {
    get(made, name) {
      if (typeof name !== 'string' || name === 'then' || name === 'toJSON') return undefined;
      return (made[name] ??= make(name));
    },
  });
}
