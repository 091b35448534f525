import { isEmbeddingOrigin, isLocalOrigin } from '#features/identity/embed-session';
import type { Exchange } from './exchange.ts';

const allowed = [
  'Authorization',
  'Content-Type',
  'Idempotency-Key',
  'Workspace-Id',
  'Last-Event-ID',
  'X-Request-Id',
  'X-File-Name',
  'Archive-Key',
];
/** Says that the answer was given by the rules of a developer's computer. */
const modeHeader = 'Embed-Mode';
const exposed = [modeHeader, 'X-Request-Id', 'Retry-After', 'RateLimit', 'RateLimit-Policy', 'Idempotent-Replayed'];

/**
 * Lets pages of hosts read answers: exactly those whose origin an embed session of ours names, and never with cookies. Which
 * session it is shows only when the token comes; then `denyOrigin` takes the permission back from any other page.
 */
export async function allowOrigin(exchange: Exchange): Promise<void> {
  const { request, response, app } = exchange;
  response.setHeader('Vary', 'Origin');
  const { origin } = request.headers;
  if (origin === undefined || !/^https?:\/\/[^\s/]{1,300}$/.test(origin)) return;
  if (!(await isEmbeddingOrigin(app, origin))) return;
  response.setHeader('Access-Control-Allow-Origin', origin);
  response.setHeader('Access-Control-Expose-Headers', exposed.join(', '));
  if (app.config.http.embedDevelopment && isLocalOrigin(origin)) response.setHeader(modeHeader, 'development');
}

/** Keeps the answer from the page that asked. */
export function denyOrigin({ response }: Exchange): void {
  response.removeHeader('Access-Control-Allow-Origin');
  response.removeHeader('Access-Control-Expose-Headers');
}

/** Answers a browser's question whether it may ask. */
export function answerPreflight({ response }: Exchange): void {
  response.statusCode = 204;
  if (response.hasHeader('Access-Control-Allow-Origin')) {
    response.setHeader('Access-Control-Allow-Methods', 'GET, POST');
    response.setHeader('Access-Control-Allow-Headers', allowed.join(', '));
    response.setHeader('Access-Control-Max-Age', '7200');
  }
  response.end();
}
