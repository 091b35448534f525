import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sendTo, startTestPlatform, type TestPlatform, type TestWorkspace } from '../../../../test/fixture/index.ts';

let platform: TestPlatform;
beforeAll(async () => {
  platform = await startTestPlatform();
});
afterAll(() => platform.stop());

const refused = (path: string) => ({ cause: { code: 'request.invalid', details: [{ path }] } });

/** A lead to whom campaigns sent one after the other, the first one three days ago. */
async function reached(workspace: TestWorkspace, email: string, names: readonly string[]) {
  const { caller } = workspace;
  const lead = await caller.leads.create({ email });
  const campaigns: Awaited<ReturnType<typeof caller.campaigns.create>>[] = [];
  for (const [at, name] of names.entries()) {
    const campaign = await caller.campaigns.create({ name });
    campaigns.push(campaign);
    await sendTo(workspace, {
      leadId: lead.id,
      campaignId: campaign.id,
      at: new Date(Date.now() - (3 - at) * 86_400_000),
    });
  }
  return { lead, campaigns };
}

describe('conversions', () => {
  it('are owed to the last campaign that sent to the lead before, unless another or none is said', async () => {
    const workspace = await platform.createWorkspace();
    const { caller } = workspace;
    const { lead, campaigns } = await reached(workspace, 'a@example.com', ['First', 'Second']);
    const said = { leadId: lead.id, kind: 'meeting' as const };
    const ago = (days: number) => new Date(Date.now() - days * 86_400_000).toISOString();
    const owed = async (more: object) => (await caller.conversions.create({ ...said, ...more })).campaignName;
    expect(await owed({})).toBe('Second');
    expect(await owed({ happenedAt: ago(2.5) })).toBe('First');
    expect(await owed({ happenedAt: ago(4) })).toBeNull();
    expect(await owed({ campaignId: null })).toBeNull();
    expect(await owed({ campaignId: campaigns[0]!.id })).toBe('First');
    const made = await caller.conversions.create(said);
    expect(await caller.conversions.update({ id: made.id, campaignId: campaigns[0]!.id })).toMatchObject({
      campaignName: 'First',
      source: 'manual',
      leadName: 'a@example.com',
    });
  });

  it('say what they were, and losses why; neither says the other', async () => {
    const { caller } = await platform.createWorkspace();
    const { id: leadId } = await caller.leads.create({ email: 'a@example.com' });
    type Given = Partial<Parameters<typeof caller.conversions.create>[0]>;
    const make = (given: Given) => caller.conversions.create({ leadId, ...given });
    await expect(make({})).rejects.toMatchObject(refused('kind'));
    await expect(make({ kind: 'custom' })).rejects.toMatchObject(refused('name'));
    await expect(make({ kind: 'signed', reason: 'No' })).rejects.toMatchObject(refused('reason'));
    await expect(make({ outcome: 'lost' })).rejects.toMatchObject(refused('reason'));
    await expect(make({ outcome: 'lost', reason: 'No', value: 5 })).rejects.toMatchObject(refused('value'));
    const lost = await make({ outcome: 'lost', reason: 'No budget' });
    await expect(caller.conversions.update({ id: lost.id, kind: 'signed' })).rejects.toMatchObject(refused('kind'));
    expect(await caller.conversions.update({ id: lost.id, reason: 'Too dear' })).toMatchObject({ reason: 'Too dear' });
  });

  it('are taken back and brought back, and told of the lead', async () => {
    const { caller, scope } = await platform.createWorkspace();
    const { id: leadId } = await caller.leads.create({ email: 'a@example.com' });
    const made = await caller.conversions.create({ leadId, kind: 'signed', value: 500, currency: 'USD' });
    await caller.conversions.create({ leadId, outcome: 'lost', reason: 'Confidential' });
    const listed = async () =>
      (await caller.conversions.list({ filter: { leadId }, sort: 'happened_at' })).items.map(({ outcome }) => outcome);
    expect(await listed()).toEqual(['lost', 'converted']);
    await caller.conversions.archive({ ids: [made.id] });
    expect(await listed()).toEqual(['lost']);
    await caller.conversions.restore({ ids: [made.id] });
    expect(await listed()).toEqual(['lost', 'converted']);
    const told = await scope.read<{ type: string; data: { leadId: string } }>(
      `select type, data from event where type in ('lead.converted', 'lead.lost') order by id`,
    );
    expect(told.map(({ type, data }) => [type, data.leadId])).toEqual([
      ['lead.converted', leadId],
      ['lead.lost', leadId],
    ]);
    expect(JSON.stringify(told)).not.toContain('Confidential');
  });

  it('say once what a deal brought, its own worth where no other is given', async () => {
    const { caller } = await platform.createWorkspace();
    const { id: leadId } = await caller.leads.create({ email: 'a@example.com' });
    const deal = await caller.deals.create({ title: 'Big', value: 700, currency: 'CHF', leadIds: [leadId] });
    const said = { leadId, kind: 'signed' as const, dealId: deal.id };
    const made = await caller.conversions.create(said);
    expect(made).toMatchObject({ value: 700, currency: 'CHF', dealTitle: 'Big' });
    await expect(caller.conversions.create(said)).rejects.toMatchObject({
      cause: { code: 'conversion.deal_counted' },
    });
    await caller.conversions.archive({ ids: [made.id] });
    await caller.conversions.create({ ...said, value: 650 });
    await expect(caller.conversions.restore({ ids: [made.id] })).rejects.toMatchObject({
      cause: { code: 'conversion.deal_counted' },
    });
  });

  it('name a deal that the lead is in or that is with its company, and another currency only with its amount', async () => {
    const { caller } = await platform.createWorkspace();
    const company = await caller.companies.create({ name: 'Client' });
    const { id: leadId } = await caller.leads.create({ email: 'a@example.com', companyId: company.id });
    const foreign = await caller.deals.create({ title: 'Of others', value: 5 });
    const deal = await caller.deals.create({ title: 'Big', value: 777, currency: 'EUR', companyId: company.id });
    const said = { leadId, kind: 'signed' as const };
    await expect(caller.conversions.create({ ...said, dealId: foreign.id })).rejects.toMatchObject(refused('dealId'));
    await expect(caller.conversions.create({ ...said, dealId: deal.id, currency: 'JPY' })).rejects.toMatchObject(
      refused('value'),
    );
    const { id } = await caller.conversions.create({ ...said, dealId: deal.id, value: 900, currency: 'JPY' });
    await expect(caller.conversions.update({ id, dealId: foreign.id })).rejects.toMatchObject(refused('dealId'));
  });

  it('name nobody and nothing of another workspace', async () => {
    const { caller } = await platform.createWorkspace();
    const stranger = (await platform.createWorkspace()).caller;
    const { id: leadId } = await caller.leads.create({ email: 'a@example.com' });
    const deal = await caller.deals.create({ title: 'Big' });
    const campaign = await caller.campaigns.create({ name: 'Spring' });
    await expect(stranger.conversions.create({ leadId, kind: 'signed' })).rejects.toMatchObject({
      cause: { code: 'lead.not_found' },
    });
    const own = await stranger.leads.create({ email: 'a@example.com' });
    const said = { leadId: own.id, kind: 'signed' as const };
    await expect(stranger.conversions.create({ ...said, dealId: deal.id })).rejects.toMatchObject(refused('dealId'));
    await expect(stranger.conversions.create({ ...said, campaignId: campaign.id })).rejects.toMatchObject(
      refused('campaignId'),
    );
  });
});

describe('a deal that is won', () => {
  it('is owed to the last campaign that sent to its first lead, to none once it is open again, and to one that is chosen', async () => {
    const workspace = await platform.createWorkspace();
    const { caller } = workspace;
    const { lead, campaigns } = await reached(workspace, 'a@example.com', ['First', 'Second']);
    const { id } = await caller.deals.create({ title: 'Big', leadIds: [lead.id] });
    expect(await caller.deals.close({ id, outcome: 'won' })).toMatchObject({ campaignId: campaigns[1]!.id });
    expect(await caller.deals.update({ id, campaignId: campaigns[0]!.id })).toMatchObject({
      campaignId: campaigns[0]!.id,
    });
    expect(await caller.deals.reopen({ id })).toMatchObject({ campaignId: null });
    await caller.deals.update({ id, campaignId: campaigns[0]!.id });
    expect(await caller.deals.close({ id, outcome: 'won' })).toMatchObject({ campaignId: campaigns[0]!.id });
    const { items } = await caller.pipelines.list({});
    const won = items[0]!.stages.find(({ kind }) => kind === 'won')!;
    const made = await caller.deals.create({ title: 'At once', leadIds: [lead.id], stageId: won.id });
    expect(made).toMatchObject({ campaignId: campaigns[1]!.id });
  });
});
