import type { WrittenFilter } from '@tabard/contract/filters';
import { fromPublicId } from '@tabard/contract';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { recordMailEvents } from '#features/outreach/tracking';
import { newId } from '#kernel';
import { memberIn } from '../../../../test/fixture/member-in.ts';
import { startTestPlatform, type TestPlatform, type TestWorkspace } from '../../../../test/fixture/index.ts';

let platform: TestPlatform;
let workspace: TestWorkspace;
beforeAll(async () => {
  platform = await startTestPlatform();
  workspace = await platform.createWorkspace();
});
afterAll(() => platform.stop());

const refused = (path: string) =>
  expect.objectContaining({
    cause: expect.objectContaining({ details: [expect.objectContaining({ path })] }),
  });

describe('what is known of a lead', () => {
  it('comes back as it was written, each in its one form', async () => {
    const { caller } = workspace;
    const lead = await caller.leads.create({
      email: 'noor@brandt.example',
      country: 'Niederlande',
      phone: '020 123 4567',
      phones: [{ number: '+49 30 123456', kind: 'mobile', label: 'Berlin' }],
      emails: [
        { email: 'Noor@Home.EXAMPLE', kind: 'personal' },
        { email: 'noor@brandt.example', kind: 'work' },
        { email: 'noor@home.example', kind: 'other' },
      ],
      language: 'pt-br',
      score: 70,
      lifecycle: 'qualified',
      lawfulBasis: 'consent',
      lawfulBasisSource: 'Fair in Bremen',
      lawfulBasisAt: '2026-03-01T10:00:00.000Z',
      profiles: ['https://xing.example/noor'],
      linkedinUrl: 'https://linkedin.example/in/noor',
    });
    expect(lead).toMatchObject({
      phone: '020 123 4567',
      phoneNormal: '+31201234567',
      phones: [{ number: '+49 30 123456', normal: '+4930123456', kind: 'mobile', label: 'Berlin' }],
      emails: [{ email: 'noor@home.example', kind: 'personal', label: null }],
      language: 'pt-BR',
      lawfulBasisAt: '2026-03-01T10:00:00.000Z',
      ownerId: null,
      mails: { sent: 0, lastContactedAt: null },
    });
    const moved = await caller.leads.update({ id: lead.id, country: 'Germany', phones: lead.phones });
    expect(moved).toMatchObject({ phoneNormal: '+49201234567', phones: lead.phones });
    expect(await caller.leads.update({ id: lead.id, country: null })).toMatchObject({ phoneNormal: null });
  });

  it.each([
    [{ score: 101 }],
    [{ score: 1.5 }],
    [{ lifecycle: 'x' }],
    [{ language: 'not a language' }],
    [{ linkedinUrl: 'linkedin' }],
    [{ emails: [{ email: 'nobody' }] }],
    [{ lawfulBasisAt: 'yesterday' }],
  ])('refuses %j', async (wrong) => {
    await expect(
      workspace.caller.leads.create({ email: 'wrong@brandt.example', ...wrong } as never),
    ).rejects.toMatchObject({
      code: 'BAD_REQUEST',
    });
  });

  it('has an owner who works here, and is found and ordered by it', async () => {
    const here = await platform.createWorkspace();
    const { caller } = here;
    const ownerId = await memberIn(platform, here);
    const stranger = 'mem_00000000000070008000000000000000';
    await expect(caller.leads.create({ email: 'a@x.example', ownerId: stranger })).rejects.toEqual(refused('ownerId'));
    for (let index = 0; index < 9; index++)
      await caller.leads.create({
        email: `p${index}@x.example`,
        ownerId: index % 2 ? ownerId : null,
        score: index % 3 ? index * 10 : null,
      });
    const owned = await caller.leads.list({ filter: { ownerId } });
    expect(owned.items).toHaveLength(4);
    expect(owned.items[0]?.ownerName).toEqual(expect.any(String));
    expect(await caller.leads.count({ where: { field: 'ownerId', op: 'is', value: ownerId } })).toEqual({ count: 4 });
    expect(await caller.leads.count({ where: { field: 'ownerId', op: 'is_empty' } })).toEqual({ count: 5 });
    expect(await caller.leads.count({ where: { field: 'score', op: 'less', value: 50 } })).toEqual({ count: 3 });
    for (const sort of ['owner_id', 'score'] as const)
      for (const direction of ['asc', 'desc'] as const) {
        const seen: (string | number | null)[] = [];
        let cursor: string | undefined;
        do {
          const page = await caller.leads.list({ sort, direction, limit: 2, cursor });
          seen.push(...page.items.map((lead) => (sort === 'score' ? lead.score : lead.ownerId)));
          cursor = page.nextCursor ?? undefined;
        } while (cursor);
        expect(seen).toHaveLength(9);
        const rank = (value: string | number | null) => (typeof value === 'number' ? value : value === null ? -1 : 0);
        const sorted = seen.toSorted((one, other) => rank(one) - rank(other));
        expect(seen).toEqual(direction === 'asc' ? sorted : sorted.toReversed());
      }
  });

  it('is read in each order off an index under the policy', async () => {
    for (const [order, index] of [
      [`(case when owner_id is null then '00000000-0000-0000-0000-000000000000'::uuid else owner_id end)`, 'owner_id'],
      ['(case when score is null then -2147483648 else score end)', 'score'],
    ] as const) {
      const plan = await platform.app.database.write(workspace.workspaceId, async (_em, sql) => {
        for (const way of ['seqscan', 'bitmapscan', 'sort']) await sql(`set local enable_${way} = off`);
        return sql<{ 'QUERY PLAN': string }>(
          `explain select id from lead where workspace_id = $1 and archived_at is null order by ${order}, id limit 50`,
          [workspace.workspaceId],
        );
      });
      expect(plan.map((line) => line['QUERY PLAN']).join('\n')).toContain(`lead_by_${index}`);
    }
  });
});

describe('further addresses', () => {
  it('become the first one, which stays among them', async () => {
    const { caller } = workspace;
    const { id } = await caller.leads.create({ email: 'old@far.example', emails: [{ email: 'new@far.example' }] });
    const lead = await caller.leads.makePrimary({ id, email: 'NEW@far.example' });
    expect(lead).toMatchObject({ email: 'new@far.example', emails: [{ email: 'old@far.example', kind: 'work' }] });
    await expect(caller.leads.makePrimary({ id, email: 'none@far.example' })).rejects.toEqual(refused('email'));
    await caller.leads.create({ email: 'old@far.example' });
    await expect(caller.leads.makePrimary({ id, email: 'old@far.example' })).rejects.toMatchObject({
      cause: { code: 'lead.email_taken' },
    });
  });

  it('are told by an index, whoever writes them', async () => {
    const { caller, workspaceId } = workspace;
    const { id } = await caller.leads.create({ email: 'reach@far.example', emails: [{ email: 'r2@far.example' }] });
    const reach = () =>
      platform.app.database.write(workspaceId, (_em, sql) =>
        sql<{ kind: string; value: string }>(
          'select kind, value from lead_reach where workspace_id = $1 and lead_id = $2 order by kind, value',
          [workspaceId, fromPublicId('lead', id)],
        ),
      );
    expect(await reach()).toEqual([{ kind: 'email', value: 'r2@far.example' }]);
    await caller.leads.update({ id, emails: [], phones: [{ number: '+31 20 123 4567' }] });
    expect(await reach()).toEqual([{ kind: 'phone', value: '+31201234567' }]);
  });
});

describe('bulk operations', () => {
  it('give many leads an owner, and the one of before back', async () => {
    const to = await platform.createWorkspace();
    const ownerId = await memberIn(platform, to);
    const { id } = await to.caller.leads.create({ email: 'one@far.example', country: 'NL', phone: '020 123 4567' });
    const give = (field: 'ownerId' | 'score' | 'country', value: unknown) =>
      to.caller.bulkOperations.start({ ids: [id], action: { kind: 'set_field', field, value } });
    const given = await give('ownerId', ownerId);
    expect(given.action).toMatchObject({ field: 'ownerId', value: ownerId });
    expect(await to.caller.leads.get({ id })).toMatchObject({ ownerId, ownerName: 'Ines' });
    await to.caller.bulkOperations.undo({ id: given.id });
    expect(await to.caller.leads.get({ id })).toMatchObject({ ownerId: null });
    await give('score', 30);
    await give('country', 'Germany');
    expect(await to.caller.leads.get({ id })).toMatchObject({ score: 30, phoneNormal: '+49201234567' });
    await expect(give('score', 300)).rejects.toEqual(refused('action.value'));
    await expect(give('ownerId', 'mem_00000000000070008000000000000000')).rejects.toEqual(refused('action.value'));
  });
});

describe('what became of the mails to a lead', () => {
  it('is counted once for each mail, however often it is told, and found by its moments', async () => {
    const { caller, workspaceId } = await platform.createWorkspace();
    const { id } = await caller.leads.create({ email: 'counted@far.example' });
    await caller.leads.create({ email: 'never@far.example' });
    const leadId = fromPublicId('lead', id)!;
    const deliveryId = newId();
    const at = new Date('2026-05-01T10:00:00Z');
    const tell = (types: readonly ('sent' | 'opened' | 'replied' | 'machine_opened')[]) =>
      platform.app.database.write(workspaceId, (_em, sql) =>
        recordMailEvents(
          sql,
          workspaceId,
          types.map((type) => ({ type, deliveryId, leadId, at })),
        ),
      );
    await tell(['sent']);
    await tell(['opened', 'opened', 'machine_opened']);
    await Promise.all([tell(['opened']), tell(['opened', 'replied']), tell(['replied'])]);
    expect((await caller.leads.get({ id })).mails).toEqual({
      sent: 1,
      opened: 1,
      clicked: 0,
      replied: 1,
      lastContactedAt: at.toISOString(),
      lastRepliedAt: at.toISOString(),
    });
    const count = async (where: WrittenFilter) => (await caller.leads.count({ where })).count;
    expect(await count({ field: 'lastRepliedAt', op: 'is_not_empty' })).toBe(1);
    expect(await count({ field: 'lastRepliedAt', op: 'is_empty' })).toBe(1);
    expect(await count({ field: 'lastContactedAt', op: 'on', value: '2026-05-01' })).toBe(1);
    expect(await count({ not: { field: 'lastContactedAt', op: 'on', value: '2026-05-01' } })).toBe(1);
  });
});
