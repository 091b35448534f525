import { fromPublicId } from '@tabard/contract';
import type { WrittenFilter } from '@tabard/contract/filters';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { appRouter } from '#features';
import { newId } from '#kernel';
import { startTestPlatform, type TestPlatform, type TestWorkspace } from '../../../../test/fixture/index.ts';
import { refreshSegments } from './refresh-segments.ts';
import { dueAfter } from './segment.rules.ts';

let platform: TestPlatform;
let workspace: TestWorkspace;
beforeAll(async () => {
  platform = await startTestPlatform();
  workspace = await platform.createWorkspace({ timeZone: 'Europe/Paris' });
});
afterAll(() => platform.stop());

const where: WrittenFilter = { field: 'country', op: 'is', value: 'DE' };
const code = (name: string) => expect.objectContaining({ cause: expect.objectContaining({ code: name }) });
const refresh = () => refreshSegments(workspace.scope);
const inSegment = async (id: string): Promise<string[]> => {
  const asked = { where: { field: 'segments', op: 'has_any' as const, value: [id] } };
  const [{ items }, { count }] = [
    await workspace.caller.leads.list({ ...asked, limit: 200 }),
    await workspace.caller.leads.count(asked),
  ];
  expect(count).toBe(items.length);
  return items.map(({ email }) => email.slice(0, email.indexOf('@'))).toSorted();
};
const counted = async (id: string) => (await workspace.caller.segments.get({ id })).leadCount;
/** Somebody else of the same workspace. */
const another = () =>
  appRouter.createCaller({
    app: platform.app,
    requestId: 'test',
    principal: { ...workspace.principal, kind: 'user', userId: newId(), sessionId: newId(), workspaceId: null },
    workspaceId: workspace.workspaceId,
    ip: '127.0.0.1',
    idempotencyKey: null,
  });

describe('segments', () => {
  it('come back as they were written, in their own workspace only, and say what becomes of them', async () => {
    const { caller, scope } = await platform.createWorkspace();
    const written = await caller.segments.create({ name: 'First', where });
    expect(written).toMatchObject({ where, shared: true, state: 'building', leadCount: null });
    expect(await caller.segments.get({ id: written.id })).toEqual(written);
    await expect(workspace.caller.segments.get({ id: written.id })).rejects.toEqual(code('segment.not_found'));
    await caller.segments.update({ id: written.id, description: 'Our neighbours' });
    await caller.segments.archive({ ids: [written.id] });
    expect(await caller.segments.count({})).toEqual({ count: 0 });
    await caller.segments.restore({ ids: [written.id] });
    const events = await scope.read<{ type: string }>('select type from event order by id');
    expect(events.map(({ type }) => type)).toEqual(
      ['created', 'updated', 'archived', 'restored'].map((verb) => `segment.${verb}`),
    );
  });

  it('ask only for what there is, and not for each other', async () => {
    const { segments } = workspace.caller;
    const other = await segments.create({ name: 'Other', where });
    const wrong = (filter: WrittenFilter) => segments.create({ name: 'Wrong', where: filter });
    await expect(wrong({ field: 'salary', op: 'is', value: 'x' })).rejects.toEqual(code('filter.invalid'));
    await expect(wrong({ field: 'segments', op: 'has_any', value: [other.id] })).rejects.toMatchObject({
      cause: { code: 'filter.invalid', details: [{ path: 'where.field', reason: 'unknown_field' }] },
    });
  });

  it('that are not shared are there for whoever made them alone', async () => {
    const mine = await workspace.caller.segments.create({ name: 'Mine', where, shared: false });
    const [me, them] = [workspace.caller.segments, another().segments];
    const names = async ({ list }: typeof me) => (await list({})).items.map(({ name }) => name);
    expect(await names(me)).toContain('Mine');
    expect(await names(them)).not.toContain('Mine');
    for (const act of [
      them.get({ id: mine.id }),
      them.update({ id: mine.id, name: 'Theirs' }),
      them.archive({ ids: [mine.id] }),
    ])
      await expect(act).rejects.toEqual(code('segment.not_found'));
  });

  it('mean the same leads before they are found, when they are, and after whatever changes them', async () => {
    const { caller, scope, workspaceId } = workspace;
    const make = async (name: string, country: string | null) =>
      (await caller.leads.create({ email: `${name}@segment.example`, country })).id;
    const [a, b] = [await make('a', 'de'), await make('b', 'FR')];
    const { id } = await caller.segments.create({ name: 'Germans', where });
    expect(await inSegment(id)).toEqual(['a']);
    await refresh();
    expect(await caller.segments.get({ id })).toMatchObject({ state: 'ready', leadCount: 1 });
    expect(await inSegment(id)).toEqual(['a']);
    await caller.leads.update({ id: b, country: 'DE' });
    await make('c', 'DE');
    // Whoever writes, and however many at once.
    await scope.write(({ sql }) =>
      sql(
        `insert into lead (workspace_id, id, email, country) select $1, gen_random_uuid(), n || '@segment.example', 'DE' from generate_series(1, 3) n`,
        [workspaceId],
      ),
    );
    await refresh();
    expect(await inSegment(id)).toEqual(['1', '2', '3', 'a', 'b', 'c']);
    await caller.leads.archive({ ids: [a] });
    await caller.leads.update({ id: b, country: null });
    await refresh();
    expect([await inSegment(id), await counted(id)]).toEqual([['1', '2', '3', 'c'], 4]);
    await caller.leads.restore({ ids: [a] });
    await refresh();
    expect(await counted(id)).toBe(5);
    await caller.segments.update({ id, where: { not: where } });
    const others = await inSegment(id);
    expect(others).toContain('b');
    await refresh();
    expect([await inSegment(id), await counted(id)]).toEqual([others, others.length]);
  });

  it('follow what becomes of mails', async () => {
    const { caller, scope, workspaceId } = workspace;
    const lead = await caller.leads.create({ email: 'opener@segment.example' });
    const { id } = await caller.segments.create({
      name: 'Opened twice',
      where: {
        relation: 'mailEvents',
        quantifier: 'at_least',
        count: 2,
        where: { field: 'type', op: 'is', value: 'opened' },
      },
    });
    await refresh();
    const open = () =>
      scope.write(({ sql }) =>
        sql(
          `insert into mail_event (workspace_id, id, month, type, delivery_id, lead_id, day, first)
           values ($1, $2, date_trunc('month', now()), 'opened', $2, $3, now(), true)`,
          [workspaceId, newId(), fromPublicId('lead', lead.id)],
        ),
      );
    await open();
    await refresh();
    expect(await inSegment(id)).toEqual([]);
    await open();
    await refresh();
    expect(await inSegment(id)).toEqual(['opener']);
  });

  it('are looked at again when time alone changes who is in them', async () => {
    const { caller, scope } = workspace;
    const lead = await caller.leads.create({ email: 'recent@segment.example', city: 'Recent' });
    const { id } = await caller.segments.create({
      name: 'New this week',
      where: {
        all: [
          { field: 'city', op: 'is', value: 'Recent' },
          { field: 'createdAt', op: 'in_last', value: { count: 7, unit: 'day' } },
        ],
      },
    });
    await refresh();
    expect(await inSegment(id)).toEqual(['recent']);
    await scope.write(async ({ sql }) => {
      await sql(`update lead set created_at = now() - interval '8 days' where id = $1`, [
        fromPublicId('lead', lead.id),
      ]);
      await sql('delete from segment_change');
    });
    const [row] = await scope.read<{ due: boolean }>('select due_at > now() as due from segment where id = $1', [
      fromPublicId('segment', id),
    ]);
    expect(row?.due).toBe(true);
    await scope.write(({ sql }) =>
      sql(`update segment set due_at = now() where id = $1`, [fromPublicId('segment', id)]),
    );
    await refresh();
    expect(await inSegment(id)).toEqual([]);
  });

  it('are due at the midnight of their workspace, within minutes where they count hours, and never where time is no matter', () => {
    const now = Date.parse('2026-03-28T22:30:00Z');
    const span = (unit: string): WrittenFilter => ({ field: 'createdAt', op: 'in_last', value: { count: 3, unit } });
    expect(dueAfter({ all: [span('week')] }, now, 'Europe/Paris')?.toISOString()).toBe('2026-03-28T23:00:00.000Z');
    expect(
      dueAfter({ field: 'createdAt', op: 'on', value: { offset: -1, unit: 'day' } }, now, 'UTC')?.toISOString(),
    ).toBe('2026-03-29T00:00:00.000Z');
    expect(dueAfter(span('hour'), now, 'UTC')?.getTime()).toBeLessThan(now + 3_600_000);
    expect(dueAfter({ any: [where, { field: 'createdAt', op: 'before', value: '2026-01-01' }] }, now, 'UTC')).toBe(
      null,
    );
  });

  it('that ask for what is gone take nobody, say so, and are back with it', async () => {
    const { caller, scope } = workspace;
    const field = await caller.customFields.create({ key: 'fleet', label: 'Fleet', type: 'number' });
    await caller.leads.create({ email: 'fleet@segment.example', custom: { fleet: 9 } });
    const { id } = await caller.segments.create({
      name: 'Large fleets',
      where: { field: 'custom.fleet', op: 'at_least', value: 5 },
    });
    await refresh();
    expect(await inSegment(id)).toEqual(['fleet']);
    const again = () => scope.write(({ sql }) => sql('update segment set due_at = now()'));
    await caller.customFields.archive({ ids: [field.id] });
    await again();
    await refresh();
    expect(await caller.segments.get({ id })).toMatchObject({ state: 'broken', leadCount: null });
    expect(await inSegment(id)).toEqual([]);
    await caller.customFields.restore({ ids: [field.id] });
    await again();
    await refresh();
    expect([await inSegment(id), await counted(id)]).toEqual([['fleet'], 1]);
  });

  it('stay while drafts take their leads from them, and are named by those', async () => {
    const { caller } = workspace;
    const { id } = await caller.segments.create({ name: 'Used', where });
    const audience = { where: { field: 'segments', op: 'has_any' as const, value: [id] } };
    const draft = await caller.campaigns.create({ name: 'Spring', audience });
    await expect(caller.segments.archive({ ids: [id] })).rejects.toMatchObject({
      cause: { code: 'segment.in_use', details: [{ name: 'Spring' }] },
    });
    await caller.campaigns.archive({ ids: [draft.id] });
    expect(await caller.segments.archive({ ids: [id] })).toEqual({ count: 1 });
  });
});
