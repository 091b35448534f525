import type { Role, Uuid } from '@tabard/contract';
import { fail, newId, type Sql } from '#kernel';
import { normalizeEmail } from './normalize-email.ts';
import { hashPassword } from './password.ts';

export interface NewUser {
  email: string;
  name: string;
  password: string;
  /** What the user is, and where; without `workspaceId` in the organization's whole branch. */
  memberships: { role: Role; organizationId: Uuid; workspaceId?: Uuid }[];
}

/** Adds a person who can sign in. No procedure offers it: the first person comes by the setup's link. */
export async function createUser(sql: Sql, user: NewUser): Promise<Uuid> {
  const id = newId();
  const [row] = await sql(
    `insert into app_user (id, email, name, password_hash) values ($1, $2, $3, $4) on conflict (email) do nothing returning id`,
    [id, normalizeEmail(user.email), user.name, await hashPassword(user.password)],
  );
  if (!row) fail('user.email_taken');
  for (const { role, organizationId, workspaceId } of user.memberships)
    await sql('insert into member (id, user_id, organization_id, workspace_id, role) values ($1, $2, $3, $4, $5)', [
      newId(),
      id,
      organizationId,
      workspaceId ?? null,
      role,
    ]);
  return id;
}
