import { dealNoun } from '@tabard/contract/crm/deal';
import { dealRelations } from '@tabard/contract/crm/owner-relations';
import { teamsOf } from '#features/identity/team';
import { defineEntity, listIndexes, p, storeOf, tableOf, tenantKey, tenantPolicies, type EntityOf } from '#kernel';

const moment = () => p.datetime(3).columnType('timestamptz(3)');
const index = (name: string, on: string, where: string) => ({
  name,
  expression: `create index "${name}" on "deal" ("workspace_id", ${on}${where}`,
});
const live = ' where archived_at is null';

/** Something that may be sold to somebody. Its status is that of its stage, written in the same statement. */
export const DealSchema = tableOf(dealNoun, {
  columns: {
    /** What a search looks at, folded by the database. */
    searchText: p.text().nullable().generated(`(fold_text("title" || ' ' || coalesce("source", ''))) stored`),
  },
  indexes: [
    ...listIndexes(dealNoun, { except: ['rank'] }),
    // The column of a board, in its order.
    index('deal_of_stage', '"stage_id", "rank", "id")', live),
    // What columns come to, without looking at a row.
    index('deal_sums', '"pipeline_id", "stage_id", "currency") include ("value", "probability", "status")', live),
    index('deal_of_owner', '"owner_id", "created_at", "id")', `${live} and owner_id is not null`),
    // Archived ones, too: a company that is deleted lets go of all.
    index('deal_of_company', '"company_id", "created_at", "id")', ' where company_id is not null'),
    index('deal_of_campaign', '"campaign_id", "created_at", "id")', `${live} and campaign_id is not null`),
    // Where a reason or a stage that goes is named.
    index('deal_at_stage', '"stage_id")', ''),
    index('deal_of_reason', '"reason_id")', ' where reason_id is not null'),
    // Figures read these alone.
    index(
      'deal_expected',
      '"expected_close_on") include ("value", "currency", "probability", "stage_id", "owner_id", "pipeline_id", "forecast")',
      `${live} and status = 'open'`,
    ),
    index(
      'deal_closed',
      '"closed_at") include ("value", "currency", "status", "owner_id", "pipeline_id", "reason_id", "source", "forecast")',
      `${live} and status <> 'open'`,
    ),
    index('deal_won', '"closed_at") include ("id", "value", "currency", "campaign_id")', `${live} and status = 'won'`),
  ],
});

/** How likely a deal `d` in a stage `s` is won, in whole percent. */
export const oddsOf = (stage: string): string =>
  `(case d.status when 'won' then 100 when 'lost' then 0 else case when d.probability is null then ${stage} else d.probability end end)`;

const stage = (column: string) =>
  `select s.${column} from pipeline_stage s where s.workspace_id = d.workspace_id and s.id = d.stage_id`;
const people = 'from deal_lead k join lead l on l.workspace_id = k.workspace_id and l.id = k.lead_id';

/** Where deals are kept. */
export const deals = storeOf(dealNoun, DealSchema, {
  alias: 'd',
  searched: 'd.search_text',
  related: { fields: dealRelations, columns: { ownerTeams: teamsOf('d.owner_id') } },
  linked: {
    leadIds: {
      sql: 'd.id',
      from: 'deal_lead k where k.workspace_id = $1',
      owner: 'k.deal_id',
      value: 'k.lead_id',
    },
  },
  computed: {
    leadIds:
      'array(select k.lead_id from deal_lead k where k.workspace_id = d.workspace_id and k.deal_id = d.id order by k.position)',
    contacts: `select coalesce(json_agg(json_build_object('leadId', 'lea_' || replace(l.id::text, '-', ''),
        'name', coalesce(nullif(trim(coalesce(l.first_name, '') || ' ' || coalesce(l.last_name, '')), ''), l.email), 'email', l.email,
        'isPrimary', k.position = 0) order by k.position), '[]') ${people} where k.workspace_id = d.workspace_id and k.deal_id = d.id`,
    odds: oddsOf(`(${stage('probability')})`),
    stageName: stage('name'),
    ownerName: 'select u.name from member m join app_user u on u.id = m.user_id where m.id = d.owner_id',
    companyName: 'select c.name from company c where c.workspace_id = d.workspace_id and c.id = d.company_id',
    reasonName: 'select r.name from deal_reason r where r.workspace_id = d.workspace_id and r.id = d.reason_id',
  },
});

/** A deal as the ORM holds it. */
export type DealEntity = EntityOf<(typeof dealNoun)['fields']>;

/** Who is in a deal: the one to speak with first at position 0. */
export const DealLeadSchema = defineEntity({
  name: 'DealLead',
  tableName: 'deal_lead',
  rowLevelSecurity: 'force',
  policies: tenantPolicies('deal_lead'),
  properties: {
    workspaceId: p.uuid().primary(),
    dealId: p.uuid().primary(),
    leadId: p.uuid().primary(),
    position: p.integer(),
  },
  indexes: [{ name: 'deal_lead_of_lead', properties: ['workspaceId', 'leadId', 'dealId'] }],
});

/** A move of a deal from stage to stage, with what it was then. Conversion and velocity are read off these. */
export const DealMoveSchema = defineEntity({
  name: 'DealMove',
  tableName: 'deal_move',
  rowLevelSecurity: 'force',
  policies: tenantPolicies('deal_move'),
  properties: {
    ...tenantKey(),
    dealId: p.uuid(),
    /** The pipeline of the stage that it came to. */
    pipelineId: p.uuid(),
    /** Unset where the deal was made. */
    fromStageId: p.uuid().nullable(),
    toStageId: p.uuid(),
    /** Since when it had been in the stage that it left. */
    fromSince: moment().nullable(),
    at: moment().defaultRaw('now()'),
    value: p.bigint('number'),
    currency: p.string().length(16),
    ownerId: p.uuid().nullable(),
    actorKind: p.string().length(16).nullable(),
    actorId: p.string().length(200).nullable(),
  },
  indexes: [
    { name: 'deal_move_of_deal', properties: ['workspaceId', 'dealId', 'at'] },
    {
      name: 'deal_move_left',
      expression:
        'create index "deal_move_left" on "deal_move" ("workspace_id", "from_stage_id", "at") include ("id", "to_stage_id", "from_since") where from_stage_id is not null',
    },
  ],
});
