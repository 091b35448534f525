import type { IncomingMessage } from 'node:http';
import { fail } from '#kernel';

/** How deep a body may nest. The deepest input of ours needs six levels. */
const maxDepth = 32;
/** How long a JSON body may take to arrive. */
const patienceMs = 15_000;

/** Reads a body of at most `limit` bytes. */
export function readText(request: IncomingMessage, limit: number): Promise<string> {
  if (Number(request.headers['content-length'] ?? 0) > limit) {
    request.resume();
    fail('request.too_large', {
      public: `The body is larger than ${limit} bytes, which is the most this address takes.`,
    });
  }
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    let size = 0;
    const timer = setTimeout(() => give('request.timeout'), patienceMs);
    const give = (code: 'request.too_large' | 'request.timeout' | 'request.aborted') => {
      clearTimeout(timer);
      request.removeAllListeners('data');
      request.resume();
      try {
        fail(code);
      } catch (error) {
        reject(error);
      }
    };
    request.on('data', (chunk: Buffer) => {
      size += chunk.length;
      if (size > limit) give('request.too_large');
      else chunks.push(chunk);
    });
    request.once('end', () => {
      clearTimeout(timer);
      resolve(chunks.length === 1 ? (chunks[0]?.toString() ?? '') : Buffer.concat(chunks).toString());
    });
    request.once('error', () => give('request.aborted'));
    request.once('aborted', () => give('request.aborted'));
  });
}

/** Parses a body or a query's input; `undefined` when there is none. */
export function parseJson(text: string): unknown {
  if (text === '') return undefined;
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    fail('request.malformed');
  }
  if (isDeeper(value, maxDepth)) fail('request.too_deep');
  return value;
}

function isDeeper(value: unknown, levels: number): boolean {
  if (typeof value !== 'object' || value === null) return false;
  if (levels === 0) return true;
  return Object.values(value).some((part) => isDeeper(part, levels - 1));
}

/** Bodies are JSON and say so. */
export function requireJson(request: IncomingMessage): void {
  if (!/^application\/json\s*(?:;|$)/i.test(request.headers['content-type'] ?? ''))
    fail('request.unsupported_media_type');
}
