import type { Permission } from '@tabard/contract/permissions';
import { fail, type Principal } from '#kernel';

/** How every API key's secret begins; scanners of source code look for it. */
export const apiKeyPrefix = 'sk_live_';

/** Nobody hands out more than they have. */
export function requireGrantable(principal: Principal, wanted: Iterable<Permission>): void {
  const missing = [...wanted].filter((permission) => !principal.permissions.has(permission));
  if (missing.length === 0) return;
  fail('api_key.scope_exceeded', {
    public: `You can only give permissions that you have yourself. Leave out: ${missing.join(', ')}.`,
  });
}
