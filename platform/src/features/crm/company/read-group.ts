import { toPublicId, type Uuid } from '@tabard/contract';
import type { companyGroupOutput, GroupMember } from '@tabard/contract/crm/company';
import type { z } from 'zod';
import { fail, type ReadScope } from '#kernel';

/** Companies that one answer shows of a group. */
const most = 1000;

interface MemberRow {
  id: Uuid;
  name: string;
  parent_id: Uuid | null;
  domain: string | null;
  lead_count: number;
  archived_at: Date | null;
}

/** SQL of what is shown of a company `c` among others. */
export const memberColumns = `c.id, c.name, c.domains[1] as domain,
  (select count(*)::int from lead x where x.workspace_id = $1 and x.company_id = c.id and x.archived_at is null) as lead_count`;

/** The whole group of a company: the one at the top and all below it, breadth first. Archived ones are left out, unless something live lies below. */
export async function readGroup(
  { read, workspaceId }: ReadScope,
  { id }: { id: Uuid },
): Promise<z.input<typeof companyGroupOutput>> {
  const rows = await read<MemberRow>(
    `with recursive above as (
       select c.id, c.parent_id, 0 as depth from company c where c.workspace_id = $1 and c.id = $2
       union all
       select c.id, c.parent_id, a.depth + 1 from company c join above a on c.id = a.parent_id where c.workspace_id = $1
     ), tree as (
       select id, 0 as depth from (select id from above order by depth desc limit 1) as top
       union all
       select c.id, t.depth + 1 from company c join tree t on c.parent_id = t.id where c.workspace_id = $1 and c.merged_into_id is null
     ), shown as (
       select id, depth from tree order by depth limit ${most + 1}
     )
     select ${memberColumns}, c.parent_id, c.archived_at from shown s join company c on c.workspace_id = $1 and c.id = s.id
      order by s.depth, fold_text(c.name), c.id`,
    [workspaceId, id],
  );
  if (rows.length === 0) fail('company.not_found');
  return { items: rows.slice(0, most).map(shapeMember), isCut: rows.length > most };
}

const shapeMember = (row: MemberRow): GroupMember => ({
  id: toPublicId('company', row.id),
  name: row.name,
  parentId: row.parent_id && toPublicId('company', row.parent_id),
  domain: row.domain,
  leadCount: row.lead_count,
  archivedAt: row.archived_at?.toISOString() ?? null,
});
