import type { Uuid } from '@tabard/contract';
import type { Sql } from '#kernel';

/** Forgets those of these people who belong nowhere any more: they, their sign-ins and what they sign in with. Others stay. */
export async function forgetLonePeople(sql: Sql, userIds: readonly Uuid[]): Promise<void> {
  const people = await sql<{ id: Uuid }>(
    'delete from app_user u where u.id = any($1) and not exists (select from member m where m.user_id = u.id) returning u.id',
    [userIds],
  );
  if (people.length === 0) return;
  const tables = await sql<{ name: string }>(
    `select c.relname as name from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attname = 'user_id' and not a.attisdropped
      where c.relnamespace = 'public'::regnamespace and c.relkind = 'r' and not c.relispartition and not c.relrowsecurity
        and c.relname <> 'setup' order by c.relname`,
  );
  for (const { name } of tables)
    await sql(`delete from "${name}" where user_id = any($1)`, [people.map(({ id }) => id)]);
}
