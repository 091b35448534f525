import { toPublicId, type Uuid } from '@tabard/contract';
import { newId, type WriteScope } from '#kernel';
import { companiesOfDomains, type NamedCompany } from './find-company.ts';

/** A company that is still to be made for a domain. */
export interface WantedCompany {
  domain: string;
  name: string;
}

/**
 * Makes companies for domains that none has, and gives those that have them now, by domain. Two that make some at once take turns, so
 * that no domain gets two.
 */
export async function makeCompanies(
  scope: WriteScope,
  wanted: readonly WantedCompany[],
): Promise<Map<string, NamedCompany & { isNew: boolean }>> {
  const { sql, workspaceId } = scope;
  if (wanted.length === 0) return new Map();
  await sql(`select pg_advisory_xact_lock(hashtextextended('company of ' || $1, 0))`, [workspaceId]);
  const known = await companiesOfDomains(
    scope,
    wanted.map(({ domain }) => domain),
  );
  const made = wanted
    .filter(({ domain }) => !known.has(domain))
    .map(({ domain, name }) => ({ id: newId(), domain, name: name.slice(0, 200) }));
  if (made.length > 0)
    await sql(
      `insert into company (workspace_id, id, name, domains, website, source)
       select $1, m.id, m.name, array[m.domain], 'https://' || m.domain, 'match' from unnest($2::uuid[], $3::text[], $4::text[]) as m(id, name, domain)`,
      [workspaceId, made.map(({ id }) => id), made.map(({ name }) => name), made.map(({ domain }) => domain)],
    );
  for (const { id, domain } of made) tellMade(scope, id, [domain]);
  const all = new Map<string, NamedCompany & { isNew: boolean }>();
  for (const [domain, company] of known) all.set(domain, { ...company, isNew: false });
  for (const { domain, ...company } of made) all.set(domain, { ...company, isNew: true });
  return all;
}

function tellMade(scope: WriteScope, id: Uuid, domains: string[]): void {
  const companyId = toPublicId('company', id);
  scope.emit('company.created', { companyId });
  scope.emit('company.enrichment_requested', { companyId, domains });
}
