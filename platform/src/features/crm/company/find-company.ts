import type { Uuid } from '@tabard/contract';
import { fail, type ReadScope } from '#kernel';

/** A company as its leads say it. */
export interface NamedCompany {
  id: Uuid;
  name: string;
}

/** The live companies that have these domains, one for each: the oldest where several have it. None of them is deleted until the transaction ends. */
export async function companiesOfDomains(
  { read, workspaceId }: Pick<ReadScope, 'read' | 'workspaceId'>,
  domains: readonly string[],
): Promise<Map<string, NamedCompany>> {
  if (domains.length === 0) return new Map();
  const rows = await read<NamedCompany & { domain: string }>(
    `select d.domain, c.id, c.name
       from (select distinct on (o.domain) o.domain, k.id from company_domain o join company k on k.workspace_id = $1 and k.id = o.company_id
              where o.workspace_id = $1 and o.domain = any($2::text[]) order by o.domain, k.created_at, k.id) as d
       join company c on c.workspace_id = $1 and c.id = d.id for key share of c`,
    [workspaceId, domains],
  );
  return new Map(rows.map(({ domain, id, name }) => [domain, { id, name }]));
}

/** A live company, kept from being archived or merged until the transaction ends. */
export async function requireCompany(
  { read, workspaceId }: Pick<ReadScope, 'read' | 'workspaceId'>,
  id: Uuid,
): Promise<NamedCompany> {
  const [row] = await read<NamedCompany>(
    'select id, name from company where workspace_id = $1 and id = $2 and archived_at is null for share',
    [workspaceId, id],
  );
  return row ?? fail('company.not_found');
}
