import type { Permission } from '@tabard/contract/permissions';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { appRouter, features } from '#features';
import { newId, sweepTable, type Feature } from '#kernel';
import { startTestPlatform, type TestPlatform, type TestWorkspace } from '../../../../test/fixture/index.ts';

let platform: TestPlatform;
let workspace: TestWorkspace;
beforeAll(async () => {
  platform = await startTestPlatform();
});
afterAll(() => platform.stop());
beforeEach(async () => {
  workspace = await platform.createWorkspace();
});

describe('searches of people', () => {
  const as = (userId: string, ...granted: Permission[]) =>
    appRouter.createCaller({
      app: platform.app,
      requestId: 'test',
      principal: {
        ...workspace.principal,
        kind: 'user',
        userId,
        sessionId: newId(),
        workspaceId: null,
        permissions: new Set<Permission>(['workspace.read', ...granted]),
      },
      workspaceId: workspace.workspaceId,
      ip: '127.0.0.1',
      idempotencyKey: null,
    });

  it('are remembered once each, for who made them alone, until they forget them', async () => {
    const [ada, uma] = [as(newId()), as(newId())];
    for (const text of ['Müller', 'harbor', 'MULLER ']) await ada.search.remember({ text, hits: 2 });
    expect((await ada.search.recent({})).items.map(({ text }) => text)).toEqual(['MULLER', 'harbor']);
    expect((await uma.search.recent({})).items).toEqual([]);
    await uma.search.forget({});
    await ada.search.forget({ text: 'muller' });
    expect((await ada.search.recent({})).items.map(({ text }) => text)).toEqual(['harbor']);
    await ada.search.forget({});
    expect((await ada.search.recent({})).items).toEqual([]);
  });

  it('go after ninety days', async () => {
    const ada = as(newId());
    await ada.search.remember({ text: 'old', hits: 1 });
    await workspace.scope.write(({ sql }) => sql(`update recent_search set at = now() - interval '91 days'`));
    for (const { retention } of features as readonly Feature[])
      for (const one of retention ?? []) if (one.table === 'recent_search') await sweepTable(platform.app, one);
    expect((await ada.search.recent({})).items).toEqual([]);
  });

  it('that found nothing are reported without names, to who manages the workspace', async () => {
    const [ada, uma] = [as(newId()), as(newId(), 'workspace.manage')];
    await ada.search.remember({ text: 'Prices 2027', hits: 0 });
    await uma.search.remember({ text: 'prices 2027', hits: 0 });
    await uma.search.remember({ text: 'found', hits: 3 });
    expect((await uma.search.misses({})).items).toMatchObject([{ text: 'prices 2027', times: 2, people: 2 }]);
    await expect(ada.search.misses({})).rejects.toMatchObject({ cause: { code: 'auth.permission_denied' } });
  });

  it('are saved for oneself or for all, and removed by who saved them or manages the workspace', async () => {
    const [ada, uma, boss] = [as(newId(), 'lead.write'), as(newId()), as(newId(), 'workspace.manage')];
    const own = await ada.search.save({ name: 'Mine', text: 'harbor' });
    const shared = await ada.search.save({ name: 'Ours', text: 'harbor', noun: 'lead', shared: true });
    expect((await ada.search.saved({})).items.map(({ name }) => name)).toEqual(['Mine', 'Ours']);
    expect((await uma.search.saved({})).items).toEqual([{ ...shared, canChange: false }]);
    for (const id of [own.id, shared.id])
      await expect(uma.search.removeSaved({ id })).rejects.toMatchObject({ cause: { code: 'saved_search.not_found' } });
    await expect(boss.search.removeSaved({ id: own.id })).rejects.toMatchObject({
      cause: { code: 'saved_search.not_found' },
    });
    await expect(uma.search.save({ name: 'All', text: 'x', shared: true })).rejects.toMatchObject({
      cause: { code: 'auth.permission_denied' },
    });
    await boss.search.removeSaved({ id: shared.id });
    const stranger = await platform.createWorkspace();
    expect((await stranger.caller.search.saved({})).items).toEqual([]);
    await expect(stranger.caller.search.removeSaved({ id: own.id })).rejects.toMatchObject({
      cause: { code: 'saved_search.not_found' },
    });
    await ada.search.removeSaved({ id: own.id });
    expect((await ada.search.saved({})).items).toEqual([]);
  });
});
