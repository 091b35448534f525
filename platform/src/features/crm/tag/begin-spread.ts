import type { Uuid } from '@tabard/contract';
import { fail, type WriteScope } from '#kernel';
import { spreadTagJob } from './spread-tag.job.ts';
import { spreadNext } from './spread-tag.ts';

/** What is to be done to all leads of a tag. */
export type Spread = { kind: 'rename'; from: string } | { kind: 'merge'; into: Uuid } | { kind: 'remove' };

/** Ends the action where something is under way with one of these tags already, or another one goes into it. */
export async function requireStill({ sql, workspaceId }: WriteScope, ids: readonly Uuid[]): Promise<void> {
  const [busy] = await sql(
    `select from tag where workspace_id = $1 and spread_kind is not null and (id = any($2::uuid[]) or spread_into = any($2::uuid[])) limit 1`,
    [workspaceId, ids],
  );
  if (busy) fail('tag.changing');
}

/** Begins to change a tag in all of its leads: the first of them at once, the others after the answer. */
export async function beginSpread(scope: WriteScope, id: Uuid, spread: Spread): Promise<void> {
  const { sql, workspaceId } = scope;
  await sql(
    `update tag set spread_kind = $3, spread_from = $4, spread_into = $5, spread_after = null, spread_done = 0, updated_at = now(),
            spread_total = (select count(*) from lead_tag k where k.workspace_id = $1 and k.tag_id = $2)
      where workspace_id = $1 and id = $2`,
    [
      workspaceId,
      id,
      spread.kind,
      spread.kind === 'rename' ? spread.from : null,
      spread.kind === 'merge' ? spread.into : null,
    ],
  );
  if (await spreadNext(scope, id)) scope.enqueue(spreadTagJob, { workspaceId, tagId: id });
}
