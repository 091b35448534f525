import { type IncomingMessage, type ServerResponse } from 'node:http';

/** An answer to a wrong request, as JSON with one sentence. */
export class BadRequest extends Error {
  readonly status: number;
  constructor(status: number, message: string) {
    super(message);
    this.status = status;
  }
}

const LOOPBACK = /^(localhost|127\.\d+\.\d+\.\d+|\[::1\])(:\d+)?$/;

/** A page elsewhere must not reach in by a name that points here (DNS rebinding) nor by a form. */
export function refuseStrangers({ headers }: IncomingMessage): void {
  const { origin, host = '' } = headers;
  const foreign = origin !== undefined && !(URL.canParse(origin) && LOOPBACK.test(new URL(origin).host));
  if (!LOOPBACK.test(host) || foreign) throw new BadRequest(403, 'Only this machine may ask.');
}

/** The JSON of a request's body; an empty one is an empty object. */
export async function readJson(request: IncomingMessage): Promise<unknown> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request) {
    const bytes = Buffer.from(chunk);
    if ((size += bytes.length) > 1_000_000) throw new BadRequest(413, 'The body may have a million bytes.');
    chunks.push(bytes);
  }
  try {
    return JSON.parse(Buffer.concat(chunks).toString() || '{}') as unknown;
  } catch {
    throw new BadRequest(400, 'Send a JSON object.');
  }
}

export function sendJson(response: ServerResponse, body: unknown, status = 200): void {
  response.writeHead(status, { 'content-type': 'application/json; charset=utf-8' }).end(JSON.stringify(body));
}
