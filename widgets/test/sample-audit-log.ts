import type { AuditLogEntry } from '@tabard/contract';
import { ago } from './sample-records.ts';

const person = { kind: 'user', id: 'usr_1', name: 'Mara Silva' } as const;
const entry = (id: string, minutes: number, action: string, more: Partial<AuditLogEntry> = {}): AuditLogEntry => ({
  id,
  at: ago(minutes),
  actor: person,
  onBehalfOf: null,
  action,
  outcome: 'ok',
  ip: '203.0.113.24',
  userAgent: 'Mozilla/5.0 (X11; Linux x86_64)',
  requestId: 'req_01K4ZQ7N5T',
  subjects: ['lea_0192f3c4d5e67a8b9c0d1e2f3a4b5c6d'],
  input: null,
  before: null,
  after: null,
  ...more,
});

export const entries: readonly AuditLogEntry[] = [
  entry('aud_0', 4, 'leads.update', {
    input: { timeZone: 'Europe/Lisbon', city: '[redacted]' },
    before: { time_zone: null, city: '[redacted]' },
    after: { time_zone: 'Europe/Lisbon', city: '[redacted]' },
  }),
  entry('aud_1', 20, 'campaigns.launch', {
    actor: { kind: 'embed_session', id: 'ems_1', name: 'Joel Park' },
    onBehalfOf: 'host-user-17',
    subjects: ['cmp_0192f3c4d5e67a8b9c0d1e2f3a4b5c6d'],
    before: { state: 'draft' },
    after: { state: 'running' },
  }),
  entry('aud_2', 60, 'apiKeys.use', {
    actor: { kind: 'api_key', id: 'key_0', name: 'Client portal' },
    outcome: 'auth.address_not_allowed',
    ip: '198.51.100.7',
    userAgent: 'curl/8.5.0',
    subjects: ['key_0'],
  }),
  entry('aud_3', 300, 'mailboxes.pause', {
    actor: { kind: 'job', id: 'mailbox.check', name: null },
    ip: null,
    userAgent: null,
    subjects: ['mbx_0192f3c4d5e67a8b9c0d1e2f3a4b5c6d'],
  }),
  entry('aud_4', 2000, 'sessions.signIn', { actor: null, outcome: 'auth.invalid_credentials', subjects: [] }),
];

/** What the platform answers about the audit log. */
export const auditLogAnswers = (isEmpty = false): Record<string, (input: never) => unknown> => ({
  'auditLog.list': ({ filter = {} }: { filter?: { action?: string; actorKind?: string } }) => ({
    items: isEmpty
      ? []
      : entries.filter(
          ({ action, actor }) =>
            (!filter.action || action.startsWith(filter.action.replace('*', ''))) &&
            (!filter.actorKind || actor?.kind === filter.actorKind),
        ),
    nextCursor: null,
  }),
  'auditLog.reach': () => ({ organization: { id: 'org_1', name: 'Northlight' } }),
});
