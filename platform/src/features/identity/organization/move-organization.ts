import type { Uuid } from '@tabard/contract';
import type { Sql } from '#kernel';
import { requireFreeName } from './external-id.ts';
import type { OrganizationRow } from './load-chain.ts';

/** Gives an organization another place; asks nobody for permission, and whether it would lie below itself. */
export async function moveOrganization(sql: Sql, row: OrganizationRow, parentId: Uuid): Promise<void> {
  await requireFreeName(sql, { id: row.id, parentId, externalId: row.external_id });
  await sql('update organization set parent_id = $2, updated_at = now() where id = $1', [row.id, parentId]);
}
