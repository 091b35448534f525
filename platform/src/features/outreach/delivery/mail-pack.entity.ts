import { defineEntity, p, tenantKey, tenantPolicies, type Retention } from '#kernel';

/**
 * The bytes of mails that were written together, compressed as one: mails of one step differ by a few words, so many of them take
 * little more room than one. Packs are only added, and dropped when they are old.
 */
export const MailPackSchema = defineEntity({
  name: 'MailPack',
  tableName: 'mail_pack',
  rowLevelSecurity: 'force',
  // The sweeper drops what was kept long enough, across workspaces.
  policies: tenantPolicies('mail_pack', ['select', 'delete']),
  properties: {
    ...tenantKey(),
    /** Zstandard. */
    bytes: p.blob(),
    createdAt: p.datetime(3).columnType('timestamptz(3)').defaultRaw('now()'),
  },
  indexes: [{ properties: ['createdAt'] }],
});

/** The bytes of mails that left long ago; that they were sent, to whom and when, stays. */
export const mailPackRetention: Retention = {
  table: 'mail_pack',
  until: `t.created_at < now() - interval '90 days'`,
  because: 'Longer than any mail is tried, and long enough for an answer to show what it answers.',
};
