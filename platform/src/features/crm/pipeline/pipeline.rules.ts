import type { Uuid } from '@tabard/contract';
import type { stageInput } from '@tabard/contract/crm/pipeline';
import { stageKinds } from '@tabard/contract/crm/deal-words';
import { foldText } from '@tabard/contract/filters';
import type { ErrorDetail } from '@tabard/contract/errors';
import type { z } from 'zod';
import { fail, type ReadScope, type WriteScope } from '#kernel';

/** A stage as it was written. */
export type StageGiven = z.output<typeof stageInput>;

/** The stages of a pipeline that nobody has thought about yet. */
export const usualStages: readonly StageGiven[] = [
  { name: 'New', kind: 'open', probability: 10, rottingDays: 14, requiredFields: [] },
  { name: 'Qualified', kind: 'open', probability: 25, rottingDays: 14, requiredFields: [] },
  { name: 'Proposal', kind: 'open', probability: 50, rottingDays: 21, requiredFields: [] },
  { name: 'Negotiation', kind: 'open', probability: 75, rottingDays: 21, requiredFields: [] },
  { name: 'Won', kind: 'won', probability: 100, rottingDays: null, requiredFields: [] },
  { name: 'Lost', kind: 'lost', probability: 0, rottingDays: null, requiredFields: [] },
];

const words = {
  open: 'A pipeline needs a stage for deals that are worked on.',
  won: 'A pipeline needs a stage for deals that are won.',
  lost: 'A pipeline needs a stage for deals that are lost.',
};

/**
 * There is a stage of each kind, each has a name of its own, and those that are known stay what they were made for.
 * @throws Failure `request.invalid` that names each that does not fit.
 */
export function requireStages(given: readonly StageGiven[], known: ReadonlyMap<Uuid, { kind: string }>): void {
  const details: ErrorDetail[] = stageKinds
    .filter((kind) => !given.some((stage) => stage.kind === kind))
    .map((kind) => ({ path: 'stages', reason: 'too_few', message: words[kind] }));
  const seen = new Set<string>();
  given.forEach(({ id, name, kind }, at) => {
    const say = (part: string, reason: string, message: string) =>
      details.push({ path: `stages.${at}.${part}`, reason, message });
    const before = id && known.get(id);
    if (id && !before) say('id', 'not_listed', 'There is no such stage in this pipeline.');
    if (before && before.kind !== kind)
      say('kind', 'not_listed', 'This stays as it was made. Remove the stage and add another one.');
    const told = [foldText(name), ...(id ? [id] : [])];
    if (told.some((one) => seen.has(one))) say('name', 'wrong_form', 'Each stage needs a name of its own.');
    for (const one of told) seen.add(one);
  });
  if (details.length > 0) fail('request.invalid', { details });
}

/** How many pipelines a workspace can have, archived ones not counted. */
export const pipelinesLimit = 50;

/** Makes those who make the pipelines of a workspace take turns. */
export const lockPipelines = ({ sql, workspaceId }: WriteScope): Promise<unknown> =>
  sql(`select pg_advisory_xact_lock(hashtextextended('pipeline ' || $1, 0))`, [workspaceId]);

/** The pipeline is one of the workspace's own. */
export async function requirePipeline(
  { read, workspaceId }: Pick<ReadScope, 'read' | 'workspaceId'>,
  id: Uuid,
): Promise<void> {
  const [row] = await read('select 1 from pipeline where workspace_id = $1 and id = $2', [workspaceId, id]);
  if (!row) fail('pipeline.not_found');
}

/** Lets so many more pipelines pass where there is room for them. */
export async function requireRoom(scope: WriteScope, more: number): Promise<void> {
  await lockPipelines(scope);
  const [row] = await scope.sql<{ count: number }>(
    'select count(*)::int as count from pipeline where workspace_id = $1 and archived_at is null',
    [scope.workspaceId],
  );
  if ((row?.count ?? 0) + more > pipelinesLimit) fail('pipeline.too_many');
}

/** A workspace keeps a live pipeline. */
export async function requireOther(scope: WriteScope, ids: readonly Uuid[]): Promise<void> {
  await lockPipelines(scope);
  const [row] = await scope.sql(
    'select 1 from pipeline where workspace_id = $1 and archived_at is null and id <> all($2::uuid[]) limit 1',
    [scope.workspaceId, ids],
  );
  if (!row) fail('pipeline.last');
}
