import { credentialId } from '#features/identity/session';
import { fail, networkOf, type Principal } from '#kernel';
import type { Exchange } from './exchange.ts';

/** What a request asks for, as limits count it. */
export interface CallWeight {
  /** Procedures called. */
  calls: number;
  /** Credentials that would be made. */
  minted: number;
}

export const oneCall: CallWeight = { calls: 1, minted: 0 };

interface Policy {
  name: string;
  key: string;
  quota: number;
  cost: number;
}

const windowSeconds = 60;

/**
 * Counts a request for its caller and refuses it beyond the caller's share. Every answer says what is left, in the headers of
 * draft-ietf-httpapi-ratelimit-headers: `RateLimit-Policy: "calls";q=1200;w=60` and `RateLimit: "calls";r=1199;t=60`.
 * @throws `rate_limit.exceeded` with the seconds to wait
 */
export async function limitCalls(exchange: Exchange, principal: Principal | null, weight: CallWeight): Promise<void> {
  const { app, response } = exchange;
  const policies = policiesOf(exchange, principal, weight);
  const states = await Promise.all(
    policies.map(async (policy) => {
      const { used, resetMs } = await app.ports.callCounter.count(
        `${policy.name}:${policy.key}`,
        policy.cost,
        windowSeconds * 1000,
      );
      return { ...policy, left: policy.quota - used, reset: Math.max(1, Math.ceil(resetMs / 1000)) };
    }),
  );
  response.setHeader(
    'RateLimit-Policy',
    states.map(({ name, quota }) => `"${name}";q=${quota};w=${windowSeconds}`).join(', '),
  );
  response.setHeader(
    'RateLimit',
    states.map(({ name, left, reset }) => `"${name}";r=${Math.max(0, left)};t=${reset}`).join(', '),
  );
  const over = states.find(({ left }) => left < 0);
  if (over) fail('rate_limit.exceeded', { retryAfter: over.reset, internal: `${over.name} of ${over.key}` });
}

function policiesOf({ app, ip }: Exchange, principal: Principal | null, weight: CallWeight): Policy[] {
  const { limits } = app.config;
  const key = principal && credentialId(principal);
  if (!key) return [{ name: 'address', key: networkOf(ip), quota: limits.address, cost: weight.calls }];
  const quota = principal.kind === 'api_key' ? limits.key : limits.session;
  const calls: Policy = { name: 'calls', key, quota, cost: weight.calls };
  if (weight.minted === 0) return [calls];
  return [calls, { name: 'minting', key, quota: limits.minting, cost: weight.minted }];
}
