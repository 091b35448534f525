import { rolePermissions } from '@tabard/contract';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import {
  createPerson,
  hostedEnvironment,
  hostedOrigin,
  plantRoles,
  postAsPage,
  roleEnvironment,
  roleIdOf,
  startTestServer,
  testPassword,
  withinSeconds,
  type RoleTree,
  type TestServer,
} from '../../../../test/fixture/index.ts';

let server: TestServer;
let {
  tree,
  workspaces,
  wsp,
  signIn,
  ask,
  chief,
  make,
  withRole,
  memberId,
  listed,
  may,
  vendor,
  agency,
  client,
}: RoleTree = {} as RoleTree; // planted before each test
beforeAll(async () => {
  server = await startTestServer({ env: { ...hostedEnvironment, ...roleEnvironment } });
});
afterAll(() => server.stop());
beforeEach(async () => {
  ({ tree, workspaces, wsp, signIn, ask, chief, make, withRole, memberId, listed, may, vendor, agency, client } =
    await plantRoles(server));
});

describe('a role that was made', () => {
  it('lets its people do what it holds, in the place that made it and in all below', async () => {
    const role = await make(chief, vendor, ['lead.read', 'workspace.read']);
    expect(role).toMatchObject({ name: 'Recruiter', isBuiltIn: false, members: 0, canManage: true, canGive: true });
    for (const person of [await withRole(role, 'agency', 'client'), await withRole(role, 'vendor')]) {
      expect(await may(person.token)).toBe('yes');
      expect(await may(person.token, 'campaigns.list')).toBe('auth.permission_denied');
      expect((await ask(person.token, 'sessions.current')).memberships).toMatchObject([
        { role: role.id, madeRole: { id: role.id, name: 'Recruiter' } },
      ]);
    }
    expect((await listed(chief, vendor)).at(-1)).toMatchObject({ id: role.id, members: 2 });
    expect((await listed(chief)).at(-1)).toMatchObject({
      members: 1,
      canManage: false,
      inheritedFrom: { name: 'vendor' },
    });
    const { items } = await ask(chief, 'roles.holders', { ...vendor, limit: 50, role: role.id });
    expect(items.map(({ placeName }: { placeName: string }) => placeName).toSorted()).toEqual(['client', 'vendor']);
  });

  it('is shown beside the built-in ones, without the name of an organization that the reader does not reach', async () => {
    await make(chief, vendor, ['lead.read']);
    const admin = await signIn('workspace_admin', 'agency', 'client');
    const roles = await listed(admin);
    expect(roles.slice(0, 7).map(({ id }) => id)).toEqual(Object.keys(rolePermissions));
    expect(roles.at(-1)).toMatchObject({ name: 'Recruiter', inheritedFrom: { name: null }, canGive: true });
    expect(await may(await signIn('viewer', 'agency', 'client'), 'roles.list', client)).toBe('auth.permission_denied');
  });

  it('is not seen and not usable beside the place that made it', async () => {
    const role = await make(chief, agency, ['lead.read']);
    const other = await signIn('workspace_admin', 'vendor', 'beside');
    expect((await ask(other, 'roles.list', {}, 'beside')).items).toHaveLength(7);
    const person = await createPerson(server, {
      role: 'viewer',
      organizationId: tree.vendor,
      workspaceId: workspaces.beside,
    });
    const id = await memberId(person, { workspaceId: wsp('beside') });
    expect(await ask(chief, 'members.update', { id, role: role.id }, 'beside')).toMatchObject({
      code: 'role.not_found',
    });
    for (const path of ['roles.update', 'roles.remove'])
      expect(await may(other, path, { id: role.id }), path).toBe('workspace.not_found');
    expect(await ask(other, 'roles.update', { id: role.id, name: 'Taken over' }, 'beside')).toMatchObject({
      code: 'role.not_found',
    });
  });

  it('is given to a member and taken away within five seconds, and undone by the role before', async () => {
    const role = await make(chief, agency, ['lead.read', 'lead.write', 'workspace.read']);
    const person = await createPerson(server, {
      role: 'viewer',
      organizationId: tree.agency,
      workspaceId: workspaces.client,
    });
    const id = await memberId(person);
    expect(await may(person.token, 'campaigns.list')).toBe('yes');
    expect((await ask(chief, 'members.roles', client)).made).toEqual([
      { id: role.id, name: 'Recruiter', description: 'Finds people', inheritedFrom: { name: 'agency' } },
    ]);
    expect(await ask(chief, 'members.update', { id, role: role.id })).toMatchObject({
      role: role.id,
      madeRole: { id: role.id, name: 'Recruiter' },
    });
    await expect.poll(() => may(person.token, 'campaigns.list'), withinSeconds).toBe('auth.permission_denied');
    expect(await ask(chief, 'members.update', { id, role: 'viewer' })).toMatchObject({
      role: 'viewer',
      madeRole: null,
    });
    await expect.poll(() => may(person.token, 'campaigns.list'), withinSeconds).toBe('yes');
  });

  it('changes what its people may do within five seconds', async () => {
    const role = await make(chief, agency, ['lead.read']);
    const person = await withRole(role, 'agency', 'client');
    expect(await may(person.token, 'campaigns.list')).toBe('auth.permission_denied');
    await ask(chief, 'roles.update', { id: role.id, permissions: ['campaign.read'] });
    await expect.poll(() => may(person.token, 'campaigns.list'), withinSeconds).toBe('yes');
    expect(await may(person.token)).toBe('auth.permission_denied');
  });

  it('changes what the open pages of its people may do within five seconds, and ends their streams', async () => {
    const role = await make(chief, agency, ['lead.read', 'workspace.read']);
    const { email } = await withRole(role, 'agency', 'client');
    const { cookie } = await postAsPage(server, '/sign-in', { email, password: testPassword });
    const open = async () =>
      (await postAsPage(server, '/app/session', client, { Cookie: cookie })).body.clientSecret as string;
    const page = await open();
    const asPage = async (token: string, path: string) => {
      const { body } = await server.call(path, {}, { token, headers: { Origin: hostedOrigin } });
      return body.error?.data.code ?? 'yes';
    };
    let ended = false;
    const stream = await fetch(`${server.url}/rpc/events.stream`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', Authorization: `Bearer ${page}`, Origin: hostedOrigin },
      body: '{}',
    });
    const end = () => (ended = true);
    void stream.text().then(end, end);
    expect([await asPage(page, 'leads.list'), await asPage(page, 'campaigns.list')]).toEqual([
      'yes',
      'auth.permission_denied',
    ]);
    await ask(chief, 'roles.update', { id: role.id, permissions: ['campaign.read', 'workspace.read'] });
    await expect.poll(() => asPage(page, 'leads.list'), withinSeconds).toBe('auth.invalid_token');
    await expect.poll(() => ended, withinSeconds).toBe(true);
    const next = await open();
    expect([await asPage(next, 'leads.list'), await asPage(next, 'campaigns.list')]).toEqual([
      'auth.permission_denied',
      'yes',
    ]);
  });

  it('can be given on a page of the app, by what its person holds and not by what the page does', async () => {
    const { email } = await createPerson(server, { role: 'org_admin', organizationId: tree.agency });
    const { cookie } = await postAsPage(server, '/sign-in', { email, password: testPassword });
    const { body } = await postAsPage(server, '/app/session', client, { Cookie: cookie });
    const onPage = async (path: string, input: object) => {
      const answer = await server.call(path, input, { token: body.clientSecret, headers: { Origin: hostedOrigin } });
      return answer.body.error?.data ?? answer.body.result.data;
    };
    const role = { ...agency, name: 'Key maker', permissions: ['api_key.manage', 'lead.read'] };
    expect(await onPage('roles.create', role)).toMatchObject({ canManage: true, canGive: true });
    expect(await onPage('roles.create', { ...role, ...vendor })).toMatchObject({ code: 'organization.not_found' });
  });

  it('ignores permissions that this version does not know, and shows them', async () => {
    const role = await make(chief, agency, ['lead.read']);
    await server.platform.app.database.write(tree.agency, (_em, sql) =>
      sql(`update role set permissions = permissions || array['rocket.launch'] where id = $1`, [roleIdOf(role)]),
    );
    const person = await withRole(role, 'agency', 'client');
    expect(await may(person.token)).toBe('yes');
    expect((await ask(person.token, 'sessions.current')).permissions).toEqual(['lead.read']);
    expect((await listed(chief)).at(-1)).toMatchObject({
      permissions: ['lead.read'],
      unknownPermissions: ['rocket.launch'],
    });
  });

  it('is written in the scope of its place and in no other, whoever writes', async () => {
    const role = await make(chief, agency, ['lead.read']);
    const { database } = server.platform.app;
    const stolen = await database.write(tree.vendor, (_em, sql) =>
      sql(`update role set permissions = '{workspace.manage}' where id = $1 returning id`, [roleIdOf(role)]),
    );
    expect(stolen).toEqual([]);
    await expect(
      database.write(tree.vendor, (_em, sql) =>
        sql(
          `insert into role (id, scope_id, organization_id, name, permissions) values ($1, $2, $2, 'Planted', '{lead.read}')`,
          [roleIdOf(role), tree.agency],
        ),
      ),
    ).rejects.toThrow(/row-level security/);
  });

  it('is told of to the pages of the workspaces below, and its changes stand in the audit log', async () => {
    const role = await make(chief, vendor, ['lead.read']);
    await ask(chief, 'roles.update', { id: role.id, name: 'Finder' });
    await ask(chief, 'roles.remove', { id: role.id });
    const { database } = server.platform.app;
    for (const workspace of [workspaces.client, workspaces.beside])
      expect(
        (
          await database.read<{ state: string }>(
            workspace,
            `select data->>'state' as state from event where workspace_id = $1 and type = 'role.updated' order by id`,
            [workspace],
          )
        ).map(({ state }) => state),
      ).toEqual(['created', 'updated', 'deleted']);
    const acts = await database.read<{ act: string }>(
      tree.vendor,
      `select act from audit_log where workspace_id = $1 and $2 = any(subjects) order by id`,
      [tree.vendor, role.id],
    );
    expect(acts.map(({ act }) => act)).toEqual(['roles.create', 'roles.update', 'roles.remove']);
  });
});

describe('a role in use', () => {
  it('is deleted only with a successor, which its members and the invited get', async () => {
    const role = await make(chief, agency, ['lead.read']);
    const person = await withRole(role, 'agency', 'client');
    const [invited] = (
      await ask(chief, 'invitations.create', { ...client, emails: ['ignore-b@example.com'], role: role.id })
    ).items;
    expect(invited.invitation).toMatchObject({ role: role.id, madeRole: { name: 'Recruiter' } });
    expect((await listed(chief)).at(-1)).toMatchObject({ members: 1, invitations: 1 });
    expect(await ask(chief, 'roles.remove', { id: role.id })).toMatchObject({ code: 'role.in_use' });
    expect(await ask(chief, 'roles.remove', { id: role.id, successor: 'viewer' })).toEqual({ id: role.id, moved: 2 });
    await expect.poll(() => may(person.token, 'campaigns.list'), withinSeconds).toBe('yes');
    const { items } = await ask(chief, 'invitations.list', { ...client, limit: 50 });
    expect(items).toMatchObject([{ role: 'viewer', madeRole: null }]);
    expect(await listed(chief)).toHaveLength(7);
  });

  it('leaves nobody with a role that is gone when it is given and deleted at once', async () => {
    const role = await make(chief, agency, ['lead.read']);
    const people = await Promise.all(
      Array.from({ length: 6 }, () =>
        createPerson(server, { role: 'client', organizationId: tree.agency, workspaceId: workspaces.client }),
      ),
    );
    const ids = await Promise.all(people.map((each) => memberId(each)));
    const answers = await Promise.all([
      ...ids.slice(0, 3).map((id) => ask(chief, 'members.update', { id, role: role.id })),
      ask(chief, 'roles.remove', { id: role.id, successor: 'viewer' }),
      ...ids.slice(3).map((id) => ask(chief, 'members.update', { id, role: role.id })),
    ]);
    const refused = answers.flatMap(({ code }) => code ?? []);
    expect(refused.filter((code) => code !== 'role.not_found')).toEqual([]);
    const left = await server.platform.app.database.readOrganization('select id from member where role_id = $1', [
      roleIdOf(role),
    ]);
    expect(left).toEqual([]);
  });
});
