import { randomBytes } from 'node:crypto';
import { createReadStream } from 'node:fs';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { extname, join } from 'node:path';
import { contentSecurityPolicy } from './content-security-policy.ts';

const endings: Record<string, string> = {
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.svg': 'image/svg+xml',
};

/** Whether another site's page asks to change something in this one's name. */
export function isFromElsewhere({ method, headers }: IncomingMessage): boolean {
  const site = headers['sec-fetch-site'];
  return method === 'POST' && site !== undefined && site !== 'same-origin';
}

/** Sends a page under the strictest policy; what it is made of gets the nonce of this answer. */
export function sendPage(
  response: ServerResponse,
  apiUrl: string,
  html: (nonce: string) => string,
  status = 200,
): void {
  const nonce = randomBytes(16).toString('base64');
  response.writeHead(status, {
    'content-type': 'text/html; charset=utf-8',
    'content-security-policy': contentSecurityPolicy(nonce, apiUrl),
    'referrer-policy': 'same-origin',
    'x-content-type-options': 'nosniff',
    'cache-control': 'no-store',
  });
  response.end(html(nonce));
}

/** Sends a file of a folder that has no folders; any other name is not there. */
export function sendAsset(response: ServerResponse, folder: string, name: string): void {
  const type = endings[extname(name)];
  if (!type || !/^[\w.-]+$/.test(name)) return void response.writeHead(404).end();
  const file = createReadStream(join(folder, name));
  file.once('error', () => response.writeHead(404).end());
  file.once('open', () => {
    response.writeHead(200, { 'content-type': type, 'cache-control': 'no-cache' });
    file.pipe(response);
  });
}
