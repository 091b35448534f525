import { fromPublicId } from '@tabard/contract';
import { insertOne, type WriteScope } from '#kernel';
import { companySizes } from '@tabard/contract/crm/company-words';
import { companies } from './company.entity.ts';

/** Says of the demo's companies where they are, what they do and how large they are. */
export async function fillFromLeads({ sql, workspaceId }: WriteScope): Promise<void> {
  await sql(
    `update company c set city = l.city, country = l.country, time_zone = l.time_zone,
            size = ($2::text[])[1 + abs(hashtext(c.name)::bigint) % 5],
            industry = (array['Freight', 'Warehousing', 'Cold chain', 'Port services'])[1 + abs(hashtext(c.name || 'i')::bigint) % 4]
       from (select distinct on (company_id) company_id, city, country, time_zone from lead where workspace_id = $1 order by company_id, id) as l
      where c.workspace_id = $1 and l.company_id = c.id`,
    [workspaceId, companySizes],
  );
}

/** Puts the demo's largest companies below a holding, two levels deep. */
export async function makeGroup(scope: WriteScope): Promise<void> {
  const { sql, workspaceId } = scope;
  const largest = await sql<{ id: string }>(
    `select company_id as id from lead where workspace_id = $1 and company_id is not null group by company_id order by count(*) desc, company_id limit 6`,
    [workspaceId],
  );
  const { id } = await insertOne(companies, scope, {
    name: 'Meridian Holding',
    domains: ['meridian.example'],
    website: 'https://meridian.example',
    industry: 'Holding',
    city: 'Zug',
    country: 'Switzerland',
  });
  const [first, second, ...others] = largest.map((company) => company.id);
  for (const [parent, below] of [
    [fromPublicId('company', id), [first, second]],
    [first, others],
  ])
    await sql('update company set parent_id = $3 where workspace_id = $1 and id = any($2::uuid[])', [
      workspaceId,
      below,
      parent,
    ]);
}
