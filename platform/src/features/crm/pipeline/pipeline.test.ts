import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestPlatform, type TestPlatform } from '../../../../test/fixture/index.ts';

let platform: TestPlatform;
beforeAll(async () => {
  platform = await startTestPlatform();
});
afterAll(() => platform.stop());

const refusal = (code: string, path?: string) => ({
  cause: { code, ...(path && { details: [expect.objectContaining({ path })] }) },
});

describe('pipelines', () => {
  it('are made once, however many begin at the same time, in the words of who begins', async () => {
    const { caller } = await platform.createWorkspace();
    const begun = await Promise.all(Array.from({ length: 6 }, () => caller.pipelines.start({ name: 'Vertrieb' })));
    expect(new Set(begun.map(({ items }) => items.map(({ id }) => id).join())).size).toBe(1);
    expect(begun[0]!.items[0]).toMatchObject({ name: 'Vertrieb', currency: 'EUR' });
    expect(begun[0]!.items[0]!.stages.map(({ kind }) => kind)).toEqual(['open', 'open', 'open', 'open', 'won', 'lost']);
  });

  it('keep a stage of each kind, names that differ, and what each was made for', async () => {
    const { caller } = await platform.createWorkspace();
    const { items } = await caller.pipelines.start({});
    const { id, stages } = items[0]!;
    const change = (changed: typeof stages) => caller.pipelines.update({ id, stages: changed });
    await expect(change(stages.filter(({ kind }) => kind !== 'won'))).rejects.toMatchObject(
      refusal('request.invalid', 'stages'),
    );
    await expect(change(stages.map((one, at) => (at === 1 ? { ...one, name: 'NEW' } : one)))).rejects.toMatchObject(
      refusal('request.invalid', 'stages.1.name'),
    );
    await expect(
      change(stages.map((one, at) => (at === 1 ? { ...one, kind: 'lost' as const } : one))),
    ).rejects.toMatchObject(refusal('request.invalid', 'stages.1.kind'));
    const other = await caller.pipelines.create({ name: 'Partners' });
    await expect(caller.pipelines.update({ id: other.id, stages })).rejects.toMatchObject(refusal('request.invalid'));
  });

  it('are renamed, put into another order and given stages, as one change', async () => {
    const { caller } = await platform.createWorkspace();
    const { items } = await caller.pipelines.start({});
    const [first, second, ...rest] = items[0]!.stages;
    const changed = await caller.pipelines.update({
      id: items[0]!.id,
      name: 'Direct',
      stages: [{ ...second!, name: 'Fits' }, first!, { name: 'Trial', probability: 60, rottingDays: 5 }, ...rest],
    });
    expect(changed.name).toBe('Direct');
    expect(changed.stages.map(({ name }) => name)).toEqual([
      'Fits',
      'New',
      'Trial',
      'Proposal',
      'Negotiation',
      'Won',
      'Lost',
    ]);
    expect(changed.stages[0]!.id).toBe(second!.id);
  });

  it('lose no deal with a stage: without a way to go nothing is removed, with one all go at once', async () => {
    const { caller, scope } = await platform.createWorkspace();
    const { items } = await caller.pipelines.start({});
    const { id, stages } = items[0]!;
    const [gone, to, won] = [stages[1]!, stages[2]!, stages[4]!];
    const made = [];
    for (let at = 0; at < 5; at += 1) made.push(await caller.deals.create({ title: `d${at}`, stageId: gone.id }));
    await caller.deals.archive({ ids: [made[0]!.id] });
    const rest = stages.filter((stage) => stage !== gone);
    await expect(caller.pipelines.update({ id, name: 'Other', stages: rest })).rejects.toMatchObject(
      refusal('pipeline.stage_in_use', 'moves'),
    );
    await expect(
      caller.pipelines.update({ id, stages: rest, moves: [{ from: gone.id, to: won.id }] }),
    ).rejects.toMatchObject(refusal('request.invalid', 'moves.0.to'));
    expect((await caller.pipelines.get({ id })).name).toBe('Sales');
    // Others put deals into it at the same moment: each is refused, or goes along.
    const late = Array.from({ length: 8 }, (_, at) =>
      caller.deals.create({ title: `late${at}`, stageId: gone.id }).catch(() => null),
    );
    const [changed] = await Promise.all([
      caller.pipelines.update({ id, stages: rest, moves: [{ from: gone.id, to: to.id }] }),
      ...late,
    ]);
    expect(changed.stages).toHaveLength(5);
    const [row] = await scope.read<{ orphans: number; told: number; there: number }>(
      `select (select count(*)::int from deal d join pipeline_stage s on s.id = d.stage_id where s.removed_at is not null) as orphans,
              (select count(*)::int from deal d where d.stage_id = $2) as there,
              (select count(*)::int from deal_move m where m.from_stage_id = $1 and m.to_stage_id = $2) as told`,
      [uuidOf(gone.id), uuidOf(to.id)],
    );
    expect(row).toMatchObject({ orphans: 0, told: row!.there });
    expect(row!.there).toBeGreaterThanOrEqual(5);
    expect((await caller.deals.history({ id: made[1]!.id })).items[0]).toMatchObject({
      from: 'Qualified',
      to: 'Proposal',
    });
  });

  it('are archived but for the last one, and restored', async () => {
    const { caller } = await platform.createWorkspace();
    const { items } = await caller.pipelines.start({});
    const ids = [items[0]!.id];
    await expect(caller.pipelines.archive({ ids })).rejects.toMatchObject(refusal('pipeline.last'));
    await caller.pipelines.create({ name: 'Partners' });
    await caller.pipelines.archive({ ids });
    expect((await caller.pipelines.list({})).items.map(({ name }) => name)).toEqual(['Partners']);
    await expect(caller.deals.create({ title: 'X', pipelineId: ids[0] })).rejects.toMatchObject(
      refusal('pipeline.not_found'),
    );
    await caller.pipelines.restore({ ids });
    expect(await caller.pipelines.count({})).toEqual({ count: 2 });
  });
});

const uuidOf = (id: string) => id.slice(4).replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
