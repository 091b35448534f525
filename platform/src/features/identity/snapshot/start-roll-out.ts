import { toPublicId, type Uuid } from '@tabard/contract';
import type { SnapshotRollOut, snapshotInputs } from '@tabard/contract/identity/snapshot';
import type { z } from 'zod';
import { requireOrganization } from '#features/identity/organization';
import { actorOf, Failure, fail, newId, withinScope, type OrganizationWriteScope } from '#kernel';
import { requireSnapshot } from './keep-snapshot.ts';
import { requirePlaces } from './list-places.ts';
import { rollOutColumns, showRollOut, type RollOutRow } from './roll-out-row.ts';

/**
 * Has workspaces made as a snapshot says, each whole or not at all, by a worker. A workspace in which one is under way is left out.
 * @throws `snapshot.not_found`, `workspace.not_found`
 */
export async function startRollOut(
  scope: OrganizationWriteScope,
  { id, workspaceIds, prune }: z.output<typeof snapshotInputs.rollOut>,
): Promise<{ items: (SnapshotRollOut & { workspaceId: string })[] }> {
  const { sql, principal } = scope;
  const { organization_id: organizationId, name, version } = await requireSnapshot(scope, id);
  const wanted = [...new Set(workspaceIds)];
  await requirePlaces(scope, organizationId, wanted);
  const rows: RollOutRow[] = [];
  for (const workspaceId of wanted) {
    const [row] = await withinScope(sql, workspaceId, () =>
      sql<RollOutRow>(
        `insert into snapshot_roll_out as r (workspace_id, id, organization_id, snapshot_id, snapshot_name, version, prune, actor)
         values ($1, $2, $3, $4, $5, $6, $7, $8)
         on conflict (workspace_id) where state in ('waiting', 'returning') do nothing returning ${rollOutColumns}`,
        [workspaceId, newId(), organizationId, id, name, version, prune, JSON.stringify(actorOf(principal))],
      ),
    );
    if (row) rows.push(row);
  }
  return {
    items: rows.map((row) => ({ ...showRollOut(row), workspaceId: toPublicId('workspace', row.workspace_id) })),
  };
}

/**
 * Has a roll-out taken back: what it did, where nobody has worked on it since. Asking again while it is under way changes nothing.
 * @throws `snapshot_roll_out.not_found`, `snapshot_roll_out.not_last`
 */
export async function startRollBack(scope: OrganizationWriteScope, { id }: { id: Uuid }): Promise<SnapshotRollOut> {
  const { app, sql, principal } = scope;
  const [known] = await app.database.maintain<RollOutRow>(
    `select ${rollOutColumns} from snapshot_roll_out r where r.id = $1`,
    [id],
  );
  if (!known) return fail('snapshot_roll_out.not_found');
  await requireOrganization(scope, known.organization_id, 'manage').catch((error: unknown) =>
    error instanceof Failure ? fail('snapshot_roll_out.not_found') : Promise.reject(error),
  );
  const row = await withinScope(sql, known.workspace_id, async () => {
    const [begun] = await sql<RollOutRow>(
      `update snapshot_roll_out r set state = 'returning', tries = 0, problem = null, actor = $3, updated_at = now()
        where r.workspace_id = $1 and r.id = $2 and r.state = 'done'
          and not exists (select from snapshot_roll_out l where l.workspace_id = $1 and l.id > r.id and l.state in ('waiting', 'done', 'returning'))
        returning ${rollOutColumns}`,
      [known.workspace_id, id, JSON.stringify(actorOf(principal))],
    );
    if (begun) return begun;
    const [open] = await sql<RollOutRow>(
      `select ${rollOutColumns} from snapshot_roll_out r where r.workspace_id = $1 and r.id = $2 and r.state = 'returning'`,
      [known.workspace_id, id],
    );
    return open;
  });
  return row ? showRollOut(row) : fail('snapshot_roll_out.not_last');
}
