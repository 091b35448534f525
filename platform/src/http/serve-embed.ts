import { existsSync } from 'node:fs';
import sirv from 'sirv';
import type { Exchange } from './exchange.ts';

/** Where the widget bundle is. */
export const embedPrefix = '/embed/';

/**
 * Serves the built widget bundle to any page: it is public code. Files with a hash in their name never change; the entry
 * (`v1.js`) is asked for again after five minutes.
 */
export function serveEmbed(root: string | undefined): ((exchange: Exchange) => Promise<boolean>) | null {
  if (root === undefined || !existsSync(root)) return null;
  const serve = sirv(root, {
    etag: true,
    gzip: true,
    brotli: true,
    setHeaders(response, pathname) {
      const hashed = /[-.][0-9A-Za-z_-]{8,}\.\w+(?:\.map)?$/.test(pathname);
      response.setHeader('Cache-Control', hashed ? 'public, max-age=31536000, immutable' : 'public, max-age=300');
      response.setHeader('Access-Control-Allow-Origin', '*');
      response.setHeader('Cross-Origin-Resource-Policy', 'cross-origin');
    },
  });
  return ({ request, response }) =>
    new Promise((resolve, reject) => {
      // sirv looks files up below its root by the URL; the prefix is ours.
      const url = request.url ?? '';
      request.url = url.slice(embedPrefix.length - 1);
      response.once('close', () => resolve(true));
      response.once('error', reject);
      serve(request, response, () => {
        request.url = url;
        resolve(false);
      });
    });
}
