import { mailboxNoun } from '@tabard/contract';
import { defineEntity, listIndexes, p, storeOf, tableOf, tenantPolicies, type Retention, type RowOf } from '#kernel';

const server = (kind: 'smtp' | 'imap') =>
  `json_build_object('host', m.${kind}_host, 'port', m.${kind}_port, 'security', m.${kind}_security, 'user', m.${kind}_user)`;

/** An identity that can send and, with IMAP, receive. One live mailbox per address; passwords are sealed for the workspace. */
export const MailboxSchema = tableOf(mailboxNoun, {
  // The sweeper and the inbound reader look for work across workspaces.
  maintenance: ['select'],
  columns: {
    smtpHost: p.string().length(253),
    smtpPort: p.integer(),
    smtpSecurity: p.string().length(16),
    smtpUser: p.string().length(254),
    smtpPassword: p.text(),
    imapHost: p.string().length(253).nullable(),
    imapPort: p.integer().nullable(),
    imapSecurity: p.string().length(16).nullable(),
    imapUser: p.string().length(254).nullable(),
    imapPassword: p.text().nullable(),
    /** Where reading the inbox goes on. */
    uidValidity: p.string().length(32).nullable(),
    lastUid: p.integer().default(0),
    /** No mail leaves before this moment: the gap after the last one, or a server's wish to wait. */
    nextSendAt: p.datetime(3).columnType('timestamptz(3)').defaultRaw('now()'),
  },
  indexes: [
    ...listIndexes(mailboxNoun, { except: ['address'] }),
    {
      name: 'mailbox_live_address',
      expression:
        'create unique index "mailbox_live_address" on "mailbox" ("workspace_id", "address") where archived_at is null',
    },
  ],
});

/** Where mailboxes are kept. `sentToday` counts the workspace's local day. */
export const mailboxes = storeOf(mailboxNoun, MailboxSchema, {
  alias: 'm',
  conflicts: { mailbox_live_address: 'mailbox.address_taken' },
  computed: {
    // The day first: it finds its one row in the key, where a join would look at every day of the mailbox.
    sentToday: `coalesce((select d.reserved from mailbox_day d where d.workspace_id = m.workspace_id and d.mailbox_id = m.id
      and d.day = (select (now() at time zone w.time_zone)::date from workspace w where w.id = m.workspace_id)), 0)`,
    smtp: server('smtp'),
    imap: `case when m.imap_host is not null then ${server('imap')} end`,
  },
});

/** A mailbox as SQL gives it to be shown: without its passwords. */
export type MailboxRow = RowOf<(typeof mailboxNoun)['fields']>;

/** Mails reserved for one mailbox in one local day of its workspace; the cap is kept by one conditional update of this row. */
export const MailboxDaySchema = defineEntity({
  name: 'MailboxDay',
  tableName: 'mailbox_day',
  rowLevelSecurity: 'force',
  policies: tenantPolicies('mailbox_day', ['select', 'delete']),
  properties: {
    workspaceId: p.uuid().primary(),
    mailboxId: p.uuid().primary(),
    day: p.date().primary(),
    reserved: p.integer().default(0),
  },
  indexes: [
    {
      // A capped workspace adds up one day of all its mailboxes for each batch.
      name: 'mailbox_day_of_day',
      expression: 'create index "mailbox_day_of_day" on "mailbox_day" ("workspace_id", "day")',
    },
  ],
});

/** What was sent is kept by its deliveries and counts. */
export const mailboxDayRetention: Retention = {
  table: 'mailbox_day',
  key: ['workspace_id', 'mailbox_id', 'day'],
  until: `t.day < current_date - 60`,
  because: 'A day is reserved in while it lasts, and mails that wait give their place back within weeks.',
};
