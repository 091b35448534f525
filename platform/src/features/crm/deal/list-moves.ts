import type { Uuid } from '@tabard/contract';
import type { DealMove, dealHistoryInput } from '@tabard/contract/crm/deal';
import type { z } from 'zod';
import { fail, type ReadScope } from '#kernel';

interface MoveRow {
  id: Uuid | null;
  at: Date;
  from: string | null;
  to: string;
  seconds: number | null;
  by: string | null;
  value: number;
  currency: string;
}

/** The moves of a deal, the newest first. */
export async function listMoves(
  { read, workspaceId }: ReadScope,
  { id }: z.output<typeof dealHistoryInput>,
): Promise<{ items: DealMove[] }> {
  const rows = await read<MoveRow>(
    `select m.id, m.at, f.name as from, coalesce(t.name, '') as to, extract(epoch from m.at - m.from_since)::float8 as seconds,
            (select u.name from app_user u where m.actor_kind = 'user' and u.id::text = m.actor_id) as by,
            m.value::float8 as value, m.currency
       from deal d
       left join deal_move m on m.workspace_id = $1 and m.deal_id = d.id
       left join pipeline_stage f on f.workspace_id = $1 and f.id = m.from_stage_id
       left join pipeline_stage t on t.workspace_id = $1 and t.id = m.to_stage_id
      where d.workspace_id = $1 and d.id = $2 order by m.at desc, m.id desc limit 200`,
    [workspaceId, id],
  );
  if (rows.length === 0) fail('deal.not_found');
  return {
    items: rows
      .filter((row) => row.id !== null)
      .map(({ at, seconds, from, to, by, value, currency }) => ({
        at: at.toISOString(),
        seconds: seconds === null ? null : Math.max(0, Math.round(seconds)),
        from,
        to,
        by,
        value,
        currency,
      })),
  };
}
