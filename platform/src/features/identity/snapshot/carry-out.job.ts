import { toPublicId, type Uuid } from '@tabard/contract';
import { z } from 'zod';
import { amongTenants, defineJob, repeating, TenantWork, type App, type CallScope } from '#kernel';
import { applyDocument, takeTurns, type Step } from './apply-snapshot.ts';
import { returnSteps } from './return-steps.ts';
import { rollOutColumns, type RollOutRow } from './roll-out-row.ts';
import { SnapshotError, type SnapshotDocument } from './snapshot-document.ts';

/** After so many tries it has failed. */
const mostTries = 5;
/** Said where nobody can mend it by what it says. */
const unexpected = 'It could not be carried out, and nothing was changed. Try again later.';

/** Makes one workspace as a snapshot says, or takes back what was made: in one transaction with the word that it is done. */
export const carryOutRollOut = defineJob({
  name: 'carry-out-snapshot',
  schema: z.object({ workspaceId: z.uuid(), rollOutId: z.uuid() }),
  concurrency: 2,
  attempts: 1,
  dedupe: ({ rollOutId }) => rollOutId,
  async handler(scope, { rollOutId }) {
    const row = await claim(scope, rollOutId);
    if (!row) return;
    try {
      await carryOut(scope, row);
    } catch (error) {
      const isSaid = error instanceof SnapshotError;
      if (!isSaid && row.tries < mostTries) throw error;
      await giveUp(scope, row, isSaid ? error.message : unexpected);
      if (!isSaid) throw error;
    }
  },
});

/** Counts a try before it begins. */
const claim = ({ write, workspaceId }: CallScope, id: Uuid): Promise<RollOutRow | undefined> =>
  write(async ({ sql }) => {
    const [row] = await sql<RollOutRow>(
      `update snapshot_roll_out r set tries = r.tries + 1, updated_at = now()
        where r.workspace_id = $1 and r.id = $2 and r.state in ('waiting', 'returning') returning ${rollOutColumns}`,
      [workspaceId, id],
    );
    return row;
  });

async function carryOut({ app, write, workspaceId }: CallScope, row: RollOutRow): Promise<void> {
  const { id, state, actor } = row;
  const isReturn = state === 'returning';
  const document = isReturn ? null : await documentOf(app, row);
  await write(async (scope) => {
    await takeTurns(scope);
    const [open] = await scope.sql(
      'select from snapshot_roll_out where workspace_id = $1 and id = $2 and state = $3 for update',
      [workspaceId, id, state],
    );
    // Another process has done it.
    if (!open) return;
    const steps: Step[] = document
      ? await applyDocument(scope, document, { prune: row.prune, actor })
      : await returnSteps(scope, row.steps, actor);
    const then = isReturn ? 'returned' : 'done';
    await scope.sql(
      `update snapshot_roll_out set state = $3, steps = $4, problem = null, updated_at = now() where workspace_id = $1 and id = $2`,
      [workspaceId, id, then, JSON.stringify(steps)],
    );
    scope.emit('snapshot_roll_out.updated', { snapshotRollOutId: toPublicId('snapshotRollOut', id), state: then });
  });
}

async function documentOf(app: App, { snapshot_id, organization_id }: RollOutRow): Promise<SnapshotDocument> {
  const [kept] = await app.database.maintain<{ document: SnapshotDocument }>(
    'select document from snapshot where workspace_id = $1 and id = $2',
    [organization_id, snapshot_id],
  );
  if (!kept) throw new SnapshotError('The snapshot is gone.');
  return kept.document;
}

/** Nothing was changed: one that was to be taken back is as it was. */
const giveUp = ({ write, workspaceId }: CallScope, { id, state }: RollOutRow, problem: string): Promise<void> =>
  write(async (scope) => {
    const then = state === 'returning' ? 'done' : 'failed';
    await scope.sql(
      'update snapshot_roll_out set state = $3, problem = $4, updated_at = now() where workspace_id = $1 and id = $2 and state = $5',
      [workspaceId, id, then, problem, state],
    );
    scope.emit('snapshot_roll_out.updated', { snapshotRollOutId: toPublicId('snapshotRollOut', id), state: then });
  });

const finding = new TenantWork('snapshot-roll-out');

/** Finds what is to be carried out, from the rows alone: what is new, and what stood still for a minute. */
async function findRollOuts(app: App): Promise<void> {
  const rows = await finding.find<{ workspace_id: Uuid; id: Uuid }>(
    app,
    `select workspace_id, id from snapshot_roll_out
      where state in ('waiting', 'returning') and (tries = 0 or updated_at < now() - interval '60 seconds')
        and ${amongTenants('workspace_id')} order by updated_at limit 200`,
  );
  for (const row of rows) await app.jobs.add(carryOutRollOut, { workspaceId: row.workspace_id, rollOutId: row.id });
}

export const rollOutSweep = repeating('snapshot-roll-out', {
  pauseMs: (app) => app.config.sending.sweepSeconds * 1000,
  run: findRollOuts,
});
