import { toPublicId, type MailboxUse, type Uuid, type mailboxArchiveInput } from '@tabard/contract';
import type { z } from 'zod';
import { fail, setArchived, type ReadScope, type Sql, type WriteScope } from '#kernel';
import { mailboxes } from './mailbox.entity.ts';

interface UseRow {
  id: Uuid;
  name: string;
  leads: number;
  /** The first of the mailboxes that it sends from. */
  mailbox_id: Uuid;
}

/** Running campaigns of workspace `$1` that send from one of the live mailboxes `$2`. */
const usesSql = `
  select c.id, c.name,
         (select m.id from mailbox m where m.workspace_id = $1 and m.id = any($2::uuid[]) and m.id = any(c.mailbox_ids) limit 1) as mailbox_id,
         (select count(*)::int from enrollment e where e.workspace_id = $1 and e.campaign_id = c.id
             and e.mailbox_id = any($2::uuid[]) and e.next_step_at is not null) as leads
    from campaign c
   where c.workspace_id = $1 and c.state = 'running' and c.archived_at is null and c.mailbox_ids && array(
         select m.id from mailbox m where m.workspace_id = $1 and m.id = any($2::uuid[]) and m.archived_at is null)
   order by c.name, c.id limit 50`;

/** What archiving mailboxes would stop. */
export async function listMailboxUses(
  { read, workspaceId }: ReadScope,
  { ids }: { ids: readonly Uuid[] },
): Promise<{ campaigns: MailboxUse[] }> {
  const rows = await read<UseRow>(usesSql, [workspaceId, ids]);
  return { campaigns: rows.map(({ id, name, leads }) => ({ id: toPublicId('campaign', id), name, leads })) };
}

/** Takes mailboxes out of use, and keeps what they are otherwise; those that running campaigns send from only when told so. */
export async function archiveMailboxes(
  scope: WriteScope,
  { ids, stopSending }: z.output<typeof mailboxArchiveInput>,
): Promise<{ count: number }> {
  if (!stopSending) await refuseUsed(scope.sql, scope.workspaceId, ids);
  return setArchived(mailboxes, scope, { ids, archived: true });
}

async function refuseUsed(sql: Sql, workspaceId: Uuid, ids: readonly Uuid[]): Promise<void> {
  const uses = await sql<UseRow>(usesSql, [workspaceId, ids]);
  if (uses.length > 0)
    fail('mailbox.in_use', {
      details: uses.map(({ name, leads, mailbox_id: used }) => ({
        path: `ids.${ids.indexOf(used)}`,
        message: `"${name}" is running and sends from it: ${leads} of its leads would wait.`,
      })),
    });
}
