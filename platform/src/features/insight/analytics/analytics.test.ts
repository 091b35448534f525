import { toPublicId } from '@tabard/contract';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { recordMailEvents, type MailEvent } from '#features/outreach/tracking';
import { newId } from '#kernel';
import { startTestPlatform, type TestPlatform } from '../../../../test/fixture/index.ts';

let platform: TestPlatform;
beforeAll(async () => {
  platform = await startTestPlatform();
});
afterAll(() => platform.stop());

async function stage(timeZone = 'UTC') {
  const workspace = await platform.createWorkspace({ timeZone });
  const { workspaceId, scope } = workspace;
  const [campaignId, stepId, otherStepId] = [newId(), newId(), newId()];
  await scope.write(async ({ sql }) => {
    await sql(
      `insert into campaign (workspace_id, id, name, state, schedule) values ($1, $2, 'Spring', 'running', '{}')`,
      [workspaceId, campaignId],
    );
    for (const [position, id] of [stepId, otherStepId].entries())
      await sql(
        `insert into step (workspace_id, id, campaign_id, position, delay_amount, delay_unit, subject, body) values ($1, $2, $3, $4, 0, 'days', '', '')`,
        [workspaceId, id, campaignId, position + 1],
      );
  });
  const record = (events: MailEvent[]) => scope.write(({ sql }) => recordMailEvents(sql, workspaceId, events));
  const mail = () => ({ deliveryId: newId(), campaignId, stepId });
  return { ...workspace, campaignId, stepId, otherStepId, record, mail };
}

describe('analytics', () => {
  it('show every day of the period, the one before, and machines apart', async () => {
    const { caller, record, mail } = await stage();
    const [first, second, old] = [mail(), mail(), mail()];
    const day = (text: string) => new Date(`${text}T12:00:00Z`);
    await record([
      { ...first, type: 'sent', at: day('2026-03-02') },
      { ...second, type: 'sent', at: day('2026-03-02') },
      { ...first, type: 'opened', at: day('2026-03-02') },
      { ...first, type: 'opened', at: day('2026-03-04') },
      { ...second, type: 'machine_opened', at: day('2026-03-02') },
      { ...old, type: 'sent', at: day('2026-02-27') },
      { ...old, type: 'replied', at: day('2026-02-28') },
      { ...old, type: 'bounced', at: day('2026-02-26') },
    ]);
    const period = { from: '2026-03-01', until: '2026-03-03' };
    const { figures } = await caller.analytics.overview(period);
    expect(figures.sent).toEqual({ count: 2, previous: 1, rate: 1, previousRate: 1, trend: [0, 2, 0] });
    expect(figures.opened).toEqual({ count: 1, previous: 0, rate: 0.5, previousRate: 0, trend: [0, 1, 0] });
    expect(figures.machine_opened.count).toBe(1);
    expect(figures.replied).toMatchObject({ count: 0, previous: 1, rate: 0, previousRate: 1 });
    // The period before is as long as the one asked for: three days.
    expect(figures.bounced.previous).toBe(1);
    const { days } = await caller.analytics.series(period);
    expect(days.map(({ day: at, counts }) => [at, counts.sent])).toEqual([
      ['2026-03-01', 0],
      ['2026-03-02', 2],
      ['2026-03-03', 0],
    ]);
  });

  it('count in local days and end with the workspace’s today', async () => {
    const { caller, record, mail } = await stage('Pacific/Kiritimati');
    await record([{ ...mail(), type: 'sent' }]);
    const today = new Date(Date.now() + 14 * 3_600_000).toISOString().slice(0, 10);
    const series = await caller.analytics.series({});
    expect([series.days.length, series.until, series.days.at(-1)]).toMatchObject([
      30,
      today,
      { day: today, counts: { sent: 1 } },
    ]);
  });

  it('tell campaigns and steps apart, with what is still to come', async () => {
    const { caller, scope, workspaceId, campaignId, stepId, otherStepId, record, mail } = await stage();
    await record([
      { ...mail(), type: 'sent' },
      { ...mail(), type: 'sent' },
      { ...mail(), stepId: otherStepId, type: 'sent' },
      { type: 'sent', deliveryId: newId() },
    ]);
    await scope.write(({ sql }) =>
      sql(
        `insert into delivery (workspace_id, id, mailbox_id, campaign_id, step_id, to_address, address_hash, subject, message_id, raw_hash, state, troubled)
         values ($1, $2, $2, $3, $4, '', '', '', 'x', '', 'unknown', true)`,
        [workspaceId, newId(), campaignId, stepId],
      ),
    );
    const id = toPublicId('campaign', campaignId);
    expect((await caller.analytics.campaigns({})).campaigns).toMatchObject([
      { id, name: 'Spring', counts: { sent: 3, opened: 0 } },
    ]);
    expect((await caller.analytics.overview({})).figures.sent.count).toBe(4);
    expect((await caller.analytics.overview({ campaignId: id })).figures.sent.count).toBe(3);
    expect((await caller.analytics.steps({ campaignId: id })).steps).toMatchObject([
      { position: 1, counts: { sent: 2, unknown: 1, pending: 0, machineOpened: 0 } },
      { position: 2, counts: { sent: 1, unknown: 0 } },
    ]);
    const other = await stage();
    await expect(other.caller.analytics.steps({ campaignId: id })).rejects.toMatchObject({
      cause: { code: 'campaign.not_found' },
    });
    expect((await other.caller.analytics.overview({ campaignId: id })).figures.sent.count).toBe(0);
  });

  it('refuse a period that ends before it starts or is too long', async () => {
    const { caller } = await stage();
    for (const period of [
      { from: '2026-03-02', until: '2026-03-01' },
      { from: '2020-01-01', until: '2026-01-01' },
      { from: '2020-01-01' },
    ])
      await expect(caller.analytics.series(period)).rejects.toMatchObject({ cause: { code: 'request.invalid' } });
  });
});
