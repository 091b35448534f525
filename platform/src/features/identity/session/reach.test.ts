import { toPublicId, type Role } from '@tabard/contract';
import { createPalette } from '@tabard/theme';
import { insertMember } from '#features/identity/member';
import { createUser } from '#features/identity/user';
import { newId } from '#kernel';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestServer, testPassword, type TestServer } from '../../../../test/fixture/index.ts';

/** operator > vendor > agency > two workspaces, and an agency beside. */
const tree = { operator: newId(), vendor: newId(), agency: newId(), other: newId() };
const workspaces = { one: newId(), two: newId(), foreign: newId() };
const org = (name: keyof typeof tree) => toPublicId('organization', tree[name]);
const wsp = (name: keyof typeof workspaces) => toPublicId('workspace', workspaces[name]);

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer();
  await server.platform.app.database.control(async (_em, sql) => {
    const add = (id: string, parent: string | null, name: string, brand: object) =>
      sql('insert into organization (id, parent_id, kind, name, slug, brand) values ($1, $2, $3, $4, $5, $6)', [
        id,
        parent,
        parent ? 'agency' : 'operator',
        name,
        name.toLowerCase(),
        brand,
      ]);
    await add(tree.operator, null, 'Operator', {
      displayName: 'The Operator',
      color: '#111111',
      supportEmail: 'help@operator.example',
    });
    await add(tree.vendor, tree.operator, 'Vendor', { color: '#222222', postalAddress: '2 Vendor Street' });
    await add(tree.agency, tree.vendor, 'Agency', {});
    await add(tree.other, tree.operator, 'Other', {});
    for (const [id, organization] of [
      [workspaces.one, tree.agency],
      [workspaces.two, tree.agency],
      [workspaces.foreign, tree.other],
    ])
      await sql('insert into workspace (id, organization_id, name) values ($1, $2, $3)', [id, organization, 'Client']);
  });
});
afterAll(() => server.stop());

interface Standing {
  role: Role;
  organizationId: string;
  workspaceId?: string;
}
async function signIn(...memberships: Standing[]): Promise<string> {
  const email = `${newId()}@example.com`;
  await server.platform.app.database.control(async (_em, sql) => {
    const userId = await createUser(sql, { email, name: 'Somebody', password: testPassword });
    for (const membership of memberships) await insertMember(sql, { userId, ...membership });
  });
  return (await server.call('sessions.signIn', { email, password: testPassword })).body.result.data.token;
}
const ask = async (token: string, path: string, input: object = {}, workspace?: string) => {
  const { body } = await server.call(path, input, { token, headers: workspace ? { 'Workspace-Id': workspace } : {} });
  return body.error?.data.code ?? body.result.data;
};

describe('the brand', () => {
  it('comes from the nearest level that sets each part; the name never from above', async () => {
    const token = await signIn({ role: 'org_admin', organizationId: tree.vendor });
    expect((await ask(token, 'workspaces.get', { id: wsp('one') })).brand).toMatchObject({
      displayName: 'Agency',
      color: '#222222',
      postalAddress: '',
      supportEmail: 'help@operator.example',
      mode: 'auto',
    });
    await ask(token, 'organizations.update', {
      id: org('agency'),
      brand: { color: '#333333', displayName: 'Brilliant' },
    });
    const changed = await ask(token, 'workspaces.update', { id: wsp('one'), brand: { mode: 'dark' } });
    expect(changed.brand).toMatchObject({ displayName: 'Brilliant', color: '#333333', mode: 'dark' });
    const back = await ask(token, 'organizations.update', {
      id: org('agency'),
      brand: { color: '#444444', logoUrl: null },
    });
    expect(back.ownBrand).toEqual({ color: '#444444', displayName: 'Brilliant' });
  });

  it('comes with the colours of its elements, those of the workspace that is asked for', async () => {
    const token = await signIn({ role: 'org_admin', organizationId: tree.operator });
    const colors = async (name: keyof typeof workspaces) =>
      (await ask(token, 'sessions.current', {}, wsp(name))).workspace.palette;
    await ask(token, 'workspaces.update', { id: wsp('two'), brand: { color: '#c2185b' } });
    expect(await colors('two')).toEqual(createPalette('#c2185b'));
    expect(await colors('foreign')).toEqual(createPalette('#111111'));
    await ask(token, 'workspaces.update', { id: wsp('two'), brand: { color: '#FFEB00' } });
    expect(await colors('two')).toEqual(createPalette('#ffeb00'));
  });
});

describe('a person', () => {
  it('reaches the branch below, and nothing above or beside', async () => {
    const token = await signIn({ role: 'org_admin', organizationId: tree.vendor });
    expect((await ask(token, 'organizations.list')).items.map(({ id }: { id: string }) => id).toSorted()).toEqual(
      [org('vendor'), org('agency')].toSorted(),
    );
    expect((await ask(token, 'workspaces.list')).items).toHaveLength(2);
    expect(await ask(token, 'organizations.get', { id: org('operator') })).toBe('organization.not_found');
    expect(await ask(token, 'organizations.get', { id: org('other') })).toBe('organization.not_found');
    expect(await ask(token, 'workspaces.get', { id: wsp('foreign') })).toBe('workspace.not_found');
    expect(await ask(token, 'sessions.current', {}, wsp('foreign'))).toBe('workspace.not_found');
  });

  it('is limited to the workspace that gives the rights: they hold nowhere else', async () => {
    const token = await signIn(
      { role: 'viewer', organizationId: tree.agency },
      { role: 'workspace_admin', organizationId: tree.agency, workspaceId: workspaces.one },
    );
    expect((await ask(token, 'workspaces.update', { id: wsp('one'), name: 'Mine' }, wsp('one'))).name).toBe('Mine');
    expect(await ask(token, 'workspaces.update', { id: wsp('two'), name: 'Mine' }, wsp('one'))).toBe(
      'workspace.not_found',
    );
    expect(await ask(token, 'workspaces.update', { id: wsp('two'), name: 'Mine' }, wsp('two'))).toBe(
      'auth.permission_denied',
    );
    expect(await ask(token, 'workspaces.create', { organizationId: org('agency'), name: 'New' }, wsp('one'))).toBe(
      'organization.not_found',
    );
  });

  it('with rights in a lower organization does not carry them up', async () => {
    const token = await signIn(
      { role: 'viewer', organizationId: tree.operator },
      { role: 'org_admin', organizationId: tree.agency },
    );
    expect((await ask(token, 'workspaces.update', { id: wsp('one'), name: 'Client' }, wsp('one'))).name).toBe('Client');
    expect(await ask(token, 'organizations.update', { id: org('vendor'), name: 'Mine' }, wsp('one'))).toBe(
      'organization.not_found',
    );
    expect(await ask(token, 'workspaces.update', { id: wsp('foreign'), name: 'Mine' }, wsp('foreign'))).toBe(
      'auth.permission_denied',
    );
  });

  it('of one workspace need not name it; of none is known and allowed nothing', async () => {
    const one = await signIn({ role: 'client', organizationId: tree.agency, workspaceId: workspaces.two });
    expect((await ask(one, 'sessions.current')).workspace.id).toBe(wsp('two'));
    expect(await ask(one, 'organizations.list')).toBe('auth.permission_denied');
    const none = await signIn();
    expect(await ask(none, 'workspaces.list')).toBe('auth.permission_denied');
  });
});

describe('an organization', () => {
  it('is added below one of the branch, under a short name that nobody has', async () => {
    const token = await signIn({ role: 'org_admin', organizationId: tree.vendor });
    const added = await ask(token, 'organizations.create', { parentId: org('agency'), name: 'Studio', slug: 'studio' });
    expect(added).toMatchObject({
      parentId: org('agency'),
      brand: { displayName: 'Studio', postalAddress: '' },
    });
    // An address is that of one company; whoever signs with that of another says so.
    const signs = { inheritPostalAddress: true };
    for (const id of [added.id, org('agency')]) await ask(token, 'organizations.update', { id, brand: signs });
    expect(await ask(token, 'organizations.get', { id: added.id })).toMatchObject({
      brand: { displayName: 'Studio', postalAddress: '2 Vendor Street' },
      ownBrand: signs,
    });
    await ask(token, 'organizations.update', { id: org('agency'), brand: { inheritPostalAddress: false } });
    expect((await ask(token, 'organizations.get', { id: added.id })).brand.postalAddress).toBe('');
    expect(await ask(token, 'organizations.create', { parentId: org('agency'), name: 'S', slug: 'studio' })).toBe(
      'organization.slug_taken',
    );
    expect(await ask(token, 'organizations.create', { parentId: org('other'), name: 'S', slug: 's' })).toBe(
      'organization.not_found',
    );
  });
});
