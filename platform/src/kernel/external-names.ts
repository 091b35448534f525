import { toPublicId, type Uuid } from '@tabard/contract';
import type { App } from './app.ts';
import type { NamedIds } from './audit-entry.ts';
import { fail } from './fail.ts';
import type { Principal } from './principal.ts';

/** What stands before the name that a host's own system gives, where an id is asked for. */
const mark = 'external:';

/**
 * An input with the ids of organizations where it names them as the host's own system does: the one of the caller's branch.
 * @throws `organization.not_found`, `organization.external_id_ambiguous` where several of the branch have the name
 */
export async function withOrganizationIds(
  app: App,
  principal: Principal | null,
  ids: NamedIds,
  input: unknown,
): Promise<unknown> {
  if (!principal || typeof input !== 'object' || input === null) return input;
  const given = input as Record<string, unknown>; // a body, of which nothing else is known yet
  const named = ids.fieldsOf('organization').flatMap((field): [string, string][] => {
    const value = given[field];
    return typeof value === 'string' && value.startsWith(mark) ? [[field, value.slice(mark.length)]] : [];
  });
  const found = await Promise.all(
    named.map(async ([field, name]) => [
      field,
      toPublicId('organization', await findOrganization(app, principal, name)),
    ]),
  );
  return found.length > 0 ? { ...given, ...Object.fromEntries(found) } : input;
}

async function findOrganization({ database }: App, { organizationId }: Principal, name: string): Promise<Uuid> {
  const [row, other] = await database.readOrganization<{ id: Uuid }>(
    `with recursive branch as (
       select o.id, o.external_id from organization o where o.id = $1
       union all
       select o.id, o.external_id from organization o join branch on o.parent_id = branch.id)
     select id from branch where external_id = $2 limit 2`,
    [organizationId, name.slice(0, 200)],
    'organization_external',
  );
  if (other) fail('organization.external_id_ambiguous');
  return (row ?? fail('organization.not_found')).id;
}
