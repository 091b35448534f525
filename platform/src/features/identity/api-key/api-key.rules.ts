import type { Permission } from '@tabard/contract/permissions';
import { grantablePermissions } from '#features/identity/organization';
import { fail, type OrganizationScope } from '#kernel';

/** How every API key's secret begins; scanners of source code look for it. */
export const apiKeyPrefix = 'sk_live_';

/** Nobody hands out more than they have. */
export async function requireGrantable(scope: OrganizationScope, wanted: Iterable<Permission>): Promise<void> {
  const own = await grantablePermissions(scope);
  const missing = [...wanted].filter((permission) => !own.has(permission));
  if (missing.length === 0) return;
  fail('api_key.scope_exceeded', {
    public: `You can only give permissions that you have yourself. Leave out: ${missing.join(', ')}.`,
  });
}
