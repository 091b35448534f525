import { toPublicId } from '@tabard/contract';
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

/** Gives a tag to 100,000 leads and takes it off again, in turns with one statement that writes the same. */
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
  const clear = async () => {
    await owner.query(
      `update lead set tags = array_remove(array_remove(tags, 'bulk'), 'raw') where tags && '{bulk,raw}'`,
    );
    await owner.query('vacuum (analyze) lead, lead_tag');
  };
  const timed = async (act: () => Promise<unknown>) => {
    await clear();
    const start = performance.now();
    await act();
    return performance.now() - start;
  };
  const product = () =>
    timed(async () => {
      const { id } = await call.bulkOperations.start({ filter: {}, action: { kind: 'add_tags', tags: ['bulk'] } });
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
  await call.leads
    .create({ email: 'first@raw.example', tags: ['raw', 'bulk'] })
    .then(({ id }) => call.leads.archive({ ids: [id] }));
  const raw = (triggers: boolean) => () =>
    timed(async () => {
      await owner.query(`set session_replication_role = ${triggers ? 'origin' : 'replica'}`);
      await owner.query(
        `update lead set tags = tags || '{raw}', updated_at = now() where workspace_id = $1 and archived_at is null`,
        [workspaceId],
      );
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
  const { count } = await call.leads.count({ filter: { tag: 'bulk' } });
  if (count !== 0 && count !== leads)
    throw new Error(`${toPublicId('workspace', workspaceId)} has ${count} leads with the tag.`);
}
