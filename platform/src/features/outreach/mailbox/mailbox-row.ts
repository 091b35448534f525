import { toPublicId, type Mailbox } from '@tabard/contract';
import type { MailServerRow } from './mail-server-of.ts';

/** A mailbox as SQL gives it to be shown: without its passwords. */
export interface MailboxRow extends Omit<MailServerRow, 'smtp_password' | 'imap_password'> {
  id: string;
  address: string;
  display_name: string;
  state: Mailbox['state'];
  problem: string | null;
  daily_cap: number;
  min_gap: number;
  sent_today: number;
  signature: string;
  ehlo_name: string | null;
  last_received_at: Date | null;
  created_at: Date;
  archived_at: Date | null;
}

/** The columns of a `MailboxRow`, of the table under the alias `m`. `sent_today` counts the workspace's local day. */
export const mailboxColumns = `m.workspace_id, m.id, m.address, m.display_name, m.state, m.problem, m.daily_cap, m.min_gap,
  m.smtp_host, m.smtp_port, m.smtp_security, m.smtp_user, m.imap_host, m.imap_port, m.imap_security, m.imap_user,
  m.signature, m.ehlo_name, m.last_received_at, m.created_at, m.archived_at,
  coalesce((select d.reserved from mailbox_day d join workspace w on w.id = d.workspace_id
             where d.workspace_id = m.workspace_id and d.mailbox_id = m.id
               and d.day = (now() at time zone w.time_zone)::date), 0) as sent_today`;

/** A mailbox as callers see it. */
export function shapeMailbox(row: MailboxRow): Mailbox {
  return {
    id: toPublicId('mailbox', row.id),
    address: row.address,
    displayName: row.display_name,
    state: row.state,
    problem: row.problem,
    dailyCap: row.daily_cap,
    minGap: row.min_gap,
    sentToday: row.sent_today,
    smtp: { host: row.smtp_host, port: row.smtp_port, security: row.smtp_security, user: row.smtp_user },
    imap:
      row.imap_host === null
        ? null
        : { host: row.imap_host, port: row.imap_port!, security: row.imap_security!, user: row.imap_user! }, // set together
    signature: row.signature,
    ehloName: row.ehlo_name,
    lastReceivedAt: row.last_received_at?.toISOString() ?? null,
    createdAt: row.created_at.toISOString(),
    archivedAt: row.archived_at?.toISOString() ?? null,
  };
}
