import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { leads } from '#features/crm/lead';
import { startTestPlatform, type TestPlatform } from '../../test/fixture/index.ts';
import type { ReadScope } from './tenancy.ts';
import { newId } from './uuid.ts';

let platform: TestPlatform;
beforeAll(async () => {
  platform = await startTestPlatform();
});
afterAll(() => platform.stop());

describe('a write', () => {
  it('reads what it wrote before it is committed, by SQL and by the ORM, while others do not; and only its own', async () => {
    const [a, b] = [await platform.createWorkspace(), await platform.createWorkspace()];
    await b.caller.leads.create({ email: 'theirs@example.com' });
    const addresses = async ({ read }: Pick<ReadScope, 'read'>) =>
      (await read<{ email: string }>('select email from lead order by email')).map(({ email }) => email);
    const writing = a.scope.write(async (scope) => {
      const { em, sql, workspaceId } = scope;
      const add = 'insert into lead (workspace_id, id, email) values ($1, $2, $3)';
      await sql(add, [workspaceId, newId(), 'by-sql@example.com']);
      em.create(leads.entity, { workspaceId, id: newId(), email: 'by-orm@example.com' } as never); // the rest has defaults
      const both = ['by-orm@example.com', 'by-sql@example.com'];
      expect(await Promise.all([addresses(scope), addresses(scope)])).toEqual([both, both]);
      expect(await scope.read('select id from lead where workspace_id = $1', [b.workspaceId])).toEqual([]);
      expect(await addresses(a.scope)).toEqual([]);
      throw new Error('taken back');
    });
    await expect(writing).rejects.toThrow('taken back');
    expect(await addresses(a.scope)).toEqual([]);
  });
});
