import { fromPublicId, toPublicId, type Uuid } from '@tabard/contract';
import { dealCreateInput } from '@tabard/contract/crm/deal';
import { listOwners } from '#features/crm/company';
import { seedReasons } from '#features/crm/deal-reason';
import { ensurePipeline } from '#features/crm/pipeline';
import type { CallScope, WriteScope } from '#kernel';
import { moveDeal } from './move-deal.ts';
import { createDeal } from './save-deal.ts';

const subjects = [
  'First order',
  'Yearly contract',
  'Pilot for one site',
  'Extension',
  'Replacement of the old system',
  'Framework agreement',
  'Training days',
  'Second location',
];
const sources = ['Campaign', 'Referral', 'Trade fair', null];
const forecasts = ['pipeline', 'best_case', 'commit', 'pipeline'] as const;

interface Party {
  id: Uuid;
  company: string | null;
  company_id: Uuid | null;
}
interface Stage {
  id: Uuid;
  kind: string;
}

/** The deals of the demo: a pipeline that has been in use for some months. */
export const seedDeals = (scope: CallScope): Promise<void> =>
  scope.write(async (writing) => {
    const { sql, workspaceId } = writing;
    await ensurePipeline(writing);
    const reasons = await seedReasons(writing);
    const stages = await sql<Stage>(
      'select id, kind from pipeline_stage where workspace_id = $1 and removed_at is null order by position',
      [workspaceId],
    );
    const owners = (await listOwners(writing)).items.map(({ id }) => id);
    const parties = await sql<Party>(
      `select l.id, l.company, l.company_id from lead l left join company c on c.workspace_id = $1 and c.id = l.company_id and c.archived_at is null
        where l.workspace_id = $1 and l.archived_at is null and (l.company_id is null or c.id is not null) order by l.created_at, l.id limit 34`,
      [workspaceId],
    );
    for (const [at, party] of parties.entries()) await seedDeal(writing, { at, party, stages, owners, reasons });
    await backdate(writing);
  });

interface Seeded {
  at: number;
  party: Party;
  stages: readonly Stage[];
  owners: readonly string[];
  reasons: Readonly<Record<'won' | 'lost', readonly Uuid[]>>;
}

/** One deal, with the stages that it has been through. */
async function seedDeal(writing: WriteScope, { at, party, stages, owners, reasons }: Seeded): Promise<void> {
  const open = stages.filter(({ kind }) => kind === 'open');
  const due = new Date(Date.now() + (((at * 17) % 150) - 14) * 86_400_000).toISOString().slice(0, 10);
  const owner = owners[at % Math.max(1, owners.length)];
  const made = await createDeal(
    writing,
    dealCreateInput.parse({
      title: [party.company, subjects[at % subjects.length]].filter(Boolean).join(': '),
      value: 150_000 + ((at * 37) % 61) * 45_000,
      expectedCloseOn: due,
      forecast: forecasts[at % forecasts.length],
      source: sources[at % sources.length],
      ownerId: owner ?? null,
      companyId: party.company_id && toPublicId('company', party.company_id),
      leadIds: [toPublicId('lead', party.id)],
    }),
  );
  const id = fromPublicId('deal', made.id)!; // the platform's own id
  const reached = (at * 5) % (open.length + 1);
  for (const stage of open.slice(1, reached + 1)) await moveDeal(writing, { id, stageId: stage.id });
  const kind = at % 7 === 3 ? 'won' : at % 7 === 5 ? 'lost' : null;
  const end = kind && stages.find((stage) => stage.kind === kind);
  const reasonId = kind ? (reasons[kind][at % Math.max(1, reasons[kind].length)] ?? null) : null;
  if (end) await moveDeal(writing, { id, stageId: end.id, reasonId });
}

/** As if it had happened over the last months: some days in each stage, and the stage they are in now since then. */
async function backdate({ sql, workspaceId }: WriteScope): Promise<void> {
  await sql(
    `update deal_move m set at = p.at, from_since = case when m.from_stage_id is null then null else p.before end
       from (select id, at, lag(at) over (partition by deal_id order by at) as before
               from (select id, deal_id, now() - (8 + abs(hashtext(deal_id::text)) % 60) * interval '1 day'
                            - (count(*) over (partition by deal_id) - row_number() over (partition by deal_id order by at, id)) * (3 + abs(hashtext(id::text)) % 9) * interval '1 day' as at
                       from deal_move where workspace_id = $1) as spread) as p
      where m.workspace_id = $1 and m.id = p.id`,
    [workspaceId],
  );
  await sql(
    `update deal d set created_at = p.first, stage_since = p.last, closed_at = case when d.status = 'open' then null else p.last end
       from (select deal_id, min(at) as first, max(at) as last from deal_move where workspace_id = $1 group by deal_id) as p
      where d.workspace_id = $1 and d.id = p.deal_id`,
    [workspaceId],
  );
}
