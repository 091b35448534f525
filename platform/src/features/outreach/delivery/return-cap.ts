import type { Uuid } from '@tabard/contract';
import type { Sql } from '#kernel';

/** Gives places of the cap back that were taken for mails which did not leave, each on the day it was taken. */
export async function returnCap(
  sql: Sql,
  { workspaceId, mailboxId }: { workspaceId: Uuid; mailboxId: Uuid },
  days: readonly (string | null)[],
): Promise<void> {
  const counts = new Map<string, number>();
  for (const day of days) if (day) counts.set(day, (counts.get(day) ?? 0) + 1);
  if (counts.size === 0) return;
  await sql(
    `update mailbox_day d set reserved = greatest(d.reserved - t.count, 0) from unnest($3::date[], $4::int[]) as t(day, count)
      where d.workspace_id = $1 and d.mailbox_id = $2 and d.day = t.day`,
    [workspaceId, mailboxId, [...counts.keys()], [...counts.values()]],
  );
}
