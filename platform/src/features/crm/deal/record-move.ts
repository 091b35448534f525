import type { Uuid } from '@tabard/contract';
import { actorOf, newId, type WriteScope } from '#kernel';

interface Moved {
  dealId: Uuid;
  pipelineId: Uuid;
  from?: { stageId: Uuid; since: Date };
  to: Uuid;
  value: number;
  currency: string;
  ownerId: Uuid | null;
}

/** Writes a move into the history of a deal that is held, and gives its moment: by the database's clock, so that moves come in the order in which they happened. */
export async function recordMove(
  { sql, workspaceId, principal }: WriteScope,
  { dealId, pipelineId, from, to, value, currency, ownerId }: Moved,
): Promise<Date> {
  const actor = actorOf(principal);
  const [row] = await sql<{ at: Date }>(
    `insert into deal_move (workspace_id, id, deal_id, pipeline_id, from_stage_id, to_stage_id, from_since, at, value, currency, owner_id, actor_kind, actor_id)
     values ($1, $2, $3, $4, $5, $6, $7, clock_timestamp(), $8, $9, $10, $11, $12) returning at`,
    [
      workspaceId,
      newId(),
      dealId,
      pipelineId,
      from?.stageId ?? null,
      to,
      from?.since ?? null,
      value,
      currency,
      ownerId,
      actor.kind,
      actor.id,
    ],
  );
  return row!.at; // the one that was written
}
