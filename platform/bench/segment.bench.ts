import { permissions } from '@tabard/contract/permissions';
import type { WrittenFilter } from '@tabard/contract/filters';
import { openScope, type Principal } from '#kernel';
import { refreshSegments } from '../src/features/crm/segment/refresh-segments.ts';
import { compose } from '../src/compose.ts';
import { appRouter } from '../src/features/router.ts';
import { installPlatform } from './fixture/install-platform.ts';
import { seedEvents } from './fixture/seed-events.ts';
import { seedLeads } from './fixture/seed-leads.ts';
import type { Harness } from './harness.ts';

export const name = 'segment';
export const title = 'segments of a million leads, beside asking for their conditions each time';

const segments: { what: string; where: WrittenFilter }[] = [
  { what: 'a company, however written', where: { field: 'company', op: 'is', value: 'harbor77 gmbh' } },
  { what: 'a word in a title', where: { field: 'title', op: 'contains', value: 'fleet' } },
  {
    what: 'opened two mails in 30 days',
    where: {
      relation: 'mailEvents',
      quantifier: 'at_least',
      count: 2,
      where: {
        all: [
          { field: 'type', op: 'is', value: 'opened' },
          { field: 'at', op: 'in_last', value: { count: 30, unit: 'day' } },
        ],
      },
    },
  },
  {
    what: 'all but one city',
    where: { not: { field: 'city', op: 'is', value: 'Berlin' } },
  },
];

/** Counts and lists by the rows of segments and by their conditions, and says what building and keeping them costs. */
export async function run(harness: Harness): Promise<void> {
  const { owner, createTenant, config } = await installPlatform(harness, 'segment');
  const { workspaceId, organizationId } = await createTenant('Large');
  await seedLeads(owner, (await createTenant('Small')).workspaceId, 2000);
  await seedLeads(owner, workspaceId, 1_000_000);
  await seedEvents(owner, workspaceId, 1_000_000);
  await owner.query(
    `update mail_event e set lead_id = l.id from (select id, row_number() over () as n from lead where workspace_id = $1 limit 200000) l
      where e.workspace_id = $1 and e.type <> 'sent' and ('x' || right(e.id::text, 7))::bit(28)::int % 200000 = l.n`,
    [workspaceId],
  );
  await owner.query('vacuum (analyze) mail_event');
  const app = await compose(config);
  harness.defer(() => app.close());
  const principal: Principal = {
    kind: 'job',
    job: 'bench',
    organizationId,
    workspaceId,
    permissions: new Set(permissions),
  };
  const context = { app, principal, workspaceId, requestId: 'bench', ip: '127.0.0.1', idempotencyKey: null };
  const call = appRouter.createCaller(context);
  const scope = openScope(app, workspaceId, principal);
  const timed = (act: () => Promise<unknown>) => async () => {
    const start = performance.now();
    await act();
    return performance.now() - start;
  };
  const say = async (what: string, act: () => Promise<unknown>) =>
    harness.report({ id: 'segment', what, unit: 'ms', product: await timed(act)() });
  for (const { what, where } of segments) {
    const { id } = await call.segments.create({ name: what, where });
    await say(`building: ${what}`, () => refreshSegments(scope));
    const { leadCount } = await call.segments.get({ id });
    const members: WrittenFilter = { field: 'segments', op: 'has_any', value: [id] };
    await owner.query('analyze segment_member');
    const compare = async (of: string, ask: (asked: WrittenFilter) => Promise<unknown>) =>
      harness.report({
        id: 'segment',
        what: `${of}: ${what} (${leadCount ?? 'not counted'})`,
        unit: 'ms',
        ...(await harness.alternate({ product: timed(() => ask(members)), reference: timed(() => ask(where)) })),
      });
    await compare('count', (asked) => call.leads.count({ where: asked }));
    await compare('first page', (asked) => call.leads.list({ where: asked }));
    await compare('first page by company', (asked) =>
      call.leads.list({ where: asked, sort: 'company', direction: 'asc' }),
    );
  }
  const touch = (many: number) =>
    scope.write(({ sql }) =>
      sql(
        'update lead set updated_at = now() where id in (select id from lead where workspace_id = $1 order by id limit $2)',
        [workspaceId, many],
      ),
    );
  await say('changing 5,000 leads', () => touch(5000));
  await say('looking at 5,000 changed leads, in four segments', () => refreshSegments(scope));
  await touch(1);
  await say('looking at one changed lead, in four segments', () => refreshSegments(scope));
  await scope.write(({ sql }) => sql('update segment set due_at = now() where workspace_id = $1', [workspaceId]));
  await say('building all four again', () => refreshSegments(scope));
}
