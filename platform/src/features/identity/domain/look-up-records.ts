import { Resolver } from 'node:dns/promises';
import type { App } from '#kernel';
import { proofOf, targetOf, type Findings, type Found } from './domain.rules.ts';
import type { DomainRow } from './show-domain.ts';

/** Milliseconds that one question may take, before it is asked once more. */
const timeout = 3_000;
/** Milliseconds that a check may take in all. */
const longestMs = 15_000;

type Asked = Pick<DomainRow, 'host' | 'token' | 'purpose'>;

/** Asks name servers for the records of a name. Whatever does not come in time is `unanswered`. */
export async function lookUpRecords({ config }: App, domain: Asked): Promise<Findings> {
  const resolver = new Resolver({ timeout, tries: 2 });
  if (config.domains.servers) resolver.setServers(config.domains.servers);
  const patience = setTimeout(() => resolver.cancel(), longestMs);
  try {
    const [proof, pointing] = await Promise.all([
      lookUpProof(resolver, domain),
      lookUpPointing(resolver, domain, targetOf(config, domain.purpose)),
    ]);
    return { proof, pointing };
  } finally {
    clearTimeout(patience);
  }
}

async function lookUpProof(resolver: Resolver, domain: Asked): Promise<Found> {
  const { name, value } = proofOf(domain);
  const texts = await answered(async () => (await resolver.resolveTxt(name)).map((parts) => parts.join('')));
  return compare(texts, (text) => text.trim() === value);
}

async function lookUpPointing(resolver: Resolver, { host, purpose }: Asked, target: string | null): Promise<Found> {
  if (target === null) return { state: 'missing', found: [] };
  const names = await answered(() => resolver.resolveCname(host));
  const byName = compare(names, (name) => name.toLowerCase().replace(/\.$/, '') === target);
  // What mail servers look for is found through a CNAME only.
  if (byName.state === 'found' || byName.state === 'unanswered' || purpose === 'mail') return byName;
  // A name at the top of a zone has no CNAME, and a chain of them ends at the same addresses.
  const [given, meant] = await Promise.all([addressesOf(resolver, host), addressesOf(resolver, target)]);
  if (given === null || meant === null) return { state: 'unanswered', found: [] };
  if (given.length > 0 && given.every((address) => meant.includes(address))) return { state: 'found', found: given };
  return byName.state === 'wrong' ? byName : compare(given, () => false);
}

async function addressesOf(resolver: Resolver, host: string): Promise<string[] | null> {
  const [four, six] = await Promise.all([
    answered(() => resolver.resolve4(host)),
    answered(() => resolver.resolve6(host)),
  ]);
  return four && six && [...four, ...six];
}

/** What name servers say; nothing where there is no such record, and null where they gave no answer. */
async function answered(ask: () => Promise<string[]>): Promise<string[] | null> {
  return ask().catch((error: unknown) => {
    const code = error instanceof Error && 'code' in error ? error.code : undefined;
    return code === 'ENODATA' || code === 'ENOTFOUND' ? [] : null;
  });
}

/** Records that are kept of a finding, so that a name with very many fills nothing. */
const mostKept = 10;

function compare(records: string[] | null, isRight: (record: string) => boolean): Found {
  if (records === null) return { state: 'unanswered', found: [] };
  const right = records.find(isRight);
  if (right !== undefined) return { state: 'found', found: [right] };
  const found = records.slice(0, mostKept).map((record) => record.slice(0, 255));
  return { state: found.length > 0 ? 'wrong' : 'missing', found };
}
