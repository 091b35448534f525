import type { Uuid } from '@tabard/contract';
import type { Sql } from '#kernel';
import type { Person } from './find-user.ts';

/** Changes what others see a person as, and how they read; what is left out stays. */
export async function setProfile(
  sql: Sql,
  userId: Uuid,
  { name, locale, timeZone }: Partial<Omit<Person, 'email'>>,
): Promise<void> {
  // `updated_at` tells how old links are beside a password, so it stays.
  await sql(
    `update app_user set name = coalesce($2, name), locale = case when $3 then $4 else locale end,
            time_zone = case when $5 then $6 else time_zone end where id = $1`,
    [userId, name ?? null, locale !== undefined, locale ?? null, timeZone !== undefined, timeZone ?? null],
  );
}
