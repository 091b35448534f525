import type { Uuid } from '@tabard/contract';
import { forAMoment } from './for-a-moment.ts';

/** A workspace or an organization, and all organizations above it, nearest first. */
export const scopeChain = forAMoment(async (app, scopeId): Promise<Uuid[]> => {
  const rows = await app.database.readOrganization<{ id: Uuid }>(
    `with recursive chain as (
       (select id, organization_id as above, 0 as depth from workspace where id = $1
        union all
        select id, parent_id, 0 from organization where id = $1)
       union all
       select o.id, o.parent_id, chain.depth + 1 from organization o join chain on o.id = chain.above)
     select id from chain order by depth`,
    [scopeId],
    'scope_chain',
  );
  return rows.map(({ id }) => id);
});
