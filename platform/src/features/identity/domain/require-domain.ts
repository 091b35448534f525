import type { Uuid } from '@tabard/contract';
import { requirePlace } from '#features/identity/member';
import { Failure, fail, type OrganizationScope } from '#kernel';
import { domainColumns, type DomainRow } from './show-domain.ts';

/** A name of a place that the caller reaches; anything else is the same 404 as an unknown id. */
export async function requireDomain(scope: OrganizationScope, id: Uuid): Promise<DomainRow> {
  const [row] = await scope.app.database.maintain<DomainRow>(`select ${domainColumns} from domain where id = $1`, [id]);
  if (!row) return fail('domain.not_found');
  const { workspace_id, organization_id } = row;
  const place = workspace_id === organization_id ? { organizationId: organization_id } : { workspaceId: workspace_id };
  await requirePlace(scope, place).catch((error: unknown) =>
    error instanceof Failure ? fail('domain.not_found') : Promise.reject(error),
  );
  return row;
}
