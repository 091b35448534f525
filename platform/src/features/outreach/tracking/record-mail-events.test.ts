import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { newId } from '#kernel';
import { startTestPlatform, type TestPlatform, type TestWorkspace } from '../../../../test/fixture/index.ts';
import { mailEventTypes, recordMailEvents, type MailEvent } from './index.ts';

let platform: TestPlatform;
beforeAll(async () => {
  platform = await startTestPlatform();
});
afterAll(() => platform.stop());

const record = (workspace: TestWorkspace, events: MailEvent[]) =>
  workspace.scope.write((scope) => recordMailEvents(scope.sql, scope.workspaceId, events));
const rollup = (workspace: TestWorkspace) =>
  workspace.scope.read(
    `select day::text, campaign_id, step_id, type, total, firsts from mail_rollup where workspace_id = $1 order by 1, 2, 3, 4`,
    [workspace.workspaceId],
  );
/** The counts as the raw events alone tell them, without the stored `day` and `first`. */
const recount = (workspace: TestWorkspace, timeZone: string) =>
  workspace.scope.read(
    `with numbered as (
       select *, (at at time zone $2)::date as local_day,
              row_number() over (partition by delivery_id, type order by id) as nth
         from mail_event where workspace_id = $1)
     select local_day::text as day, coalesce(campaign_id, $1) as campaign_id, coalesce(step_id, $1) as step_id, type,
            count(*)::int as total, count(*) filter (where first)::int as firsts
       from numbered group by 1, 2, 3, 4 order by 1, 2, 3, 4`,
    [workspace.workspaceId, timeZone],
  );

describe('recording mail events', () => {
  it('keeps the counts equal to a recount of the raw events, whatever overlapping batches come at once', async () => {
    const timeZone = 'America/New_York';
    const campaigns = Array.from({ length: 3 }, newId);
    const mails = Array.from({ length: 12 }, (_, index) => ({
      deliveryId: newId(),
      campaignId: index % 4 === 3 ? null : campaigns[index % 4]!,
      stepId: index % 4 === 3 ? null : campaigns[index % 2]!,
    }));
    const event = fc
      .record({
        mail: fc.constantFrom(...mails, { deliveryId: null, campaignId: null, stepId: null }),
        type: fc.constantFrom(...mailEventTypes),
        // Around a change to daylight saving time, where a UTC day and a local one differ most.
        at: fc.date({
          min: new Date('2026-03-07T00:00:00Z'),
          max: new Date('2026-03-10T00:00:00Z'),
          noInvalidDate: true,
        }),
      })
      .map(({ mail, type, at }): MailEvent => ({ ...mail, type, at }));
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.array(event, { minLength: 1, maxLength: 40 }), { minLength: 1, maxLength: 8 }),
        async (batches) => {
          const workspace = await platform.createWorkspace({ timeZone });
          const firsts = (await Promise.all(batches.map((batch) => record(workspace, batch)))).flat();
          expect(await rollup(workspace)).toEqual(await recount(workspace, timeZone));
          const told = firsts.filter((first) => first.deliveryId).map((first) => `${first.deliveryId!} ${first.type}`);
          const expected = batches
            .flat()
            .filter((one) => one.deliveryId)
            .map((one) => `${one.deliveryId!} ${one.type}`);
          expect(told.toSorted()).toEqual([...new Set(expected)].toSorted());
        },
      ),
      { numRuns: 25 },
    );
  });

  it('changes nothing when the same events are written again', async () => {
    const workspace = await platform.createWorkspace();
    const deliveryId = newId();
    const events: MailEvent[] = Array.from({ length: 3 }, () => ({ id: newId(), type: 'opened', deliveryId }));
    expect(await record(workspace, events)).toEqual([{ type: 'opened', deliveryId }]);
    const before = await rollup(workspace);
    expect(before).toMatchObject([{ total: 3, firsts: 1, campaign_id: workspace.workspaceId }]);
    expect(await record(workspace, events)).toEqual([]);
    expect(await rollup(workspace)).toEqual(before);
  });

  it('counts in the local day of the workspace', async () => {
    const workspace = await platform.createWorkspace({ timeZone: 'Pacific/Auckland' });
    await record(workspace, [{ type: 'sent', deliveryId: newId(), at: new Date('2026-01-31T11:00:00Z') }]);
    expect(await rollup(workspace)).toMatchObject([{ day: '2026-02-01' }]);
  });
});
