import type { Uuid } from '@tabard/contract';
import { senderIdentity } from '#features/identity/workspace';
import type { Sql } from '#kernel';
import { footerWriter } from './write-footer.ts';

/** Who a mail is from, as its recipient sees it. */
export interface Sender {
  address: string;
  domain: string;
  displayName: string;
  footer: ReturnType<typeof footerWriter>;
  /** The zone of the workspace, in which dates are written. */
  timeZone: string;
  /** The database's time. */
  now: Date;
}

/** The mailbox with the identity that the law asks for. */
export async function readSender(sql: Sql, workspaceId: Uuid, mailboxId: Uuid): Promise<Sender> {
  const [row] = await sql<{
    address: string;
    display_name: string;
    signature: string;
    locale: string;
    time_zone: string;
    sender_name: string;
    postal_address: string | null;
    now: Date;
  }>(
    `with recursive ${senderIdentity}
     select m.address, m.display_name, m.signature, w.locale, w.time_zone, now() as now, s.name as sender_name, s.postal_address
       from sender s, mailbox m join workspace w on w.id = m.workspace_id where m.workspace_id = $1 and m.id = $2`,
    [workspaceId, mailboxId],
  );
  if (!row) throw new Error('The mailbox is gone.');
  return {
    address: row.address,
    domain: row.address.slice(row.address.lastIndexOf('@') + 1),
    displayName: row.display_name,
    timeZone: row.time_zone,
    now: row.now,
    footer: footerWriter({
      locale: row.locale,
      signature: row.signature,
      senderName: row.sender_name,
      postalAddress: row.postal_address ?? '',
    }),
  };
}
