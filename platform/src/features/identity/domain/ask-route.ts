import { isSound } from '#features/identity/address';
import { fail, networkOf, type PublicRoute } from '#kernel';

/** Unknown names that one network may ask for in a minute. */
const mostUnknown = 300;

/**
 * `GET /tls/ask?domain=<name>`: whether a proxy in front may get a certificate for a name: 200 for one that is proven, leads here and is
 * in use, and 404 for any other. It says nothing else, and is answered from memory.
 */
export const askRoute: PublicRoute = {
  method: 'GET',
  path: '/tls/ask',
  auth: 'none',
  under: 'none',
  async handle(app, { query, ip }) {
    const name = (query.get('domain') ?? '').toLowerCase().replace(/\.$/, '');
    if (await isSound(app, name)) return { status: 200, body: '' };
    const { used, resetMs } = await app.ports.callCounter.count(`tls-ask:${networkOf(ip)}`, 1, 60_000);
    if (used > mostUnknown) fail('rate_limit.exceeded', { retryAfter: Math.ceil(resetMs / 1000) });
    return { status: 404, body: '' };
  },
};
