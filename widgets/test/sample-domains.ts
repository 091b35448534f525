import type { Domain } from '@tabard/contract/identity/domain';
import { ago } from './sample-records.ts';

type RecordFacts = Pick<Domain['records'][number], 'state' | 'found'>;
const there = (value: string): RecordFacts => ({ state: 'found', found: [value] });
const missing: RecordFacts = { state: 'missing', found: [] };

const domain = (
  id: string,
  host: string,
  more: Partial<Domain> = {},
  found: { proof?: RecordFacts; pointing?: RecordFacts } = {},
): Domain => {
  const [target, token] = ['edge.northlight.example', 'host-proof=Zk3mQp8vT2xLw9RbYc5NdHs7'];
  return {
    id,
    organizationId: 'org_1',
    workspaceId: 'wsp_1',
    host,
    readable: host,
    purpose: 'app',
    state: 'active',
    checking: false,
    records: [
      { role: 'proof', type: 'TXT', name: `_host-proof.${host}`, value: token, ...(found.proof ?? there(token)) },
      { role: 'pointing', type: 'CNAME', name: host, value: target, ...(found.pointing ?? there(target)) },
    ],
    finding: null,
    url: null,
    checkedAt: ago(20),
    servedUntil: null,
    createdAt: ago(3 * 24 * 60),
    ...more,
  };
};

export const domains: readonly Domain[] = [
  domain('dom_0', 'portal.harbour.example', { url: 'https://portal.harbour.example' }),
  domain(
    'dom_1',
    'go.harbour.example',
    { purpose: 'links', state: 'verified' },
    { pointing: { state: 'wrong', found: ['parking.registrar.example'] } },
  ),
  domain(
    'dom_2',
    'api.harbour.example',
    { purpose: 'api', state: 'failing', servedUntil: ago(-9 * 60) },
    { proof: missing },
  ),
  domain(
    'dom_3',
    'xn--hfen-post-02a.example',
    { readable: 'häfen-post.example', purpose: 'mail', state: 'pending', checkedAt: null },
    { proof: { state: 'unchecked', found: [] }, pointing: { state: 'unchecked', found: [] } },
  ),
  domain('dom_4', 'old.harbour.example', { state: 'lost' }, { proof: missing, pointing: missing }),
];

const find = (id: string): Domain => domains.find((one) => one.id === id) ?? domains[0]!;

/** What the platform answers about host names. */
export const domainAnswers = (isEmpty = false): Record<string, (input: never) => unknown> => ({
  'domains.list': () => ({ items: isEmpty ? [] : domains, nextCursor: null }),
  'domains.create': ({ host, purpose }: Pick<Domain, 'host' | 'purpose'>) => ({
    ...domain(
      'dom_9',
      host,
      { purpose, state: 'pending', checking: true, checkedAt: null },
      {
        proof: { state: 'unchecked', found: [] },
        pointing: { state: 'unchecked', found: [] },
      },
    ),
  }),
  'domains.check': ({ id }: { id: string }) => ({ ...find(id), checking: true }),
  'domains.remove': ({ id }: { id: string }) => ({ id }),
});
