import { permissions } from '@tabard/contract/permissions';
import { openScope, type Principal } from '#kernel';
import { compose } from '../src/compose.ts';
import { bulkOperationFeature } from '../src/features/crm/bulk-operation/index.ts';
import { appRouter } from '../src/features/router.ts';
import { installPlatform } from './fixture/install-platform.ts';
import { seedLeads } from './fixture/seed-leads.ts';
import type { Harness } from './harness.ts';

export const name = 'bulk';
export const title = 'a tag for many leads of a workspace as a bulk operation, beside one raw UPDATE of as many';

/** Gives 100,000 leads a tag, in turns with one statement that writes the same. */
export async function run(harness: Harness): Promise<void> {
  const leads = 100_000;
  const { owner, createTenant, config } = await installPlatform(harness, 'bulk');
  const { workspaceId, organizationId } = await createTenant('Large');
  await seedLeads(owner, workspaceId, leads);
  const app = await compose(config);
  harness.defer(() => app.close());
  const working = await app.jobs.work(app, bulkOperationFeature.jobs ?? []);
  harness.defer(() => working.stop());
  const principal: Principal = {
    kind: 'job',
    job: 'bench',
    organizationId,
    workspaceId,
    permissions: new Set(permissions),
  };
  const context = { app, principal, workspaceId, requestId: 'bench', ip: '127.0.0.1', idempotencyKey: null };
  const call = appRouter.createCaller(context);
  const { read } = openScope(app, workspaceId, principal);
  // Each turn gives a tag of its own: what was there before costs both sides the same.
  let turn = 0;
  const timed = async (act: (tag: string) => Promise<unknown>) => {
    const start = performance.now();
    await act(`tag ${++turn}`);
    return performance.now() - start;
  };
  const product = () =>
    timed(async (tag) => {
      const { id } = await call.bulkOperations.start({ filter: {}, action: { kind: 'add_tags', tags: [tag] } });
      for (;;) {
        const [row] = await read<{ state: string; changed: number }>(
          'select state, changed from bulk_operation where workspace_id = $1 order by created_at desc limit 1',
          [workspaceId],
        );
        if (row?.state === 'completed') {
          if (row.changed !== leads) throw new Error(`${id} changed ${row.changed} leads of ${leads}.`);
          return;
        }
        await new Promise((resolve) => setTimeout(resolve, 20));
      }
    });
  const raw = (triggers: boolean) => () =>
    timed(async (tag) => {
      await owner.query(`set session_replication_role = ${triggers ? 'origin' : 'replica'}`);
      await owner.query('update lead set tags = tags || $2::text, updated_at = now() where workspace_id = $1', [
        workspaceId,
        tag,
      ]);
      await owner.query('set session_replication_role = origin');
    });
  const of = `a tag for ${leads.toLocaleString('en')} leads`;
  harness.report({
    id: 'bulk',
    what: `${of}, beside one UPDATE that links it, too`,
    unit: 'ms',
    ...(await harness.alternate({ product, reference: raw(true), pairs: 3 })),
  });
  harness.report({
    id: 'bulk',
    what: `${of}, beside one UPDATE of the words alone`,
    unit: 'ms',
    ...(await harness.alternate({ product, reference: raw(false), pairs: 3 })),
  });
}
