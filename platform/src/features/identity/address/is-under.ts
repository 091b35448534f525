import type { Uuid } from '@tabard/contract';
import type { App, ServedDomain } from '#kernel';
import { scopeChain } from './scope-chain.ts';

/** Whether a workspace or an organization is what a name stands for, or lies below it. Everything is, under the installation's own names. */
export async function isUnder(app: App, domain: ServedDomain | null | undefined, scopeId: Uuid): Promise<boolean> {
  return !domain || (await scopeChain(app, scopeId)).includes(domain.scopeId);
}

/** Whether a person has anything to do under a name: is a member of what it stands for, of what is below it, or of an organization above. */
export async function belongsUnder(app: App, domain: ServedDomain | null | undefined, userId: Uuid): Promise<boolean> {
  if (!domain) return true;
  const above = await scopeChain(app, domain.scopeId);
  const places = await app.database.readOrganization<{ organization_id: Uuid; workspace_id: Uuid | null }>(
    'select organization_id, workspace_id from member where user_id = $1',
    [userId],
    'member_places',
  );
  for (const { organization_id, workspace_id } of places) {
    if (workspace_id === null && above.includes(organization_id)) return true;
    if (await isUnder(app, domain, workspace_id ?? organization_id)) return true;
  }
  return false;
}
