import type { Uuid } from '@tabard/contract';
import { companyOf, domainOf } from '#features/identity/identity-provider';
import { fail, type App } from '#kernel';
import type { SignInMeans } from './open-session.ts';

/**
 * Refuses whoever has an address of a company whose people sign in by its own provider, and came in another way. Owners of the
 * organization, and of those above, keep every way, so that a set-up that is broken can be mended; a sign-in that an allowed one
 * approved is allowed.
 * @throws `auth.single_sign_on_required`
 */
export async function requireAllowedMeans(app: App, userId: Uuid, by?: SignInMeans | null): Promise<void> {
  if (by?.approvedBy) return;
  const [person] = await app.database.readOrganization<{ email: string; provider_id: Uuid | null }>(
    `select email, (select provider_id from user_identity i where i.id = $2 and i.user_id = u.id) as provider_id
       from app_user u where id = $1`,
    [userId, by?.identityId ?? null],
    'allowed_means',
  );
  const company = person && (await companyOf(app, { domain: null }, domainOf(person.email)));
  if (!company?.isEnforced || !company.organizationId || person?.provider_id === company.id) return;
  if (!(await ownsAbove(app, userId, company.organizationId))) fail('auth.single_sign_on_required');
}

async function ownsAbove(app: App, userId: Uuid, organizationId: Uuid): Promise<boolean> {
  const rows = await app.database.readOrganization(
    `with recursive chain as (
       select id, parent_id from organization where id = $2
       union all
       select o.id, o.parent_id from organization o join chain on o.id = chain.parent_id)
     select from member where user_id = $1 and organization_id in (select id from chain) and workspace_id is null
        and role_id is null and role in ('org_admin', 'super_admin') and deactivated_at is null`,
    [userId, organizationId],
    'owns_above',
  );
  return rows.length > 0;
}
