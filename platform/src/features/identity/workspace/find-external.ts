import type { Uuid } from '@tabard/contract';
import { fail, type OrganizationScope } from '#kernel';

/**
 * The workspace of the caller's branch that a host's own system calls so; null when there is none. `organizationId` says of which
 * organization.
 * @throws `workspace.external_id_ambiguous` where several organizations of the branch have one
 */
export async function findExternal(
  { app, principal }: Pick<OrganizationScope, 'app' | 'principal'>,
  externalId: string,
  organizationId: Uuid | null = null,
): Promise<Uuid | null> {
  const rows = await app.database.readOrganization<{ id: Uuid }>(
    `with recursive branch as (
       select o.id from organization o where o.id = $1
       union all
       select o.id from organization o join branch on o.parent_id = branch.id)
     select id from workspace
      where external_id = $2 and organization_id in (select id from branch)
        and ($3::uuid is null or id = $3) and ($4::uuid is null or organization_id = $4) limit 2`,
    [principal.organizationId, externalId, principal.workspaceId, organizationId],
    'workspace_external',
  );
  if (rows.length > 1) fail('workspace.external_id_ambiguous');
  return rows[0]?.id ?? null;
}
