import type { Page } from '@tabard/contract';
import type { Domain, domainListInput } from '@tabard/contract/identity/domain';
import type { z } from 'zod';
import { requirePlace } from '#features/identity/member';
import { byId, readPage, type OrganizationScope } from '#kernel';
import { domainColumns, showDomain, type DomainRow } from './show-domain.ts';

/** The names of one place, the oldest first. */
export async function listDomains(
  scope: OrganizationScope,
  input: z.output<typeof domainListInput>,
): Promise<Page<Domain>> {
  const { database, config } = scope.app;
  const { organizationId, workspaceId } = await requirePlace(scope, input);
  const scopeId = workspaceId ?? organizationId;
  const within = {
    read: <R extends object>(text: string, values?: unknown[]) => database.read<R>(scopeId, text, values),
  };
  return readPage(within, input, {
    columns: domainColumns,
    from: 'domain',
    where: ['workspace_id = $1'],
    values: [scopeId],
    ...byId<DomainRow>('asc'),
    shape: (row) => showDomain(config, row),
  });
}
