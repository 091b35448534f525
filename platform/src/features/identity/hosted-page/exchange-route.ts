import { fromPublicId } from '@tabard/contract';
import { z } from 'zod';
import { fail, networkOf, readBody, type PublicRoute, type RouteRequest } from '#kernel';
import { openHostedPage } from './open-hosted-page.ts';

const longestBody = 1_000;
const body = z.strictObject({ page: z.string().max(64), code: z.string().max(64) });

/**
 * `POST /hosted/exchange`: a hosted page trades its code for a session. Only a page of our own hosted origin gets an answer: the
 * browser says where the request comes from, and a page of another origin could not read it anyway. Tries are counted by address.
 */
export const exchangeRoute: PublicRoute = {
  method: 'POST',
  path: '/hosted/exchange',
  auth: 'none',
  async handle(app, request) {
    const { headers, ip } = request;
    const site = headers['sec-fetch-site'];
    if (headers.origin !== new URL(app.config.http.hostedUrl).origin || (site !== undefined && site !== 'same-origin'))
      fail('auth.origin_not_allowed');
    const { used, resetMs } = await app.ports.callCounter.count(`hosted:${networkOf(ip)}`, 1, 60_000);
    if (used > app.config.limits.address) fail('rate_limit.exceeded', { retryAfter: Math.ceil(resetMs / 1000) });
    const { page, code } = await readExchange(request);
    const id = fromPublicId('hostedPage', page) ?? fail('hosted_page.link_spent');
    return { body: await openHostedPage(app, { id, code }) };
  },
};

async function readExchange({ headers, body: stream }: RouteRequest): Promise<z.output<typeof body>> {
  if (!/^application\/json\s*(?:;|$)/i.test(headers['content-type'] ?? '')) fail('request.unsupported_media_type');
  const parsed = body.safeParse(parse(await readBody(stream, longestBody)));
  return parsed.success ? parsed.data : fail('request.malformed');
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return fail('request.malformed');
  }
}
