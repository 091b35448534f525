import type { Uuid } from '@tabard/contract';
import type { Domain } from '@tabard/contract/identity/domain';
import { fail, withinScope, type OrganizationWriteScope } from '#kernel';
import { requireDomain } from './require-domain.ts';
import { domainColumns, showDomain, type DomainRow } from './show-domain.ts';
import { tellOfDomain } from './tell-of-domain.ts';

/** Has a name checked now; a worker does it, and open pages are told what it found. Asking again while one waits changes nothing. */
export async function askForCheck(scope: OrganizationWriteScope, { id }: { id: Uuid }): Promise<Domain> {
  const { workspace_id } = await requireDomain(scope, id);
  const [row] = await withinScope(scope.sql, workspace_id, () =>
    scope.sql<DomainRow>(
      `update domain set next_check_at = least(next_check_at, now()), asked_at = coalesce(asked_at, now())
        where workspace_id = $1 and id = $2 returning ${domainColumns}`,
      [workspace_id, id],
    ),
  );
  if (!row) return fail('domain.not_found');
  await tellOfDomain(scope, row);
  return showDomain(scope.app.config, row);
}
