import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestPlatform, type TestPlatform } from '../../../../test/fixture/index.ts';
import { addressHash, isSuppressed } from './index.ts';

let platform: TestPlatform;
beforeAll(async () => {
  platform = await startTestPlatform();
});
afterAll(() => platform.stop());

const code = (name: string) => expect.objectContaining({ cause: expect.objectContaining({ code: name }) });

describe('a suppressed address', () => {
  it.each(['ZOE@Müller.example', 'zoe+news@xn--mller-kva.example', ' zoe@müller.example '])(
    'is suppressed in every spelling: %j',
    async (spelling) => {
      const { caller, scope, workspaceId } = await platform.createWorkspace();
      await caller.suppressions.create({ email: 'zoe@xn--mller-kva.example' });
      const [row] = await scope.read<{ suppressed: boolean }>(`select ${isSuppressed('$1', '$2')} as suppressed`, [
        workspaceId,
        addressHash(platform.app, workspaceId, spelling),
      ]);
      expect(row).toEqual({ suppressed: true });
      expect((await caller.suppressions.list({ filter: { search: spelling.trim() } })).items).toHaveLength(1);
    },
  );

  it('is suppressed once, for its first reason', async () => {
    const { caller } = await platform.createWorkspace();
    const first = await caller.suppressions.create({ email: 'bob@example.com', reason: 'unsubscribe' });
    expect(await caller.suppressions.create({ email: 'Bob@example.com' })).toEqual(first);
    expect((await caller.suppressions.list({})).items).toEqual([first]);
  });

  it('is contacted again after its removal, and cannot be removed twice', async () => {
    const { caller } = await platform.createWorkspace();
    const { id } = await caller.suppressions.create({ email: 'bob@example.com' });
    expect(await caller.suppressions.remove({ id })).toEqual({ id });
    expect((await caller.suppressions.list({})).items).toEqual([]);
    await expect(caller.suppressions.remove({ id })).rejects.toEqual(code('suppression.not_found'));
  });

  it('says nothing to another workspace, which cannot even compare the hashes', async () => {
    const [a, b] = [await platform.createWorkspace(), await platform.createWorkspace()];
    const { id } = await a.caller.suppressions.create({ email: 'bob@example.com' });
    expect((await b.caller.suppressions.list({})).items).toEqual([]);
    await expect(b.caller.suppressions.remove({ id })).rejects.toEqual(code('suppression.not_found'));
    const hashOf = (workspaceId: string) => addressHash(platform.app, workspaceId, 'bob@example.com');
    expect(hashOf(a.workspaceId)).not.toBe(hashOf(b.workspaceId));
  });

  it('appears on exactly one page', async () => {
    const { caller } = await platform.createWorkspace();
    for (let index = 0; index < 7; index++) await caller.suppressions.create({ email: `p${index}@example.com` });
    const seen: (string | null)[] = [];
    let cursor: string | undefined;
    do {
      const page = await caller.suppressions.list({ limit: 3, cursor });
      seen.push(...page.items.map((item) => item.email));
      cursor = page.nextCursor ?? undefined;
    } while (cursor);
    expect(seen).toEqual([6, 5, 4, 3, 2, 1, 0].map((index) => `p${index}@example.com`));
  });
});
