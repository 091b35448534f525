import { fromPublicId } from '@tabard/contract';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { stageCampaign } from '../../../../test/faults/stage-campaign.ts';
import { startTestPlatform, type TestPlatform, type TestWorkspace } from '../../../../test/fixture/index.ts';

let platform: TestPlatform;
let workspace: TestWorkspace;
beforeAll(async () => {
  platform = await startTestPlatform();
  workspace = await platform.createWorkspace();
});
afterAll(() => platform.stop());

describe('an audience', () => {
  it('is whoever passes both of its filters, and leads by their ids besides', async () => {
    const { caller, scope } = workspace;
    const { campaignId: id } = await stageCampaign(workspace, { port: 1, leads: 1 });
    await caller.customFields.create({ key: 'fleet', label: 'Fleet', type: 'number' });
    const make = async (name: string, country: string, fleet: number) =>
      (await caller.leads.create({ email: `${name}@audience.example`, country, custom: { fleet } })).id;
    const [taken, , chosen] = [await make('a', 'DE', 8), await make('b', 'DE', 2), await make('c', 'FR', 1)];
    await make('d', 'FR', 9);
    const where = { all: [{ field: 'custom.fleet', op: 'at_least', value: 5 }] } as const;
    const audience = { filter: { country: 'DE' }, where, leadIds: [chosen] };
    expect((await caller.campaigns.update({ id, audience })).audience).toEqual(audience);
    await caller.campaigns.launch({ id });
    const rows = await scope.read<{ lead_id: string }>('select lead_id from enrollment where campaign_id = $1', [
      fromPublicId('campaign', id),
    ]);
    expect(new Set(rows.map((row) => row.lead_id))).toEqual(
      new Set([taken, chosen].map((lead) => fromPublicId('lead', lead))),
    );
  });

  it('asks only for what there is, and keeps its campaign from starting once that is gone', async () => {
    const { caller } = workspace;
    const where = (field: string) => ({ where: { field, op: 'at_least' as const, value: 5 } });
    await expect(caller.campaigns.create({ name: 'Wrong', audience: where('salary') })).rejects.toMatchObject({
      cause: { code: 'filter.invalid', details: [{ path: 'audience.where.field', reason: 'unknown_field' }] },
    });
    const field = await caller.customFields.create({ key: 'size', label: 'Size', type: 'number' });
    const { id } = await caller.campaigns.create({ name: 'Later wrong', audience: where('custom.size') });
    await caller.customFields.archive({ ids: [field.id] });
    const { blockers } = await caller.campaigns.get({ id });
    expect(blockers).toContainEqual(expect.objectContaining({ path: 'audience.where', reason: 'audience_filter' }));
  });
});
