import { detailOf } from '@tabard/contract/issue-detail';
import type { z } from 'zod';
import { fail, networkOf, readBody, type App, type RouteRequest } from '#kernel';

const longestBody = 4_000;

/**
 * What a page of ours posts. Only a page of the very host name gets an answer: the browser says where the request comes from, and a
 * page of another origin could not read it anyway. Tries are counted by address.
 */
export async function readPagePost<S extends z.ZodType>(
  app: App,
  request: RouteRequest,
  schema: S,
): Promise<z.output<S>> {
  const { headers, host, ip } = request;
  const site = headers['sec-fetch-site'];
  if (headers.origin !== new URL(host.url).origin || (site !== undefined && site !== 'same-origin'))
    fail('auth.origin_not_allowed', { public: 'Only a page of this address may ask this. Open it in a browser.' });
  const { used, resetMs } = await app.ports.callCounter.count(`hosted:${networkOf(ip)}`, 1, 60_000);
  if (used > app.config.limits.address) fail('rate_limit.exceeded', { retryAfter: Math.ceil(resetMs / 1000) });
  if (!/^application\/json\s*(?:;|$)/i.test(headers['content-type'] ?? '')) fail('request.unsupported_media_type');
  const parsed = schema.safeParse(parse(await readBody(request.body, longestBody)));
  if (parsed.success) return parsed.data;
  return fail('request.invalid', { details: parsed.error.issues.map(detailOf) });
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return fail('request.malformed');
  }
}
