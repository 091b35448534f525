import { defineEntity, p, tenantKey, tenantPolicies, timestamps, type Retention } from '#kernel';

/** An identity that can send and, with IMAP, receive. Passwords are sealed for the workspace. */
export const MailboxSchema = defineEntity({
  name: 'Mailbox',
  tableName: 'mailbox',
  rowLevelSecurity: 'force',
  // The sweeper and the inbound reader look for work across workspaces.
  policies: tenantPolicies('mailbox', ['select']),
  properties: {
    ...tenantKey(),
    address: p.string().length(254),
    displayName: p.string().length(120),
    /** active, paused, failing, disconnected */
    state: p.string().length(16).default('active'),
    problem: p.text().nullable(),
    dailyCap: p.integer().default(50),
    /** Seconds between two mails. */
    minGap: p.integer().default(0),
    signature: p.text().default(''),
    smtpHost: p.string().length(253),
    smtpPort: p.integer(),
    smtpSecurity: p.string().length(16),
    smtpUser: p.string().length(254),
    smtpPassword: p.text(),
    /** What it calls itself to its SMTP server; null for the name of the host that sends. */
    ehloName: p.string().length(253).nullable(),
    imapHost: p.string().length(253).nullable(),
    imapPort: p.integer().nullable(),
    imapSecurity: p.string().length(16).nullable(),
    imapUser: p.string().length(254).nullable(),
    imapPassword: p.text().nullable(),
    /** Where reading the inbox goes on. */
    uidValidity: p.string().length(32).nullable(),
    lastUid: p.integer().default(0),
    lastReceivedAt: p.datetime(3).columnType('timestamptz(3)').nullable(),
    /** No mail leaves before this moment: the gap after the last one, or a server's wish to wait. */
    nextSendAt: p.datetime(3).columnType('timestamptz(3)').defaultRaw('now()'),
    archivedAt: p.datetime(3).columnType('timestamptz(3)').nullable(),
    ...timestamps(),
  },
  indexes: [
    {
      name: 'mailbox_live_address',
      expression:
        'create unique index "mailbox_live_address" on "mailbox" ("workspace_id", "address") where archived_at is null',
    },
  ],
});

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
});

/** What was sent is kept by its deliveries and counts. */
export const mailboxDayRetention: Retention = {
  table: 'mailbox_day',
  key: ['workspace_id', 'mailbox_id', 'day'],
  until: `t.day < current_date - 60`,
  because: 'A day is reserved in while it lasts, and mails that wait give their place back within weeks.',
};
