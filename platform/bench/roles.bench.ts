import { permissions, toPublicId } from '@tabard/contract';
import { plantHolders } from './fixture/role-holder.ts';
import type { Harness } from './harness.ts';
import { requirePermission } from '#kernel';
import { authenticate } from '#features/identity/session';

export const name = 'roles';
export const title =
  'who is calling and whether they may, for a person with a role that was made, beside a built-in one (R1)';

const rounds = 20_000;

/** Warm: the credential was looked up a moment ago, as for every call but one in a second and a half. */
export async function run(harness: Harness): Promise<void> {
  const { app, made, builtIn, workspaceId } = await plantHolders(harness);
  const check = (token: string) => async (): Promise<number> => {
    const presented = {
      authorization: `Bearer ${token}`,
      workspaceHeader: toPublicId('workspace', workspaceId),
      origin: undefined,
      fromPage: false,
      domain: null,
      ip: '127.0.0.1',
      userAgent: null,
    };
    const start = performance.now();
    for (let round = 0; round < rounds; round++) {
      const { principal } = await authenticate(app, presented);
      if (!principal) throw new Error('Nobody is known.');
      requirePermission(principal, 'lead.read');
    }
    return ((performance.now() - start) * 1000) / rounds;
  };
  for (const side of [check(made), check(builtIn)]) await side();
  harness.report({
    id: 'R1',
    what: `a call by a role of ${permissions.length} permissions, looked up and checked`,
    unit: 'µs',
    goal: { of: 'product', atMost: 50 },
    ...(await harness.alternate({ product: check(made), reference: check(builtIn) })),
  });
}
