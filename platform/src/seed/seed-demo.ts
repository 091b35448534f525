import { fromPublicId, toPublicId } from '@tabard/contract';
import { newId, openScope, type App, type CallScope, type Feature } from '#kernel';
import { appRouter, features } from '#features';
import { inventPeople, type Person } from './people.ts';
import { Chance } from './random.ts';
import type { Reached } from './live-through.ts';
import { seedSorting } from './seed-sorting.ts';
import { seedHistory } from './seed-history.ts';
import { seedTree, type SeededWorkspace } from './seed-tree.ts';
import { demoPassword, story, type CampaignStory } from './story.ts';

/** Where the demo's mail goes and comes from. */
export interface DemoMail {
  host: string;
  smtpPort: number;
  imapPort: number;
  password: string;
}

/** What a newcomer and the example portal need to know. */
export interface Demo {
  email: string;
  password: string;
  apiKey: string;
  liveCampaign: string;
  clients: { slug: string; name: string; workspaceId: string }[];
}

/** Fills an empty installation with the demo's story and lets its live campaign run. */
export async function seedDemo(app: App, mail: DemoMail, say: (line: string) => void): Promise<Demo> {
  const agencies = await seedTree(app, story);
  const live: (() => Promise<unknown>)[] = [];
  for (const agency of agencies)
    for (const workspace of agency.workspaces) {
      say(`Writing the history of ${workspace.story.name}…`);
      live.push(...(await seedWorkspace(app, workspace, mail)));
    }
  for (const { story: agency, workspaces } of agencies) {
    const [first] = workspaces;
    if (!agency.invited || !first) continue;
    const caller = appRouter.createCaller(contextOf(app, first.principal, first.workspaceId));
    await caller.invitations.create({ emails: [agency.invited], role: 'viewer' });
  }
  const [shown] = agencies;
  if (!shown) throw new Error('The story has no agency.');
  const caller = appRouter.createCaller(contextOf(app, shown.principal, null));
  const key = await caller.apiKeys.create({
    organizationId: toPublicId('organization', shown.organizationId),
    name: 'Client portal',
    permissions: [...shown.principal.permissions].filter(
      (permission) => permission !== 'organization.manage' && permission !== 'api_key.manage',
    ),
  });
  for (const resume of live) await resume();
  return {
    email: shown.story.user.email,
    password: demoPassword,
    apiKey: key.secret,
    liveCampaign: shown.story.workspaces[0]?.campaigns.find((campaign) => campaign.state === 'live')?.name ?? '',
    clients: shown.workspaces.map((workspace) => ({
      slug: workspace.story.slug,
      name: workspace.story.name,
      workspaceId: toPublicId('workspace', workspace.workspaceId),
    })),
  };
}

const contextOf = (app: App, principal: SeededWorkspace['principal'], workspaceId: string | null) => ({
  app,
  requestId: 'seed',
  principal,
  workspaceId,
  ip: '127.0.0.1',
  idempotencyKey: null,
});

type Caller = ReturnType<typeof appRouter.createCaller>;

/** The mailboxes of a client, at the servers that stand for those of its provider; gives their ids. */
async function connectMailboxes(caller: Caller, own: SeededWorkspace['story'], mail: DemoMail): Promise<string[]> {
  const mailboxIds: string[] = [];
  for (const box of own.mailboxes) {
    const server = (port: number) => ({
      host: mail.host,
      port,
      security: 'none' as const,
      user: box.address,
      password: mail.password,
    });
    const made = await caller.mailboxes.create({
      ...box,
      smtp: server(mail.smtpPort),
      imap: server(mail.imapPort),
      dailyCap: 400,
      minGap: 6,
    });
    mailboxIds.push(made.id);
  }
  return mailboxIds;
}

/** Seeds one client; gives what sets its live campaigns going once everything stands. */
async function seedWorkspace(
  app: App,
  workspace: SeededWorkspace,
  mail: DemoMail,
): Promise<(() => Promise<unknown>)[]> {
  const { story: own, workspaceId, principal } = workspace;
  const caller = appRouter.createCaller(contextOf(app, principal, workspaceId));
  const scope = openScope(app, workspaceId, principal);
  const chance = new Chance(own.seed);
  const mailboxIds = await connectMailboxes(caller, own, mail);
  const people = inventPeople(
    chance,
    own.campaigns.reduce((sum, campaign) => sum + campaign.leads, 60),
    own.trade,
  );
  let next = 0;
  const resumes: (() => Promise<unknown>)[] = [];
  for (const campaign of own.campaigns) {
    await insertLeads(scope, people.slice(next, (next += campaign.leads)), campaign.tag, campaign.launched);
    const first = campaign.steps[0]!; // every campaign of the story has a step
    await caller.templates.create({ name: campaign.name, subject: first.subject, body: first.body });
    const made = await caller.campaigns.create({
      name: campaign.name,
      steps: campaign.steps,
      audience: { filter: { tag: campaign.tag } },
      mailboxIds,
      schedule: {
        timeZone: own.timeZone,
        days: campaign.state === 'live' ? [1, 2, 3, 4, 5, 6, 7] : [1, 2, 3, 4, 5],
        from: campaign.state === 'live' ? '00:00' : '08:30',
        until: campaign.state === 'live' ? '24:00' : '17:30',
      },
    });
    if (campaign.state === 'draft') continue;
    await caller.campaigns.launch({ id: made.id });
    // Paused while the past is written, so that nothing of it is sent again.
    await caller.campaigns.pause({ id: made.id });
    await writePast(scope, chance, made, campaign);
    resumes.push(...(await setState(scope, caller, made.id, campaign)));
  }
  await insertLeads(scope, people.slice(next), 'fair 2026', 6);
  await seedSorting(caller);
  for (const feature of features as readonly Feature[]) await feature.seed?.(scope);
  return resumes;
}

async function writePast(
  scope: CallScope,
  chance: Chance,
  made: { id: string; steps: { id: string }[] },
  campaign: CampaignStory,
): Promise<void> {
  const campaignId = fromPublicId('campaign', made.id)!; // the platform's own id
  const reached = await scope.read<{
    id: string;
    lead_id: string;
    mailbox_id: string;
    email: string;
    first_name: string;
    last_name: string;
    company: string;
    city: string;
  }>(
    `select e.id, e.lead_id, e.mailbox_id, l.email, l.first_name, l.last_name, l.company, l.city
       from enrollment e join lead l on l.workspace_id = e.workspace_id and l.id = e.lead_id where e.workspace_id = $1 and e.campaign_id = $2 order by e.id`,
    [scope.workspaceId, campaignId],
  );
  const past = reached
    .slice(0, campaign.state === 'live' ? Math.floor(reached.length * 0.55) : reached.length)
    .map((row): Reached => ({
      enrollmentId: row.id,
      leadId: row.lead_id,
      mailboxId: row.mailbox_id,
      email: row.email,
      firstName: row.first_name,
      lastName: row.last_name,
      company: row.company,
      city: row.city,
    }));
  const stepIds = made.steps.map((step) => fromPublicId('step', step.id) ?? '');
  await seedHistory(scope, { chance, story: campaign, campaignId, stepIds, now: Date.now() }, past);
}

/** Brings a campaign to where the story has it. */
async function setState(
  scope: CallScope,
  caller: ReturnType<typeof appRouter.createCaller>,
  id: string,
  campaign: CampaignStory,
): Promise<(() => Promise<unknown>)[]> {
  const campaignId = fromPublicId('campaign', id)!; // the platform's own id
  await scope.write(({ sql }) =>
    sql(
      `update campaign set launched_at = now() - $3 * interval '1 day', created_at = now() - ($3 + 1) * interval '1 day' where workspace_id = $1 and id = $2`,
      [scope.workspaceId, campaignId, campaign.launched],
    ),
  );
  if (campaign.state !== 'completed') return [() => caller.campaigns.resume({ id })];
  await scope.write(async ({ sql }) => {
    await sql(
      `update enrollment set state = 'completed', next_step_at = null where workspace_id = $1 and campaign_id = $2 and state = 'active'`,
      [scope.workspaceId, campaignId],
    );
    await sql(
      `update campaign set state = 'completed', completed_at = now() - interval '2 days' where workspace_id = $1 and id = $2`,
      [scope.workspaceId, campaignId],
    );
  });
  return [];
}

async function insertLeads(scope: CallScope, people: Person[], tag: string, daysAgo: number): Promise<void> {
  const column = (field: keyof Person) => people.map((person) => person[field]);
  await scope.write(({ sql }) =>
    sql(
      `insert into lead (workspace_id, id, email, first_name, last_name, company, title, city, country, time_zone, tags, source, created_at)
       select $1, p.id, p.email, p.first_name, p.last_name, p.company, p.title, p.city, p.country, p.zone, array[$2::text], 'import', now() - ($3 + 1) * interval '1 day' - random() * interval '8 hours'
         from unnest($4::uuid[], $5::text[], $6::text[], $7::text[], $8::text[], $9::text[], $10::text[], $11::text[], $12::text[])
           as p(id, email, first_name, last_name, company, title, city, country, zone)`,
      [
        scope.workspaceId,
        tag,
        daysAgo,
        people.map(() => newId()),
        column('email'),
        column('firstName'),
        column('lastName'),
        column('company'),
        column('title'),
        column('city'),
        column('country'),
        column('timeZone'),
      ],
    ),
  );
}
