import type { Uuid } from '@tabard/contract';
import { Failure, fail, type OrganizationWriteScope } from '#kernel';
import { outranks } from './authority.ts';
import { requirePlace, type Place } from './place.ts';
import { memberColumns, memberTables, type MemberRow } from './show-member.ts';

/**
 * A member that the caller may change, locked until the end of the transaction.
 * @throws `member.not_found`, `member.inherited`, `member.role_exceeded`
 */
export async function requireMember(
  scope: OrganizationWriteScope,
  id: Uuid,
): Promise<{ row: MemberRow; place: Place }> {
  const { principal } = scope;
  const [row] = await scope.sql<MemberRow>(
    `select ${memberColumns} from ${memberTables} where m.id = $1 for update of m`,
    [id],
  );
  if (!row) fail('member.not_found');
  const isAbove = row.workspace_id === null && row.organization_id === principal.organizationId;
  if (isAbove && principal.workspaceId !== null) fail('member.inherited');
  const place = await requirePlace(scope, { organizationId: row.organization_id, workspaceId: row.workspace_id }).catch(
    (error: unknown) => (error instanceof Failure ? fail('member.not_found') : Promise.reject(error)),
  );
  const mayChange = await outranks(scope, place);
  if (!mayChange(row)) fail('member.role_exceeded');
  return { row, place };
}
