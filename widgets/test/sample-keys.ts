import type { ApiKey } from '@tabard/contract';
import { permissions } from '@tabard/contract/permissions';
import { ago } from './sample-records.ts';

const day = 24 * 60;
const key = (id: string, name: string, more: Partial<ApiKey> = {}): ApiKey => ({
  id,
  organizationId: 'org_1',
  workspaceId: null,
  name,
  hint: `${id.slice(-1)}aB${id.slice(-1)}`,
  secrets: [{ hint: `${id.slice(-1)}aB${id.slice(-1)}`, createdAt: ago(90 * day), endsAt: null }],
  state: 'active',
  networks: [],
  permissions: ['workspace.read', 'lead.read', 'campaign.read'],
  createdAt: ago(90 * day),
  lastUsedAt: ago(12),
  lastUsedFrom: '203.0.113.24',
  expiresAt: null,
  revokedAt: null,
  ...more,
});

export const apiKeys: readonly ApiKey[] = [
  key('key_0', 'Client portal', { networks: ['203.0.113.0/24', '2001:db8::/32'], permissions: [...permissions] }),
  key('key_1', 'Nightly import of brokers', {
    workspaceId: 'wsp_1',
    secrets: [
      { hint: '1aB1', createdAt: ago(30), endsAt: null },
      { hint: 'x9Qf', createdAt: null, endsAt: ago(-day) },
    ],
  }),
  key('key_2', 'Reporting', { expiresAt: ago(-60 * day), lastUsedAt: null, lastUsedFrom: null }),
];
const ended: readonly ApiKey[] = [
  key('key_3', 'Old portal', { state: 'ended', secrets: [], revokedAt: ago(3 * day) }),
  key('key_4', 'Trial', { state: 'ended', secrets: [], expiresAt: ago(10 * day), workspaceId: 'wsp_1' }),
];

/** In the form of a secret; put together here, so that nobody takes it for one. */
export const SECRET = ['sk', 'live', '0KbT5uPqWm2rXy7cVn4sLd9hJf3gZaQe1aB9'].join('_');
const find = (id: string): ApiKey => apiKeys.find((one) => one.id === id) ?? apiKeys[0]!;

/** What the platform answers about keys. */
export const apiKeyAnswers = (isEmpty = false): Record<string, (input: never) => unknown> => ({
  'apiKeys.list': ({ filter }: { filter?: { state?: string } }) => ({
    items: isEmpty ? [] : filter?.state === 'ended' ? ended : apiKeys,
    nextCursor: null,
  }),
  'apiKeys.grantable': () => ({ permissions, branch: { id: 'org_1', name: 'Northlight' } }),
  'apiKeys.create': (values: object) => ({ ...apiKeys[0], ...values, secret: SECRET }),
  'apiKeys.update': ({ id, ...values }: { id: string }) => ({ ...find(id), ...values }),
  'apiKeys.rotate': ({ id }: { id: string }) => ({ ...find(id), secret: SECRET }),
  'apiKeys.revoke': ({ id }: { id: string }) => ({ ...find(id), state: 'ended', revokedAt: ago(0) }),
});
