import { toPublicId, type Uuid } from '@tabard/contract';
import { actorOf, fail, newId, type WriteScope } from '#kernel';
import type { StageRow } from './pipeline.entity.ts';
import { requireStages, type StageGiven } from './pipeline.rules.ts';

/** Where the deals of a stage go that is removed. */
export interface StageMove {
  from: Uuid;
  to: Uuid;
}

/**
 * Gives a pipeline these stages, in this order. Those that are left out are removed: their deals go where `moves` says, in one
 * statement. Nobody puts a deal into a stage while that happens, because whoever does holds the stage.
 */
export async function writeStages(
  scope: WriteScope,
  pipelineId: Uuid,
  given: readonly StageGiven[],
  moves: readonly StageMove[] = [],
): Promise<void> {
  const { sql, workspaceId } = scope;
  const rows = await sql<StageRow>(
    `select id, kind, name from pipeline_stage where workspace_id = $1 and pipeline_id = $2 and removed_at is null
      order by id for update`,
    [workspaceId, pipelineId],
  );
  const known = new Map(rows.map((row) => [row.id, row]));
  requireStages(given, known);
  const stages = given.map((stage, position) => ({ ...stage, id: stage.id ?? newId(), position }));
  const kept = new Map(stages.map((stage) => [stage.id, stage]));
  const removed = rows.filter(({ id }) => !kept.has(id));
  await sql(
    `insert into pipeline_stage (workspace_id, id, pipeline_id, name, kind, probability, rotting_days, required_fields, position)
     select $1, g.id, $2, g.name, g.kind, g.probability, g.rotting_days, array(select jsonb_array_elements_text(g.required_fields)), g.position
       from jsonb_to_recordset($3::jsonb) as g(id uuid, name text, kind text, probability int, rotting_days int, required_fields jsonb, position int)
         on conflict (workspace_id, id) do update
        set name = excluded.name, probability = excluded.probability, rotting_days = excluded.rotting_days,
            required_fields = excluded.required_fields, position = excluded.position`,
    [
      workspaceId,
      pipelineId,
      JSON.stringify(
        stages.map(({ rottingDays, requiredFields, ...stage }) => ({
          ...stage,
          rotting_days: rottingDays,
          required_fields: requiredFields,
        })),
      ),
    ],
  );
  if (removed.length > 0) await removeStages(scope, pipelineId, removed, routesOf(removed, moves, kept));
}

/**
 * To where the deals of each removed stage go, of those that somebody said.
 * @throws Failure `request.invalid` that names a way to a stage that is not there, or of another kind.
 */
function routesOf(
  removed: readonly StageRow[],
  moves: readonly StageMove[],
  kept: ReadonlyMap<Uuid, { kind: string }>,
): Map<Uuid, Uuid> {
  const routes = new Map<Uuid, Uuid>();
  moves.forEach(({ from, to }, at) => {
    const left = removed.find(({ id }) => id === from);
    if (!left) return;
    if (kept.get(to)?.kind !== left.kind)
      fail('request.invalid', {
        details: [
          { path: `moves.${at}.to`, reason: 'not_listed', message: 'Choose a stage of the same kind that stays.' },
        ],
      });
    routes.set(from, to);
  });
  return routes;
}

/** Deals go, with a line in the history of each, and no deal is left without a stage: the statement moves all or none. */
async function removeStages(
  scope: WriteScope,
  pipelineId: Uuid,
  removed: readonly StageRow[],
  routes: ReadonlyMap<Uuid, Uuid>,
): Promise<void> {
  const { sql, workspaceId, principal } = scope;
  const stranded = removed.filter(({ id }) => !routes.has(id));
  const used = await sql<{ stage_id: Uuid }>(
    `select s.id as stage_id from unnest($2::uuid[]) as s(id)
      where exists (select from deal d where d.workspace_id = $1 and d.stage_id = s.id)`,
    [workspaceId, stranded.map(({ id }) => id)],
  );
  if (used.length > 0)
    fail('pipeline.stage_in_use', {
      details: used.map(({ stage_id: id }) => ({
        path: 'moves',
        name: removed.find((stage) => stage.id === id)?.name ?? '',
        reason: 'required',
        message: 'Say where the deals of this stage go.',
      })),
    });
  const actor = actorOf(principal);
  const [moved] = await sql<{ count: number }>(
    `with moment as materialized (select clock_timestamp() as at),
     route as (select f as from_id, t as to_id from unnest($2::uuid[], $3::uuid[]) as r(f, t)),
     before as (
       select d.id, d.stage_id, d.stage_since, d.pipeline_id, d.value, d.currency, d.owner_id, r.to_id
         from deal d join route r on r.from_id = d.stage_id where d.workspace_id = $1 order by d.id for update of d),
     moved as (
       update deal d set stage_id = b.to_id, stage_since = moment.at, revision = d.revision + 1, updated_at = now()
         from before b, moment where d.workspace_id = $1 and d.id = b.id),
     told as (
       insert into deal_move (workspace_id, id, deal_id, pipeline_id, from_stage_id, to_stage_id, from_since, at, value, currency, owner_id, actor_kind, actor_id)
       select $1, gen_random_uuid(), b.id, b.pipeline_id, b.stage_id, b.to_id, b.stage_since, moment.at, b.value, b.currency, b.owner_id, $4, $5 from before b, moment)
     select count(*)::int as count from before`,
    [workspaceId, [...routes.keys()], [...routes.values()], actor.kind, actor.id],
  );
  await sql('update pipeline_stage set removed_at = now() where workspace_id = $1 and id = any($2::uuid[])', [
    workspaceId,
    removed.map(({ id }) => id),
  ]);
  if (moved && moved.count > 0)
    scope.emit('deal.bulk_moved', { pipelineId: toPublicId('pipeline', pipelineId), count: moved.count });
}
