import type { Role, Uuid } from '@tabard/contract';
import { newId, type Sql } from '#kernel';

/** What somebody becomes, and where; without `workspaceId` in the organization's whole branch. */
export interface NewMember {
  userId: Uuid;
  role: Role;
  /** The role that was made, if it is one; `role` is then the least of the built-in ones. */
  roleId?: Uuid | null;
  organizationId: Uuid;
  workspaceId?: Uuid | null;
}

/** Makes a person a member; asks nobody for permission. Who is one at this very place already stays what they are. */
export async function insertMember(
  sql: Sql,
  { userId, role, roleId, organizationId, workspaceId }: NewMember,
): Promise<void> {
  // Two who make the same person a member take turns.
  await sql('select from app_user where id = $1 for update', [userId]);
  await sql(
    `insert into member (id, user_id, organization_id, workspace_id, role, role_id) select $1, $2, $3, $4, $5, $6
      where not exists (select from member where user_id = $2 and organization_id = $3 and workspace_id is not distinct from $4)`,
    [newId(), userId, organizationId, workspaceId ?? null, role, roleId ?? null],
  );
}
