import type { WorkspaceEvent } from '@tabard/contract';
import type { OutreachClient } from './client.ts';
import type { TokenKeeper } from './keep-token.ts';

/** Procedures that only read; all others change something and carry an idempotency key. */
const READS = new Set([
  'list',
  'get',
  'count',
  'current',
  'inspect',
  'fields',
  'counts',
  'overview',
  'series',
  'campaigns',
  'steps',
  'whyNotNow',
]);
const TRIES = 3;

interface Answer {
  result?: { data: unknown };
  error?: { message: string; data?: Record<string, unknown> };
}

export interface ConnectOptions {
  baseUrl: string;
  keeper: TokenKeeper;
}

/** Speaks the platform's wire for elements: bearer token, one renewal after a 401, retries that never act twice. */
export function connect({ baseUrl, keeper }: ConnectOptions): OutreachClient {
  const base = baseUrl.replace(/\/+$/, '');

  const send = async (path: string, request: RequestInit, renewed = false): Promise<Response> => {
    const bearer = await keeper.token();
    const headers = new Headers(request.headers);
    headers.set('authorization', `Bearer ${bearer}`);
    const response = await fetch(`${base}${path}`, { ...request, headers, credentials: 'omit' });
    if (response.status !== 401 || renewed) return response;
    keeper.refuse(bearer);
    return send(path, request, true);
  };

  const call = async (name: string, input: unknown): Promise<unknown> => {
    const reads = READS.has(name.split('.')[1] ?? '');
    const json = JSON.stringify(input ?? null);
    const path = reads && input !== undefined ? `/rpc/${name}?input=${encodeURIComponent(json)}` : `/rpc/${name}`;
    const request: RequestInit = reads
      ? {}
      : {
          method: 'POST',
          body: input === undefined ? undefined : json,
          headers: { 'content-type': 'application/json', 'idempotency-key': crypto.randomUUID() },
        };
    for (let tries = 1; ; tries++) {
      try {
        const response = await send(path, request);
        const answer = (await response.json()) as Answer;
        if (answer.result) return answer.result.data;
        throw Object.assign(new Error(answer.error?.message ?? ''), { status: response.status, ...answer.error?.data });
      } catch (error) {
        const retryable = error instanceof TypeError || (error as { retryable?: boolean }).retryable === true;
        if (!retryable || tries === TRIES) throw error;
        await new Promise((resolve) => setTimeout(resolve, 250 * 3 ** (tries - 1) * (0.75 + Math.random() / 2)));
      }
    }
  };

  const direct = {
    events: { stream: (input: object, { signal }: { signal: AbortSignal }) => readEvents(send, input, signal) },
    uploads: {
      create: async (file: File): Promise<unknown> => {
        const headers = { 'content-type': file.type || 'text/csv', 'x-file-name': encodeURIComponent(file.name) };
        const response = await send('/uploads', { method: 'POST', body: file, headers });
        const answer = (await response.json()) as object;
        if (!response.ok) throw Object.assign(new Error(), { status: response.status, ...answer });
        return answer;
      },
    },
  };
  const areas = new Map<string, unknown>(Object.entries(direct));
  // Every other area is a proxy: a method's name is the procedure's.
  return new Proxy({} as OutreachClient, {
    get: (_, area: string) => {
      if (!areas.has(area))
        areas.set(
          area,
          new Proxy({}, { get: (_area, verb: string) => (input?: unknown) => call(`${area}.${verb}`, input) }),
        );
      return areas.get(area);
    },
  });
}

/** Reads a server-sent stream by fetch, because EventSource can send no token. */
async function* readEvents(
  send: (path: string, request: RequestInit) => Promise<Response>,
  input: object,
  signal: AbortSignal,
): AsyncGenerator<WorkspaceEvent> {
  const query = encodeURIComponent(JSON.stringify(input));
  const response = await send(`/rpc/events.stream?input=${query}`, {
    signal,
    headers: { accept: 'text/event-stream' },
  });
  if (!response.ok || !response.body) throw Object.assign(new Error('stream'), { status: response.status });
  let rest = '';
  const reader = response.body.pipeThrough(new TextDecoderStream()).getReader();
  for (let read = await reader.read(); !read.done; read = await reader.read()) {
    const blocks = (rest + read.value).split(/\r?\n\r?\n/);
    rest = blocks.pop() ?? '';
    for (const block of blocks) {
      const lines = block.split(/\r?\n/);
      const data = lines
        .filter((line) => line.startsWith('data:'))
        .map((line) => line.slice(5))
        .join('\n');
      const kind =
        lines
          .find((line) => line.startsWith('event:'))
          ?.slice(6)
          .trim() ?? 'message';
      if (!data || kind !== 'message') continue;
      const parsed = JSON.parse(data) as WorkspaceEvent | { json?: WorkspaceEvent };
      const event = 'type' in parsed ? parsed : parsed.json;
      if (event?.type) yield event;
    }
  }
}
