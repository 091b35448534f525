import type { Uuid } from '@tabard/contract';
import type { App } from '#kernel';

/** Who somebody is, null when they are gone. */
export async function findUser(app: App, id: Uuid): Promise<{ name: string; email: string } | null> {
  const [row] = await app.database.readOrganization<{ name: string; email: string }>(
    'select name, email from app_user where id = $1',
    [id],
  );
  return row ?? null;
}
