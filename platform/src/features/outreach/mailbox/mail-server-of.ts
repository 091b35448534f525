import { fail, type App } from '#kernel';
import type { MailServer } from '#ports';
import { nameOfSender } from './name-of-sender.ts';

/** The part of a mailbox's row that says how to reach its servers. */
export interface MailServerRow {
  workspace_id: string;
  address: string;
  ehlo_name: string | null;
  smtp_host: string;
  smtp_port: number;
  smtp_security: MailServer['security'];
  smtp_user: string;
  smtp_password: string;
  imap_host: string | null;
  imap_port: number | null;
  imap_security: MailServer['security'] | null;
  imap_user: string | null;
  imap_password: string | null;
}

/** The columns of a `MailServerRow`, of the table under the alias `m`. */
export const mailServerColumns = `m.workspace_id, m.address, m.ehlo_name, m.smtp_host, m.smtp_port, m.smtp_security, m.smtp_user, m.smtp_password,
  m.imap_host, m.imap_port, m.imap_security, m.imap_user, m.imap_password`;

/** One of a mailbox's servers with its password opened. Keep the result out of logs, jobs and answers. */
export function mailServerOf(app: App, row: MailServerRow, kind: 'smtp' | 'imap'): MailServer {
  const password = row[`${kind}_password`];
  const [host, port, security, user] = [
    row[`${kind}_host`],
    row[`${kind}_port`],
    row[`${kind}_security`],
    row[`${kind}_user`],
  ];
  if (host === null || port === null || security === null || user === null || password === null)
    return fail('mailbox.unreachable', { public: 'This mailbox has no IMAP server, so it only sends.' });
  const server = { host, port, security, user, password: app.ports.secrets.open(password, row.workspace_id) };
  return kind === 'imap'
    ? server
    : { ...server, clientName: row.ehlo_name ?? app.config.sending.ehloName ?? nameOfSender(row.address) };
}
