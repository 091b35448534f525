import type { Sql } from '#kernel';
import type { BatchTerms, MailboxQueue } from './mailbox-queue.ts';

/** Takes places of the local day's caps, as many as are left of those that are wanted. */
export async function reserveCap(
  sql: Sql,
  { workspaceId, mailboxId }: MailboxQueue,
  { day, daily_cap, workspace_cap }: BatchTerms,
  want: number,
): Promise<number> {
  if (want === 0) return 0;
  let limit = want;
  if (workspace_cap !== null) {
    // The mailboxes of a capped workspace take turns here, so their sum cannot grow in between.
    await sql('select pg_advisory_xact_lock(hashtextextended($1, 1))', [`${workspaceId}:${day}`]);
    const [used] = await sql<{ left: number }>(
      `select greatest($3 - coalesce(sum(reserved), 0), 0)::int as left from mailbox_day where workspace_id = $1 and day = $2::date`,
      [workspaceId, day, workspace_cap],
    );
    limit = Math.min(limit, used!.left);
  }
  const reserve = () =>
    sql<{ taken: number }>(
      `update mailbox_day d set reserved = d.reserved + b.taken
         from (select least($4::int, greatest($5::int - reserved, 0)) as taken from mailbox_day
                where workspace_id = $1 and mailbox_id = $2 and day = $3::date for update) as b
        where d.workspace_id = $1 and d.mailbox_id = $2 and d.day = $3::date returning b.taken`,
      [workspaceId, mailboxId, day, limit, daily_cap],
    );
  let [row] = await reserve();
  if (!row) {
    await sql(
      `insert into mailbox_day (workspace_id, mailbox_id, day) values ($1, $2, $3::date) on conflict do nothing`,
      [workspaceId, mailboxId, day],
    );
    [row] = await reserve();
  }
  return row!.taken;
}
