import { existsSync } from 'node:fs';
import { fail } from '#kernel';
import type { Exchange } from './exchange.ts';
import { EmbedFiles, encodings, type Encoding } from './serve-embed-files.ts';

/** Where the widget bundle is. */
export const embedPrefix = '/embed/';

/** Seconds after which a page asks again whether `v1.js` still points at the newest version, and how long it may use the old one meanwhile. */
const alias = 'public, max-age=300, stale-while-revalidate=600';
const forever = 'public, max-age=31536000, immutable';

/**
 * Serves the built widget bundle to pages of any origin: it is public code and knows no cookies. What lies in a folder of its
 * version never changes and is kept for a year; the alias `v1.js` and the list of hashes are asked for again after five minutes.
 */
export function serveEmbed(root: string | undefined): ((exchange: Exchange) => Promise<void>) | null {
  if (root === undefined || !existsSync(root)) return null;
  const files = new EmbedFiles(root);
  return async ({ request, response, method, path }) => {
    response.setHeader('Access-Control-Allow-Origin', '*');
    response.setHeader('Cross-Origin-Resource-Policy', 'cross-origin');
    response.setHeader('Timing-Allow-Origin', '*');
    if (method === 'OPTIONS') return void response.writeHead(204, { 'Access-Control-Allow-Methods': 'GET' }).end();
    if (method !== 'GET' && method !== 'HEAD') {
      response.setHeader('Allow', 'GET, HEAD');
      fail('request.method_not_allowed');
    }
    const file = (await files.find(path.slice(embedPrefix.length))) ?? fail('request.not_found');
    response.setHeader('Vary', 'Accept-Encoding');
    response.setHeader('Cache-Control', file.immutable ? forever : alias);
    for (const encoding of [...acceptedBy(request.headers['accept-encoding']), null]) {
      const body = await file.body(encoding);
      if (!body) continue;
      const tag = `"${file.tag}${encoding ? `-${encoding}` : ''}"`;
      response.statusCode = 200;
      response.setHeader('ETag', tag);
      if (namesTag(request.headers['if-none-match'], tag)) return void response.writeHead(304).end();
      response.setHeader('Content-Type', file.type);
      response.setHeader('Content-Length', body.length);
      if (encoding) response.setHeader('Content-Encoding', encoding);
      return void response.end(method === 'HEAD' ? undefined : body);
    }
  };
}

/** The encodings that a request takes, the smallest first. */
function acceptedBy(header: string | string[] | undefined): Encoding[] {
  const taken = new Set(
    String(header ?? '')
      .split(',')
      .map((part) => part.trim().toLowerCase())
      .filter((part) => !/;\s*q=0(?:\.0*)?$/.test(part))
      .map((part) => part.split(';')[0]?.trim()),
  );
  return encodings.filter((encoding) => taken.has(encoding));
}

function namesTag(header: string | undefined, tag: string): boolean {
  return (header ?? '').split(',').some((each) => each.trim().replace(/^W\//, '') === tag || each.trim() === '*');
}
