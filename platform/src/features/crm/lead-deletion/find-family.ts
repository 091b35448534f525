import type { Uuid } from '@tabard/contract';
import type { Sql } from '#kernel';

/** A lead, and the one among those asked for that it goes with: itself, or the one that it became part of. */
export interface Relative {
  id: Uuid;
  root: Uuid;
}

/**
 * The leads that are there, and all that became part of them: whoever deletes a person deletes each record of them. One that is part of a
 * lead which is not asked for is `merged`: what is known of it lives on in that one.
 */
export async function findFamily(
  sql: Sql,
  workspaceId: Uuid,
  ids: readonly Uuid[],
): Promise<{ family: Relative[]; merged: Uuid[] }> {
  const rows = await sql<Relative & { part: boolean }>(
    `with recursive family as (
       select id, id as root, merged_into_id is not null as part from lead where workspace_id = $1 and id = any($2::uuid[])
       union
       select l.id, f.root, f.part from family f join lead l on l.workspace_id = $1 and l.merged_into_id = f.id
     )
     select distinct on (id) id, root, part from family order by id, part, root <> id, root`,
    [workspaceId, ids],
  );
  const asked = new Set(ids);
  return {
    family: rows.filter(({ part }) => !part).map(({ id, root }) => ({ id, root })),
    merged: rows.filter(({ id, part }) => part && asked.has(id)).map(({ id }) => id),
  };
}

/** Leads among `$2` that a mail is on its way to, or one of which nobody knows whether it arrived: whoever settles it looks for them. */
export const heldLeads = `
  select e.lead_id from enrollment e join delivery d on d.workspace_id = e.workspace_id and d.enrollment_id = e.id
   where e.workspace_id = $1 and e.lead_id = any($2::uuid[]) and d.state in ('submitting', 'unknown')
   union
  select d.lead_id from delivery d
   where d.workspace_id = $1 and d.lead_id = any($2::uuid[]) and d.enrollment_id is null and d.state in ('submitting', 'unknown')`;
