import type { Uuid } from '@tabard/contract';
import type { WriteScope } from '#kernel';
import type { MovedDeals, Pair } from './moved.rules.ts';

/** Puts the lead that stays into the deals of the other one; where both are, it takes the better of both places. */
export async function joinDeals({ sql, workspaceId }: WriteScope, { id, otherId }: Pair): Promise<MovedDeals> {
  const moved = await sql<{ deal_id: Uuid }>(
    `update deal_lead k set lead_id = $3 where k.workspace_id = $1 and k.lead_id = $2
        and not exists (select from deal_lead o where o.workspace_id = $1 and o.deal_id = k.deal_id and o.lead_id = $3) returning deal_id`,
    [workspaceId, otherId, id],
  );
  const shared = await sql<{ deal_id: Uuid; position: number; own: number }>(
    `with gone as (delete from deal_lead k where k.workspace_id = $1 and k.lead_id = $2 returning k.deal_id, k.position),
          before as (select g.deal_id, g.position, o.position as own from gone g
                       join deal_lead o on o.workspace_id = $1 and o.deal_id = g.deal_id and o.lead_id = $3),
          better as (update deal_lead o set position = b.position from before b
                      where o.workspace_id = $1 and o.deal_id = b.deal_id and o.lead_id = $3 and b.position < b.own)
     select deal_id, position, own from before`,
    [workspaceId, otherId, id],
  );
  return {
    moved: moved.map(({ deal_id }) => deal_id),
    shared: shared.map(({ deal_id, ...places }) => ({ dealId: deal_id, ...places })),
  };
}

/** Puts the other one back into its deals, where they and the lead that stayed are still in them. */
export async function partDeals(
  { sql, workspaceId }: WriteScope,
  { id, otherId }: Pair,
  { moved, shared }: MovedDeals,
): Promise<void> {
  await sql(
    `update deal_lead k set lead_id = $3 where k.workspace_id = $1 and k.lead_id = $2 and k.deal_id = any($4::uuid[])
        and not exists (select from deal_lead o where o.workspace_id = $1 and o.deal_id = k.deal_id and o.lead_id = $3)`,
    [workspaceId, id, otherId, moved],
  );
  for (const { dealId, position, own } of shared)
    await sql(
      `with kept as (update deal_lead set position = $5 where workspace_id = $1 and deal_id = $2 and lead_id = $3 returning deal_id)
       insert into deal_lead (workspace_id, deal_id, lead_id, position) select $1, deal_id, $4, $6 from kept on conflict do nothing`,
      [workspaceId, dealId, id, otherId, own, position],
    );
}
