import type { Uuid } from '@tabard/contract';
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

/** The mailbox with the identity that the law asks for: what the brand of the workspace does not set is inherited from above. */
export async function readSender(sql: Sql, workspaceId: Uuid, mailboxId: Uuid): Promise<Sender> {
  const [row] = await sql<{
    address: string;
    display_name: string;
    signature: string;
    locale: string;
    time_zone: string;
    sender_name: string | null;
    postal_address: string | null;
    now: Date;
  }>(
    `with recursive branch as (
       select w.brand, w.organization_id as next, 0 as depth from workspace w where w.id = $1
       union all select o.brand, o.parent_id, b.depth + 1 from branch b join organization o on o.id = b.next
     )
     select m.address, m.display_name, m.signature, w.locale, w.time_zone, now() as now,
            coalesce((select brand->>'displayName' from branch where brand->>'displayName' <> '' order by depth limit 1), w.name) as sender_name,
            (select brand->>'postalAddress' from branch where brand->>'postalAddress' <> '' order by depth limit 1) as postal_address
       from mailbox m join workspace w on w.id = m.workspace_id where m.workspace_id = $1 and m.id = $2`,
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
      senderName: row.sender_name ?? '',
      postalAddress: row.postal_address ?? '',
    }),
  };
}
