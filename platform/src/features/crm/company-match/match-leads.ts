import { toPublicId, type Uuid } from '@tabard/contract';
import { businessDomains, companiesOfDomains, makeCompanies, nameOfDomain } from '#features/crm/company';
import type { WriteScope } from '#kernel';
import { matchColumns, tellMatch, type MatchRow } from './match-row.ts';

/** Leads that one transaction looks at. */
const partSize = 2_000;

interface Unmatched {
  id: Uuid;
  email: string;
  company: string | null;
}

/**
 * Joins the next leads without a company to those of their domains. The place it has come to moves in the same transaction, so each
 * lead is looked at once whatever ends the process. Resolves to whether more are left.
 */
export async function matchNext(scope: WriteScope, id: Uuid): Promise<boolean> {
  const { sql, workspaceId } = scope;
  const [match] = await sql<MatchRow>(
    `select ${matchColumns} from company_match where workspace_id = $1 and id = $2 and finished_at is null for update`,
    [workspaceId, id],
  );
  if (!match) return false;
  const leads = await sql<Unmatched>(
    `select id, email, company from lead
      where workspace_id = $1 and id > $2 and company_id is null and archived_at is null order by id limit ${partSize}`,
    [workspaceId, match.position],
  );
  const { joined, made } = await joinLeads(scope, leads, match.creates);
  const more = leads.length === partSize;
  const [now] = await sql<MatchRow>(
    `update company_match set state = $3, position = $4, seen = seen + $5, joined = joined + $6, made = made + $7,
            updated_at = now(), finished_at = case when $8 then null else now() end
      where workspace_id = $1 and id = $2 returning ${matchColumns}`,
    [
      workspaceId,
      id,
      more ? 'running' : 'completed',
      leads.at(-1)?.id ?? match.position,
      leads.length,
      joined,
      made,
      more,
    ],
  );
  tellMatch(scope, now!); // an update of a locked row
  return more;
}

async function joinLeads(
  scope: WriteScope,
  leads: readonly Unmatched[],
  creates: boolean,
): Promise<{ joined: number; made: number }> {
  const found = leads.flatMap((lead) => {
    const domains = businessDomains(lead.email);
    return domains.length > 0 ? { lead, domains } : [];
  });
  const known = await companiesOfDomains(scope, [...new Set(found.flatMap(({ domains }) => domains))]);
  const companyFor = (domains: readonly string[]) => domains.map((domain) => known.get(domain)).find(Boolean);
  let made = 0;
  if (creates) {
    const wanted = Map.groupBy(
      found.filter(({ domains }) => !companyFor(domains)),
      ({ domains }) => domains.at(-1)!, // none is without
    );
    const named = [...wanted].map(([domain, of]) => ({ domain, name: usualName(of) ?? nameOfDomain(domain) }));
    for (const [domain, { isNew, ...company }] of await makeCompanies(scope, named)) {
      known.set(domain, company);
      if (isNew) made += 1;
    }
  }
  const joining = found.flatMap(({ lead, domains }) => {
    const company = companyFor(domains);
    return company ? { leadId: lead.id, ...company } : [];
  });
  if (joining.length > 0)
    await scope.sql(
      `update lead l set company_id = j.company_id, company = j.name, updated_at = now()
         from unnest($2::uuid[], $3::uuid[], $4::text[]) as j(id, company_id, name)
        where l.workspace_id = $1 and l.id = j.id and l.company_id is null`,
      [
        scope.workspaceId,
        joining.map(({ leadId }) => leadId),
        joining.map(({ id }) => id),
        joining.map(({ name }) => name),
      ],
    );
  for (const id of new Set(joining.map((one) => one.id)))
    scope.emit('company.updated', { companyId: toPublicId('company', id) });
  return { joined: joining.length, made };
}

/** What most of them say that their company is called. */
function usualName(found: readonly { lead: Unmatched }[]): string | undefined {
  const named = Map.groupBy(found, ({ lead }) => lead.company?.trim() ?? '');
  named.delete('');
  return [...named].toSorted(([, a], [, b]) => b.length - a.length)[0]?.[0];
}
