import { toPublicId, type Uuid } from '@tabard/contract';
import type { companyDuplicatesInput, companyDuplicatesOutput } from '@tabard/contract/crm/company';
import type { z } from 'zod';
import { fail, type ReadScope } from '#kernel';
import { memberColumns } from './read-group.ts';

interface DuplicateRow {
  reason: 'domain' | 'name';
  value: string;
  id: Uuid;
  name: string;
  domain: string | null;
  lead_count: number;
}

/** Companies of one group that are shown. */
const mostOfOne = 20;

/** Domains and names that several have. */
const everywhere = `
  select 'domain' as reason, d.domain as value from company_domain d where d.workspace_id = $1 group by d.domain having count(*) > 1
  union all
  select 'name', k.name_folded from company k where k.workspace_id = $1 and k.archived_at is null group by k.name_folded having count(*) > 1`;
/** Those of one company. */
const ofOne = `
  select 'domain' as reason, d.domain as value from company_domain d where d.workspace_id = $1 and d.company_id = $2
  union all
  select 'name', k.name_folded from company k where k.workspace_id = $1 and k.id = $2 and k.archived_at is null`;

/** Live companies that have a domain in common, or the same name but for case and accents. */
export async function findDuplicates(
  { read, workspaceId }: ReadScope,
  { id, limit }: z.output<typeof companyDuplicatesInput>,
): Promise<z.input<typeof companyDuplicatesOutput>> {
  if (id) {
    const [known] = await read('select 1 from company where workspace_id = $1 and id = $2', [workspaceId, id]);
    if (!known) fail('company.not_found');
  }
  const values: unknown[] = id ? [workspaceId, id] : [workspaceId];
  const rows = await read<DuplicateRow>(
    `with shared as (select * from (${id ? ofOne : everywhere}) as s order by reason, value limit ${limit})
     select s.reason, s.value, m.* from shared s cross join lateral (
       select ${memberColumns} from company c
        where c.workspace_id = $1 and c.archived_at is null
          and c.id in (select d.company_id from company_domain d where s.reason = 'domain' and d.workspace_id = $1 and d.domain = s.value
                       union all
                       select k.id from company k where s.reason = 'name' and k.workspace_id = $1 and k.name_folded = s.value and k.archived_at is null)
        order by c.created_at, c.id limit ${mostOfOne}) as m
      order by s.reason, s.value`,
    values,
  );
  const groups = Map.groupBy(rows, ({ reason, value }) => `${reason} ${value}`);
  return {
    items: [...groups.values()].flatMap((found) => {
      const [first] = found;
      if (!first || found.length < 2) return [];
      return {
        reason: first.reason,
        value: first.value,
        companies: found.map((row) => ({
          id: toPublicId('company', row.id),
          name: row.name,
          domain: row.domain,
          leadCount: row.lead_count,
        })),
      };
    }),
  };
}
