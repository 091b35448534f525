import { toPublicId, type Uuid } from '@tabard/contract';
import { workspacesBelow } from '#features/identity/organization';
import type { OrganizationWriteScope, Sql } from '#kernel';
import type { DomainRow } from './show-domain.ts';

type Told = Pick<DomainRow, 'id' | 'workspace_id' | 'organization_id'>;

/** The workspaces whose pages show a name: its own, or all below its organization. */
export async function workspacesOf(sql: Sql, { workspace_id, organization_id }: Told): Promise<Uuid[]> {
  return workspace_id === organization_id ? workspacesBelow(sql, organization_id) : [workspace_id];
}

/** Tells open pages that a name changed. */
export async function tellOfDomain(
  { sql, emitIn }: Pick<OrganizationWriteScope, 'sql' | 'emitIn'>,
  row: Told & { state: string },
): Promise<void> {
  emitIn(await workspacesOf(sql, row), 'domain.updated', { domainId: toPublicId('domain', row.id), state: row.state });
}
