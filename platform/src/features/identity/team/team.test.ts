import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { segmentFeature } from '#features/crm/segment';
import { runConsumers, startRelay } from '#kernel';
import {
  plantCrew,
  startTestPlatform,
  type TestMember,
  type TestPlatform,
  type TestWorkspace,
} from '../../../../test/fixture/index.ts';

let platform: TestPlatform;
let workspace: TestWorkspace;
let [ada, uma, boss]: TestMember[] = [];
beforeAll(async () => {
  platform = await startTestPlatform();
});
afterAll(() => platform.stop());
beforeEach(async () => {
  workspace = await platform.createWorkspace();
  const crew = await plantCrew(platform, workspace, {
    Ada: 'outreach_specialist',
    Uma: 'outreach_specialist',
    Boss: 'workspace_admin',
  });
  [ada, uma, boss] = [crew['Ada']!, crew['Uma']!, crew['Boss']!];
});

const teamOf = (name: string, people: readonly TestMember[] = [], leader: TestMember | null = null) =>
  boss!.caller.teams.create({
    name,
    memberIds: people.map(({ memberId }) => memberId),
    leaderId: leader?.memberId ?? null,
  });
const refusal = (code: string, path?: string) => ({
  cause: { code, ...(path && { details: [expect.objectContaining({ path })] }) },
});

describe('teams', () => {
  it('have people and one who leads them, in their own workspace only', async () => {
    const team = await teamOf('Sales', [uma!, ada!], uma);
    expect(team).toMatchObject({
      name: 'Sales',
      color: null,
      members: [
        { id: uma!.memberId, name: 'Uma', isLeader: true },
        { id: ada!.memberId, name: 'Ada', isLeader: false },
      ],
    });
    expect(await boss!.caller.teams.get({ id: team.id })).toEqual(team);
    const stranger = await platform.createWorkspace();
    for (const ask of [
      () => stranger.caller.teams.get({ id: team.id }),
      () => stranger.caller.teams.setMembers({ id: team.id, memberIds: [], leaderId: null }),
      () => stranger.caller.teams.archive({ ids: [team.id] }),
    ])
      await expect(ask()).rejects.toMatchObject(refusal('team.not_found'));
  });

  it('take members of the workspace alone, and are led by one of them', async () => {
    const other = await platform.createWorkspace();
    const { Eve: eve } = await plantCrew(platform, other, { Eve: 'viewer' });
    await expect(teamOf('Sales', [ada!, eve!])).rejects.toMatchObject(refusal('request.invalid', 'memberIds.1'));
    await expect(teamOf('Sales', [ada!], uma)).rejects.toMatchObject(refusal('request.invalid', 'leaderId'));
    expect(await boss!.caller.teams.count({})).toEqual({ count: 0 });
  });

  it('are listed, searched, renamed, archived and restored, and say so', async () => {
    const [first, second] = [await teamOf('First'), await teamOf('Second')];
    await expect(teamOf('FIRST')).rejects.toMatchObject(refusal('team.name_taken'));
    const names = async (filter: { search?: string; archived?: boolean }) =>
      (await boss!.caller.teams.list({ filter, sort: 'name', direction: 'asc' })).items.map(({ name }) => name);
    expect(await names({ search: 'FIR' })).toEqual(['First']);
    await boss!.caller.teams.update({ id: second.id, name: 'Other', color: 'teal' });
    await boss!.caller.teams.setMembers({ id: second.id, memberIds: [ada!.memberId], leaderId: null });
    await boss!.caller.teams.archive({ ids: [first.id] });
    expect(await names({})).toEqual(['Other']);
    expect(await names({ archived: true })).toEqual(['First']);
    expect((await boss!.caller.leads.owners({})).teams).toEqual([{ id: second.id, name: 'Other' }]);
    await boss!.caller.teams.restore({ ids: [first.id] });
    expect(await boss!.caller.teams.count({})).toEqual({ count: 2 });
    const events = await workspace.scope.read<{ type: string; data: { teamId: string } }>(
      `select type, data from event where type like 'team.%' order by id`,
    );
    expect(events.map(({ type }) => type)).toEqual(
      ['created', 'created', 'updated', 'updated', 'archived', 'restored'].map((verb) => `team.${verb}`),
    );
    const audit = await workspace.scope.read<{ act: string }>(`select act from audit_log where act like 'teams.%'`);
    expect(audit.map(({ act }) => act)).toContain('teams.setMembers');
  });

  it('are left by a member who is deactivated, who is back in them when reactivated; what was theirs stays theirs', async () => {
    const team = await teamOf('Sales', [ada!, uma!], ada);
    const lead = await ada!.caller.leads.create({ email: 'ines@client.example', ownerId: ada!.memberId });
    const inTeam = async () => (await boss!.caller.teams.get({ id: team.id })).members.map(({ name }) => name);
    const ofTeam = async () =>
      (await boss!.caller.leads.list({ where: { field: 'ownerTeams', op: 'has_any', value: [team.id] } })).items.map(
        ({ id }) => id,
      );
    expect(await ofTeam()).toEqual([lead.id]);
    await boss!.caller.members.deactivate({ id: ada!.memberId });
    expect(await inTeam()).toEqual(['Uma']);
    expect(await ofTeam()).toEqual([]);
    expect((await boss!.caller.leads.get({ id: lead.id })).ownerId).toBe(ada!.memberId);
    // Whoever writes the team meanwhile takes nothing from them, but that another leads.
    await boss!.caller.teams.setMembers({ id: team.id, memberIds: [uma!.memberId], leaderId: uma!.memberId });
    await boss!.caller.members.reactivate({ id: ada!.memberId });
    expect((await boss!.caller.teams.get({ id: team.id })).members).toMatchObject([
      { name: 'Uma', isLeader: true },
      { name: 'Ada', isLeader: false },
    ]);
    expect(await ofTeam()).toEqual([lead.id]);
    await boss!.caller.members.remove({ id: ada!.memberId });
    expect(await inTeam()).toEqual(['Uma']);
  });

  it('choose leads, companies, deals and tasks by whose they are', async () => {
    const [sales, care] = [await teamOf('Sales', [ada!]), await teamOf('Care', [ada!, uma!])];
    const { caller } = boss!;
    const made: Record<string, Record<string, string>> = {};
    for (const [who, ownerId] of [
      ['ada', ada!.memberId],
      ['uma', uma!.memberId],
      ['nobody', null],
    ] as const)
      made[who] = {
        leads: (await caller.leads.create({ email: `${who}@client.example`, ownerId })).id,
        companies: (await caller.companies.create({ name: who, ownerId })).id,
        deals: (await caller.deals.create({ title: who, ownerId })).id,
        tasks: (await caller.tasks.create({ title: who, assigneeId: ownerId })).id,
      };
    for (const noun of ['leads', 'companies', 'deals', 'tasks'] as const) {
      const field = noun === 'tasks' ? 'assigneeTeams' : 'ownerTeams';
      const taken = async (where: object) => {
        const { items } = await caller[noun].list({ where: { field, ...where } });
        expect(await caller[noun].count({ where: { field, ...where } })).toEqual({ count: items.length });
        return Object.keys(made)
          .filter((who) => items.some(({ id }) => id === made[who]![noun]))
          .join();
      };
      expect(await taken({ op: 'has_any', value: [sales.id] })).toBe('ada');
      expect(await taken({ op: 'has_any', value: [care.id] })).toBe('ada,uma');
      expect(await taken({ op: 'has_all', value: [care.id, sales.id] })).toBe('ada');
      expect(await taken({ op: 'has_none', value: [sales.id] })).toBe('uma,nobody');
      expect(await taken({ op: 'is_empty' })).toBe('nobody');
      await expect(taken({ op: 'has_any', value: [ada!.memberId] })).rejects.toMatchObject(refusal('filter.invalid'));
    }
    const month = new Date().toISOString().slice(0, 7);
    const day = `${month}-15`;
    for (const who of ['ada', 'uma'])
      await caller.deals.update({ id: made[who]!['deals']!, value: 1000, expectedCloseOn: day });
    const forecast = async (teamId: string) =>
      (await caller.dealReports.forecast({ from: month, months: 1, teamId })).items.map(({ ownerName }) => ownerName);
    expect(await forecast(sales.id)).toEqual(['Ada']);
    expect(await forecast(care.id)).toEqual(['Ada', 'Uma']);
    await caller.deals.close({ id: made['uma']!['deals']!, outcome: 'won' });
    const today = new Date().toISOString().slice(0, 10);
    const won = async (teamId: string) =>
      (await caller.dealReports.outcomes({ from: day.slice(0, 8) + '01', until: today, by: 'owner', teamId })).items
        .length;
    expect([await won(sales.id), await won(care.id)]).toEqual([0, 1]);
  });

  it('have the segments looked at anew that ask for them, when their people change', async () => {
    const running = [
      startRelay(platform.app),
      await runConsumers(platform.app, [{ name: 'segment', on: segmentFeature.on! }]),
    ];
    try {
      const team = await teamOf('Sales', [ada!]);
      const where = { field: 'ownerTeams', op: 'has_any', value: [team.id] } as const;
      const asking = await boss!.caller.segments.create({ name: 'Of sales', where });
      const other = await boss!.caller.segments.create({
        name: 'Other',
        where: { field: 'country', op: 'is', value: 'DE' },
      });
      await workspace.scope.write(({ sql, workspaceId }) =>
        sql(`update segment set due_at = null, state = 'ready' where workspace_id = $1`, [workspaceId]),
      );
      await boss!.caller.teams.setMembers({ id: team.id, memberIds: [uma!.memberId], leaderId: null });
      const due = async () =>
        (await workspace.scope.read<{ id: string }>('select id from segment where due_at <= now()')).map(
          ({ id }) => `seg_${id.replaceAll('-', '')}`,
        );
      await expect.poll(due, { timeout: 20_000 }).toEqual([asking.id]);
      expect(await due()).not.toContain(other.id);
    } finally {
      for (const each of running.toReversed()) await each.stop();
    }
  });

  it('are looked at and changed by those who do the daily work, looked at by viewers, and neither by clients', async () => {
    const { View: view, Client: client } = await plantCrew(platform, workspace, { View: 'viewer', Client: 'client' });
    const team = await ada!.caller.teams.create({ name: 'Sales' });
    expect((await view!.caller.teams.list({})).items).toHaveLength(1);
    for (const ask of [
      () => view!.caller.teams.update({ id: team.id, name: 'Mine' }),
      () => view!.caller.teams.setMembers({ id: team.id, memberIds: [], leaderId: null }),
      () => client!.caller.teams.list({}),
    ])
      await expect(ask()).rejects.toMatchObject(refusal('auth.permission_denied'));
  });
});
