import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { plantTree, startTestServer, type SettingsTree, type TestServer } from '../../../../test/fixture/index.ts';

let server: TestServer;
let { workspaces, org, wsp, signIn, ask, settingsOf }: SettingsTree = {} as SettingsTree; // planted before each test
beforeAll(async () => {
  server = await startTestServer({ env: { RATE_LIMIT_ADDRESS: '100000', RATE_LIMIT_SESSION: '100000' } });
});
afterAll(() => server.stop());
beforeEach(async () => {
  ({ workspaces, org, wsp, signIn, ask, settingsOf } = await plantTree(server));
});

const client = () => ({ workspaceId: wsp('client') });
const agency = () => ({ organizationId: org('agency') });
const above = () => signIn('org_admin', 'vendor');
let count = 0;
const slug = () => `named-${process.pid}-${(count += 1)}`;

describe('the tree', () => {
  it('begins at the own organization, and goes down from there with what is counted below each', async () => {
    const admin = await above();
    await signIn('viewer', 'agency', 'client');
    const [own] = (await ask(admin, 'tree.list')).items;
    expect(own).toMatchObject({
      id: org('vendor'),
      parentId: null,
      workspaces: 2,
      members: 2,
      canManage: false,
      path: [],
    });
    const below = await ask(admin, 'tree.list', { organizationId: own.id });
    expect(below.items).toMatchObject([
      {
        id: org('agency'),
        kind: 'agency',
        workspaces: 1,
        members: 1,
        canManage: true,
        path: [{ id: own.id, name: 'vendor' }],
      },
      { id: wsp('beside'), kind: 'workspace', workspaces: 1, members: 0, standing: 'open' },
    ]);
    const first = await ask(admin, 'tree.list', { organizationId: own.id, limit: 1 });
    const second = await ask(admin, 'tree.list', { organizationId: own.id, limit: 1, cursor: first.nextCursor });
    expect([...first.items, ...second.items]).toEqual(below.items);
    expect(await ask(admin, 'tree.list', { organizationId: org('operator') })).toMatchObject({
      code: 'organization.not_found',
    });
  });

  it('finds places of the own branch alone, with the way to them', async () => {
    const [root, own] = [await signIn('super_admin', 'operator'), await signIn('org_admin', 'agency')];
    const found = await ask(root, 'tree.list', { search: 'CLIEN' });
    expect(found.items).toMatchObject([{ id: wsp('client'), path: [{}, { name: 'vendor' }, { name: 'agency' }] }]);
    expect((await ask(own, 'tree.list', { search: 'client' })).items).toMatchObject([{ path: [{ name: 'agency' }] }]);
    expect((await ask(own, 'tree.list', { search: 'beside' })).items).toEqual([]);
    expect(await ask(own, 'tree.get', client())).toMatchObject({ name: 'client', path: [{ id: org('agency') }] });
    expect(await ask(own, 'tree.get', { workspaceId: wsp('beside') })).toMatchObject({ code: 'workspace.not_found' });
  });

  it('gets a workspace right below an organization, by whoever manages it', async () => {
    const admin = await above();
    expect(await ask(admin, 'tree.createWorkspace', { ...agency(), name: 'Quay', externalId: 'q1' })).toMatchObject({
      kind: 'workspace',
      name: 'Quay',
      parentId: org('agency'),
      externalId: 'q1',
      standing: 'open',
    });
    expect(
      await ask(admin, 'tree.createWorkspace', { organizationId: org('operator'), name: 'Out of reach' }),
    ).toMatchObject({ code: 'organization.not_found' });
  });

  it('calls a place by another name', async () => {
    const admin = await above();
    expect(await ask(admin, 'tree.rename', { ...client(), name: 'Quay' })).toMatchObject({ name: 'Quay' });
    expect(await ask(admin, 'tree.rename', { organizationId: org('vendor'), name: 'Harbour' })).toMatchObject({
      name: 'Harbour',
    });
    expect((await settingsOf(admin, 'beside')).displayName.value).toBe('Harbour');
  });

  it('of five thousand workspaces is shown page by page', async () => {
    const root = await signIn('super_admin', 'operator');
    await server.platform.app.database.control((_em, sql) =>
      sql(
        `insert into workspace (id, organization_id, name, settings)
         select gen_random_uuid(), organization_id, 'Workspace ' || lpad(n::text, 5, '0'), '{}' from workspace, generate_series(1, 5000) n where id = $1`,
        [workspaces.client],
      ),
    );
    const page = await ask(root, 'tree.list', { ...agency(), limit: 50 });
    expect(page.items).toHaveLength(50);
    expect((await ask(root, 'tree.get', agency())).workspaces).toBe(5001);
    expect(await ask(root, 'tree.suspend', { ...agency(), reason: 'unpaid' })).toMatchObject({ standing: 'suspended' });
    const next = await ask(root, 'tree.list', { ...agency(), limit: 50, cursor: page.nextCursor });
    expect(next.items.every(({ standing }: { standing: string }) => standing === 'suspended')).toBe(true);
    const [told] = await server.platform.app.database.maintain(
      `select count(*)::int as events, count(distinct e.workspace_id)::int as workspaces,
              bool_and(e.data ->> 'standing' = 'suspended' and e.data ->> 'workspaceId' = 'wsp_' || replace(e.workspace_id::text, '-', '')) as own
         from event e join workspace w on w.id = e.workspace_id
        where e.type = 'workspace.updated' and w.organization_id = (select organization_id from workspace where id = $1)`,
      [workspaces.client],
    );
    expect(told).toEqual({ events: 5001, workspaces: 5001, own: true });
  });
});

describe('an organization with an external id', () => {
  it('goes by it wherever an organization is named', async () => {
    const admin = await above();
    const made = await ask(admin, 'organizations.create', {
      parentId: org('vendor'),
      name: 'Quay',
      slug: slug(),
      externalId: 'crm-77',
    });
    expect(made.externalId).toBe('crm-77');
    const named = 'external:crm-77';
    expect(await ask(admin, 'organizations.get', { id: named })).toMatchObject({ id: made.id });
    const workspace = await ask(admin, 'workspaces.create', { organizationId: named, name: 'Named' });
    expect(workspace.organizationId).toBe(made.id);
    expect(await ask(admin, 'tree.move', { ...client(), parentId: named })).toMatchObject({ parentId: made.id });
    expect((await ask(admin, 'members.list', { organizationId: named })).items).toBeInstanceOf(Array);
    expect(await ask(admin, 'organizations.update', { id: named, externalId: null })).toMatchObject({
      externalId: null,
    });
    expect(await ask(admin, 'organizations.get', { id: named })).toMatchObject({ code: 'organization.not_found' });
  });

  it('shares it with none at the same place, and must say which where a branch has several', async () => {
    const root = await signIn('super_admin', 'operator');
    const make = (parent: 'vendor' | 'agency') =>
      ask(root, 'organizations.create', { parentId: org(parent), name: 'Quay', slug: slug(), externalId: 'crm-77' });
    await make('vendor');
    expect(await make('vendor')).toMatchObject({ code: 'organization.external_id_taken' });
    const below = await make('agency');
    expect(await ask(root, 'organizations.get', { id: 'external:crm-77' })).toMatchObject({
      code: 'organization.external_id_ambiguous',
    });
    expect(await ask(root, 'tree.move', { organizationId: below.id, parentId: org('vendor') })).toMatchObject({
      code: 'organization.external_id_taken',
    });
    const beside = await signIn('org_admin', 'agency');
    expect(await ask(beside, 'organizations.get', { id: 'external:crm-77' })).toMatchObject({ id: below.id });
  });
});
