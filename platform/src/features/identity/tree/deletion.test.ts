import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { plantTree, startTestServer, type SettingsTree, type TestServer } from '../../../../test/fixture/index.ts';
import { eraseDue } from './erase-places.ts';

let server: TestServer;
let { tree, workspaces, org, wsp, signIn, ask }: SettingsTree = {} as SettingsTree; // planted before each test
beforeAll(async () => {
  server = await startTestServer({ env: { RATE_LIMIT_ADDRESS: '100000', RATE_LIMIT_SESSION: '100000' } });
});
afterAll(() => server.stop());
beforeEach(async () => {
  ({ tree, workspaces, org, wsp, signIn, ask } = await plantTree(server));
});

/** A refused credential is remembered for a moment; five seconds is the promise. */
const within = { interval: 100 };
const client = () => ({ workspaceId: wsp('client') });
const agency = () => ({ organizationId: org('agency') });
const above = () => signIn('org_admin', 'vendor');
const control = (text: string, values: unknown[] = []) =>
  server.platform.app.database.control((_em, sql) => sql(text, values));
/** The days of grace of all that is deleted are over. */
async function begin(): Promise<void> {
  for (const table of ['workspace', 'organization'])
    await control(`update "${table}" set delete_after = now() where delete_after is not null`);
  await eraseDue(server.platform.app);
}

describe('a place that is deleted', () => {
  it('must be called by its name', async () => {
    const admin = await above();
    expect(await ask(admin, 'tree.delete', { ...client(), name: 'Client' })).toMatchObject({
      code: 'organization.name_differs',
      status: 422,
    });
    expect(await ask(admin, 'tree.get', client())).toMatchObject({ standing: 'open', deletesAt: null });
  });

  it('takes in nothing that would go with it unnoticed, before it is restored', async () => {
    const admin = await above();
    const spare = await ask(admin, 'organizations.create', {
      parentId: org('vendor'),
      kind: 'agency',
      name: 'Spare',
      slug: `spare-${wsp('client').slice(-12)}`,
    });
    const there = { organizationId: spare.id };
    await ask(admin, 'tree.delete', { ...there, name: 'Spare' });
    const tries: [string, object][] = [
      ['tree.move', { ...client(), parentId: spare.id }],
      ['tree.createWorkspace', { ...there, name: 'New' }],
      ['workspaces.create', { ...there, name: 'New' }],
      [
        'organizations.create',
        { parentId: spare.id, kind: 'agency', name: 'New', slug: `new-${wsp('client').slice(-12)}` },
      ],
    ];
    for (const [act, input] of tries)
      expect(await ask(admin, act, input), act).toMatchObject({ code: 'organization.to_be_deleted' });
    await ask(admin, 'tree.restore', there);
    for (const [act, input] of tries) expect((await ask(admin, act, input)).code, act).toBeUndefined();
  });

  it('asks a person for their password if that was long ago, and a key not', async () => {
    const admin = await above();
    await control('update user_session set confirmed_at = null');
    expect(await ask(admin, 'tree.delete', { ...client(), name: 'client' })).toMatchObject({
      code: 'auth.confirmation_required',
    });
    const key = await server.createKey({ organizationId: tree.vendor, workspaceId: null } as never);
    expect(await ask(key, 'tree.delete', { ...client(), name: 'client' })).toMatchObject({ standing: 'archived' });
  });

  it('is archived for the days of grace, which a second time makes no longer, and comes back whole', async () => {
    const [admin, person] = [await above(), await signIn('workspace_admin', 'agency', 'client')];
    const deleted = await ask(admin, 'tree.delete', { ...agency(), name: 'agency' });
    expect(deleted).toMatchObject({ standing: 'archived', beingDeleted: false });
    const days = (Date.parse(deleted.deletesAt) - Date.now()) / 86_400_000;
    expect(days).toBeGreaterThan(29.9);
    expect(days).toBeLessThan(30.1);
    expect(await ask(admin, 'tree.delete', { ...agency(), name: 'agency' })).toMatchObject({
      deletesAt: deleted.deletesAt,
    });
    await eraseDue(server.platform.app);
    await expect.poll(async () => (await ask(person, 'leads.list')).code, within).toBe('workspace.archived');
    expect(await ask(admin, 'tree.restore', agency())).toMatchObject({ standing: 'open', deletesAt: null });
    await expect.poll(async () => (await ask(person, 'leads.list')).items, within).toEqual([]);
  });

  it('is there for nobody once its deletion has begun, and nothing brings it back or goes into it', async () => {
    const admin = await above();
    await ask(admin, 'tree.delete', { ...agency(), name: 'agency' });
    await begin();
    expect(await ask(admin, 'tree.get', client())).toMatchObject({ beingDeleted: true, standing: 'archived' });
    await expect.poll(async () => (await ask(admin, 'leads.list')).code, within).toBe('workspace.not_found');
    for (const [path, input] of [
      ['tree.restore', agency()],
      ['tree.resume', client()],
      ['tree.move', { ...client(), parentId: org('vendor') }],
      ['tree.move', { workspaceId: wsp('beside'), parentId: org('agency') }],
      ['workspaces.create', { organizationId: org('agency'), name: 'Late' }],
      ['organizations.create', { parentId: org('agency'), name: 'Late', slug: `late-${process.pid}` }],
    ] as const)
      expect(await ask(admin, path, input, 'beside'), path).toMatchObject({ code: 'organization.deletion_begun' });
    expect(await ask(admin, 'leads.list', {}, 'beside')).toMatchObject({ items: [] });
  });

  it('takes along whoever belonged nowhere else, and nobody who does', async () => {
    const admin = await above();
    await signIn('workspace_admin', 'agency', 'client');
    const people = () =>
      control('select u.id from app_user u join member m on m.user_id = u.id where m.workspace_id = $1', [
        workspaces.client,
      ]);
    const [lone] = await people();
    await control(`insert into app_user (id, email, name) values (gen_random_uuid(), $1, 'Both')`, [
      `${workspaces.client}@example.com`,
    ]);
    for (const workspace of ['client', 'beside'] as const)
      await control(
        `insert into member (id, user_id, organization_id, workspace_id, role)
         select gen_random_uuid(), id, $2, $3, 'viewer' from app_user where email = $1`,
        [`${workspaces.client}@example.com`, tree[workspace === 'client' ? 'agency' : 'vendor'], workspaces[workspace]],
      );
    await ask(admin, 'tree.delete', { ...client(), name: 'client' });
    await begin();
    await control(
      `update workspace set deleting_since = now() - interval '2 minutes' where deleting_since is not null`,
    );
    await eraseDue(server.platform.app);
    expect(await ask(admin, 'tree.get', client())).toMatchObject({ code: 'workspace.not_found' });
    expect(await control('select from app_user where id = $1', [lone!['id']])).toEqual([]);
    expect(await control('select from user_session where user_id = $1', [lone!['id']])).toEqual([]);
    expect(await control('select name from app_user where email = $1', [`${workspaces.client}@example.com`])).toEqual([
      { name: 'Both' },
    ]);
  });

  it('is the matter of whoever manages an organization above', async () => {
    const own = await signIn('org_admin', 'agency');
    expect(await ask(own, 'tree.delete', { ...agency(), name: 'agency' })).toMatchObject({ code: 'organization.own' });
    expect(await ask(own, 'tree.delete', { workspaceId: wsp('beside'), name: 'beside' })).toMatchObject({
      code: 'workspace.not_found',
    });
  });
});
