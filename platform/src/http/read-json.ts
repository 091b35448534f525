import type { IncomingMessage } from 'node:http';
import { findUncleanText } from '@tabard/contract';
import { fail, readBody } from '#kernel';

/** How deep a body may nest. The deepest input of ours needs six levels. */
const maxDepth = 32;

/** Bodies come as they are: what is packed is not read, and not taken for what it is not. */
export function refusePacked({ headers }: Pick<IncomingMessage, 'headers'>): void {
  const packing = headers['content-encoding'];
  if (packing !== undefined && packing.toLowerCase() !== 'identity')
    fail('request.unsupported_media_type', {
      public: 'Send the body as it is, without Content-Encoding: compressed bodies are not read.',
    });
}

/** Reads a body of at most `limit` bytes. */
export async function readText(request: IncomingMessage, limit: number): Promise<string> {
  refusePacked(request);
  if (Number(request.headers['content-length'] ?? 0) > limit)
    fail('request.too_large', {
      public: `The body is larger than ${limit} bytes, which is the most this address takes.`,
    });
  return readBody(request, limit);
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
  // Only these escapes can bring what is not clean: what is broken in UTF-8 was replaced when it was decoded.
  if (/\\u(?:0000|d[89a-f])/i.test(text)) refuseUncleanText(value);
  return value;
}

function refuseUncleanText(value: unknown): void {
  const path = findUncleanText(value);
  if (path !== null)
    fail('request.invalid', {
      details: [{ path, message: 'The text holds a NUL character or half of a character. Take it out.' }],
    });
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
