import { leadNoun } from '@tabard/contract';
import { filterFieldsOf, predicateOf, settleFilter, type FilterOf } from '@tabard/contract/filters';
import { permissions } from '@tabard/contract/permissions';
import { whereOf, type Principal } from '#kernel';
import { leads } from '#features/crm/lead';
import { compose } from '../src/compose.ts';
import { appRouter } from '../src/features/router.ts';
import { installPlatform } from './fixture/install-platform.ts';
import { seedEvents } from './fixture/seed-events.ts';
import { seedLeads } from './fixture/seed-leads.ts';
import { median, type Harness } from './harness.ts';

export const name = 'filter';
export const title = 'filters over a million leads of one workspace among 50, beside the bare SQL without policies';

type Where = FilterOf<typeof leadNoun.fields>;
/** A filter, and what somebody would write by hand over `lead`, with the workspace as `$1`. */
interface Question {
  what: string;
  where: Where;
  sql: string;
}

const questions: Question[] = [
  {
    what: 'a status',
    where: { field: 'status', op: 'is', value: 'replied' },
    sql: `status = 'replied'`,
  },
  {
    what: 'exactly a company',
    where: { field: 'company', op: 'exactly', value: 'Harbor77 GmbH' },
    sql: `coalesce(company, '') = 'Harbor77 GmbH'`,
  },
  {
    what: 'a company, however written',
    where: { field: 'company', op: 'is', value: 'harbor77 gmbh' },
    sql: `fold_text(company) = 'harbor77 gmbh'`,
  },
  {
    what: 'a tag and a country',
    where: {
      all: [
        { field: 'tags', op: 'has_any', value: ['q3'] },
        { field: 'country', op: 'is_one_of', value: ['DE', 'FR'] },
      ],
    },
    sql: `tags && '{q3}' and fold_text(country) in ('de', 'fr')`,
  },
  {
    what: 'a tag that few carry',
    where: { field: 'tags', op: 'has_any', value: ['rare'] },
    sql: `tags && '{rare}'`,
  },
  {
    what: 'both of two tags',
    where: { field: 'tags', op: 'has_all', value: ['freight', 'rare'] },
    sql: `tags @> '{freight,rare}'`,
  },
  {
    what: 'a tag of a third',
    where: { field: 'tags', op: 'has_any', value: ['freight'] },
    sql: `tags && '{freight}'`,
  },
  {
    what: 'none of two tags',
    where: { field: 'tags', op: 'has_none', value: ['freight', 'rare'] },
    sql: `not tags && '{freight,rare}'`,
  },
  {
    what: 'a custom field that few have so',
    where: { field: 'custom.size', op: 'is', value: '77' },
    sql: `custom ->> 'size' = '77'`,
  },
  {
    what: 'a custom field of a third',
    where: { field: 'custom.lane', op: 'is', value: 'venlo' },
    sql: `fold_text(custom ->> 'lane') = 'venlo'`,
  },
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
    sql: `id in (select lead_id from mail_event where workspace_id = $1 and type = 'opened' and first
      and at >= date_trunc('day', now(), 'UTC') - interval '29 days' group by lead_id having count(*) >= 2)`,
  },
  {
    what: 'new in the last two days',
    where: { field: 'createdAt', op: 'in_last', value: { count: 2, unit: 'day' } },
    sql: `created_at >= date_trunc('day', now(), 'UTC') - interval '1 day'`,
  },
  {
    what: 'three groups of conditions',
    where: {
      all: [
        {
          any: [
            { field: 'title', op: 'contains', value: 'fleet' },
            { field: 'tags', op: 'has_any', value: ['q1'] },
          ],
        },
        { not: { field: 'city', op: 'is', value: 'Berlin' } },
        { field: 'status', op: 'is_one_of', value: ['new', 'active'] },
      ],
    },
    sql: `(strpos(fold_text(title), 'fleet') > 0 or tags && '{q1}') and (fold_text(city) = 'berlin') is not true and status in ('new', 'active')`,
  },
];

/** Counts and lists with each filter, and settles, compiles and evaluates the largest of them. */
export async function run(harness: Harness): Promise<void> {
  const { owner, createTenant, config } = await installPlatform(harness, 'filter');
  const { workspaceId, organizationId } = await createTenant('Large');
  for (let other = 0; other < 49; other++)
    await seedLeads(owner, (await createTenant(`Small ${other}`)).workspaceId, 2000);
  await seedLeads(owner, workspaceId, 1_000_000);
  await seedEvents(owner, workspaceId, 1_000_000);
  // Opened by two leads in three, by some twice and more.
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

  for (const { what, where, sql } of questions) {
    const bare = async (statement: string) => (await owner.query<{ n: string }>(statement, [workspaceId])).rows;
    const from = `from lead where workspace_id = $1 and archived_at is null and ${sql}`;
    const [own, counted] = [
      (await call.leads.count({ where })).count,
      Number((await bare(`select count(*) as n ${from}`))[0]?.n),
    ];
    if (own !== counted) throw new Error(`${what}: the filter takes ${own} leads, bare SQL ${counted}.`);
    await compare(harness, `count: ${what} (${own})`, {
      product: () => call.leads.count({ where }),
      reference: () => bare(`select count(*) as n ${from}`),
    });
    await compare(harness, `first page: ${what}`, {
      product: () => call.leads.list({ where }),
      reference: () => bare(`select * ${from} order by created_at desc, id desc limit 26`),
    });
  }
  await reportReading(harness);
}

async function compare(
  harness: Harness,
  what: string,
  { product, reference }: { product: () => Promise<unknown>; reference: () => Promise<unknown> },
): Promise<void> {
  const timed = (act: () => Promise<unknown>) => async () => {
    const start = performance.now();
    await act();
    return performance.now() - start;
  };
  const sides = { product: timed(product), reference: timed(reference) };
  harness.report({ id: 'filter', what, unit: 'ms', ...(await harness.alternate(sides)) });
}

/** What it costs to read a filter, to write its SQL, and to ask it of one record in JavaScript. */
async function reportReading(harness: Harness): Promise<void> {
  const where = questions.at(-1)!.where; // the largest
  const fields = filterFieldsOf(leadNoun);
  const clock = { now: Date.now(), timeZone: 'Europe/Paris' };
  const { check } = settleFilter(where, fields, clock);
  const isMeant = predicateOf(check!); // it was asked above
  const lead = { title: 'Fleet Manager', city: 'Lyon', tags: ['freight', 'q2'], status: 'active' };
  const scope = { workspaceId: '', read: () => Promise.resolve([]) };
  const cost = async (what: string, act: () => unknown) => {
    const each: number[] = [];
    for (let turn = 0; turn < 30; turn++) {
      const start = performance.now();
      for (let times = 0; times < 1000; times++) await act();
      each.push(performance.now() - start);
    }
    harness.report({ id: 'filter', what, unit: 'µs', product: median(each) });
  };
  await cost('reading a filter and writing its SQL', () => whereOf(leads, scope, where, ['']));
  const day: Where = { field: 'createdAt', op: 'in_last', value: { count: 30, unit: 'day' } };
  await cost('reading a filter that asks for days', () => settleFilter(day, fields, clock));
  await cost('asking a lead in JavaScript', () => isMeant(lead));
}
