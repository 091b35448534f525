import type { Uuid } from '@tabard/contract';
import type { App } from '#kernel';
import { verifyPassword } from './password.ts';

/** Whether it is the password of the person; the caller counts tries. */
export async function checkPassword({ database }: App, userId: Uuid, password: string): Promise<boolean> {
  const [row] = await database.readOrganization<{ password_hash: string | null }>(
    'select password_hash from app_user where id = $1',
    [userId],
  );
  return verifyPassword(row?.password_hash ?? null, password);
}
