import type { Uuid } from '@tabard/contract';
import { fail, type Sql } from '#kernel';

/** Ends a page and every session it got; again changes nothing. */
export async function endHostedPage(sql: Sql, id: Uuid): Promise<Date> {
  await sql('update embed_session set revoked_at = coalesce(revoked_at, now()) where hosted_page_id = $1', [id]);
  const [row] = await sql<{ revoked_at: Date }>(
    'update hosted_page set revoked_at = coalesce(revoked_at, now()) where id = $1 returning revoked_at',
    [id],
  );
  return (row ?? fail('hosted_page.not_found')).revoked_at;
}
