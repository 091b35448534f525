import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { runConsumers, startRelay } from '#kernel';
import { consumers } from '#features';
import {
  plantCrew,
  startTestPlatform,
  type TestMember,
  type TestPlatform,
  type TestWorkspace,
} from '../../../../test/fixture/index.ts';

let platform: TestPlatform;
let workspace: TestWorkspace;
let ada: TestMember;
let uma: TestMember;
let running: { stop(): Promise<void> }[];
beforeAll(async () => {
  platform = await startTestPlatform();
  workspace = await platform.createWorkspace();
  const crew = await plantCrew(platform, workspace, { Ada: 'outreach_specialist', Uma: 'outreach_specialist' });
  [ada, uma] = [crew['Ada']!, crew['Uma']!];
  running = [startRelay(platform.app), await runConsumers(platform.app, consumers)];
});
afterAll(async () => {
  for (const part of running.toReversed()) await part.stop();
  await platform.stop();
});

let made = 0;
const plant = async () => {
  const company = await ada.caller.companies.create({ name: `Company ${++made}` });
  const lead = await ada.caller.leads.create({ email: `lead${made}@client.example`, companyId: company.id });
  return { company, lead, subject: { noun: 'lead', id: lead.id } as const };
};
const yesterday = new Date(Date.now() - 86_400_000).toISOString();
const tomorrow = new Date(Date.now() + 86_400_000).toISOString();

describe('activities', () => {
  it('come back as they were written down, the latest first by when they happened', async () => {
    const { subject } = await plant();
    const call = await ada.caller.loggedActivities.create({
      subject,
      kind: 'call',
      direction: 'outgoing',
      outcome: 'reached',
      minutes: 12,
      happenedAt: yesterday,
      text: 'Wants an offer\nuntil Friday',
    });
    expect(call).toMatchObject({ authorName: 'Ada', canChange: true, minutes: 12, outcome: 'reached' });
    expect((await uma.caller.loggedActivities.get({ id: call.id })).canChange).toBe(false);
    const later = await ada.caller.loggedActivities.create({
      subject,
      kind: 'meeting',
      happenedAt: new Date().toISOString(),
    });
    const earlier = await ada.caller.loggedActivities.create({
      subject,
      kind: 'other',
      happenedAt: '2026-01-01T10:00:00.000Z',
    });
    const { items } = await ada.caller.loggedActivities.list({ subject });
    expect(items.map(({ id }) => id)).toEqual([later.id, call.id, earlier.id]);
    const page = await ada.caller.loggedActivities.list({ subject, limit: 1 });
    const next = await ada.caller.loggedActivities.list({ subject, limit: 1, cursor: page.nextCursor! });
    expect(next.items.map(({ id }) => id)).toEqual([call.id]);
  });

  it('hold what fits their kind and is past, and say so field by field', async () => {
    const { subject } = await plant();
    await expect(
      ada.caller.loggedActivities.create({
        subject,
        kind: 'mail',
        outcome: 'reached',
        minutes: 3,
        happenedAt: tomorrow,
      }),
    ).rejects.toMatchObject({
      cause: { details: [{ path: 'outcome' }, { path: 'minutes' }, { path: 'happenedAt' }] },
    });
    const call = await ada.caller.loggedActivities.create({
      subject,
      kind: 'call',
      outcome: 'busy',
      happenedAt: yesterday,
    });
    await expect(ada.caller.loggedActivities.update({ id: call.id, kind: 'meeting' })).rejects.toMatchObject({
      cause: { details: [{ path: 'outcome' }] },
    });
    expect(
      await ada.caller.loggedActivities.update({ id: call.id, kind: 'meeting', outcome: null, minutes: 30 }),
    ).toMatchObject({ kind: 'meeting', minutes: 30 });
  });

  it('stand in the timelines of the lead and its company, and are its last activity when they say they happened', async () => {
    const { company, subject } = await plant();
    await workspace.scope.write(({ sql }) =>
      sql(`update company set last_activity_at = '2026-01-01' where name = $1`, [company.name]),
    );
    const call = await ada.caller.loggedActivities.create({ subject, kind: 'call', happenedAt: yesterday });
    for (const about of [subject, { noun: 'company', id: company.id } as const])
      await expect
        .poll(async () => (await ada.caller.timeline.list({ subject: about })).items.map(({ kind }) => kind), {
          timeout: 60_000,
        })
        .toContain('logged_activity.created');
    await ada.caller.loggedActivities.archive({ ids: [call.id] });
    await expect
      .poll(async () => (await ada.caller.timeline.list({ subject })).items.map(({ kind }) => kind), {
        timeout: 60_000,
      })
      .toContain('logged_activity.archived');
    const seen = (await ada.caller.companies.get({ id: company.id })).lastActivityAt;
    // The lead was made a moment ago, which is later than the call.
    expect(Date.parse(seen ?? '')).toBeGreaterThanOrEqual(Date.parse(yesterday));
  });

  it('of a deal stand in its timeline and in those of its leads and its company, and are gone with it', async () => {
    const { company, lead } = await plant();
    const other = await ada.caller.leads.create({ email: `other${made}@client.example` });
    const deal = await ada.caller.deals.create({ title: 'Big', companyId: company.id, leadIds: [lead.id, other.id] });
    const subject = { noun: 'deal', id: deal.id } as const;
    await workspace.scope.write(({ sql }) =>
      sql(`update company set last_activity_at = '2026-01-01' where name = $1`, [company.name]),
    );
    const call = await ada.caller.loggedActivities.create({ subject, kind: 'call', happenedAt: yesterday });
    const parties = [
      subject,
      { noun: 'lead', id: lead.id },
      { noun: 'lead', id: other.id },
      { noun: 'company', id: company.id },
    ] as const;
    for (const about of parties)
      await expect
        .poll(async () => (await ada.caller.timeline.list({ subject: about })).items.map(({ kind }) => kind), {
          timeout: 60_000,
        })
        .toContain('logged_activity.created');
    await expect
      .poll(async () => Date.parse((await ada.caller.companies.get({ id: company.id })).lastActivityAt ?? ''), {
        timeout: 60_000,
      })
      .toBeGreaterThanOrEqual(Date.parse(yesterday));
    expect((await ada.caller.loggedActivities.list({ subject })).items).toEqual([call]);
    await ada.caller.deals.archive({ ids: [deal.id] });
    await expect(
      ada.caller.loggedActivities.create({ subject, kind: 'call', happenedAt: yesterday }),
    ).rejects.toMatchObject({ cause: { code: 'deal.not_found' } });
    await ada.caller.deals.remove({ id: deal.id });
    await expect(ada.caller.loggedActivities.get({ id: call.id })).rejects.toMatchObject({
      cause: { code: 'logged_activity.not_found' },
    });
  });

  it('are deleted and brought back by who wrote them down', async () => {
    const { subject } = await plant();
    const { id } = await ada.caller.loggedActivities.create({ subject, happenedAt: yesterday });
    await expect(uma.caller.loggedActivities.archive({ ids: [id] })).rejects.toMatchObject({
      cause: { code: 'auth.permission_denied' },
    });
    await ada.caller.loggedActivities.archive({ ids: [id] });
    expect((await ada.caller.loggedActivities.list({ subject })).items).toEqual([]);
    await ada.caller.loggedActivities.restore({ ids: [id] });
    expect((await ada.caller.loggedActivities.list({ subject })).items).toHaveLength(1);
  });
});
