import { foldText } from '@tabard/contract/filters';
import type { Uuid } from '@tabard/contract';
import type { WriteScope } from '#kernel';
import { businessDomains, nameOfDomain } from './business-domain.ts';
import { companiesOfDomains, requireCompany, type NamedCompany } from './find-company.ts';
import { makeCompanies } from './make-companies.ts';

/** What a lead says of where it works. */
interface Works {
  email?: string;
  company?: string | null;
  companyId?: Uuid | null;
}
/** The same of one that is known. */
interface KnownWorks {
  email: string;
  company: string | null;
  companyId: Uuid | null;
}

/** How leads come to their companies by themselves. */
export type CompanyMatching = 'off' | 'join' | 'create';

/** What the workspace's setting says, as it holds. */
export async function companyMatching({
  read,
  workspaceId,
}: Pick<WriteScope, 'read' | 'workspaceId'>): Promise<CompanyMatching> {
  const [row] = await read<{ company_matching: CompanyMatching }>(
    'select company_matching from workspace where id = $1',
    [workspaceId],
  );
  return row?.company_matching ?? 'off';
}

/**
 * Which company a lead is of by what was given: the one that is named, or by its address where it has none. A lead of a company says its
 * name; who writes another one takes the lead out of it.
 */
export async function settleCompany(
  scope: WriteScope,
  given: Works,
  known: KnownWorks | null,
): Promise<Pick<Works, 'company' | 'companyId'>> {
  if (given.companyId) return of(await requireCompany(scope, given.companyId));
  if (given.companyId === null) return { companyId: null };
  if (known?.companyId) {
    const says = given.company === undefined || foldText(given.company ?? '') === foldText(known.company ?? '');
    return says ? { company: known.company } : { companyId: null };
  }
  // Who is known and changes anything but the address stays as they are: somebody may have taken them out.
  if (given.email === undefined || given.email === known?.email) return {};
  const found = await companyOf(scope, { email: given.email, company: given.company ?? known?.company ?? null });
  return found ? of(found) : {};
}

const of = ({ id, name }: NamedCompany) => ({ companyId: id, company: name });

/** The company of an address, made where the setting says so; null where it is of none. */
async function companyOf(
  scope: WriteScope,
  { email, company }: { email: string; company: string | null },
): Promise<NamedCompany | null> {
  const domains = businessDomains(email);
  const [nearest] = domains;
  const registered = domains.at(-1);
  if (!nearest || !registered) return null;
  const matching = await companyMatching(scope);
  if (matching === 'off') return null;
  const known = await companiesOfDomains(scope, domains);
  const found = known.get(nearest) ?? known.get(registered);
  if (found || matching === 'join') return found ?? null;
  const made = await makeCompanies(scope, [{ domain: registered, name: company?.trim() || nameOfDomain(registered) }]);
  return made.get(registered) ?? null;
}
