import { fromPublicId, rolePermissions, toPublicId, type Permission, type RoleView } from '@tabard/contract';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import {
  createPerson,
  hostedEnvironment,
  hostedOrigin,
  plantTree,
  postAsPage,
  startTestServer,
  testPassword,
  type SettingsTree,
  type TestPerson,
  type TestServer,
} from '../../../../test/fixture/index.ts';

let server: TestServer;
let { tree, workspaces, org, wsp, signIn, ask }: SettingsTree = {} as SettingsTree; // planted before each test
/** Who administers the vendor, and with it the agency and all workspaces. */
let chief: string;
beforeAll(async () => {
  server = await startTestServer({
    env: {
      ...hostedEnvironment,
      RATE_LIMIT_ADDRESS: '100000',
      RATE_LIMIT_SESSION: '100000',
      RATE_LIMIT_MINTING: '100000',
    },
  });
});
afterAll(() => server.stop());
beforeEach(async () => {
  ({ tree, workspaces, org, wsp, signIn, ask } = await plantTree(server));
  chief = await signIn('org_admin', 'vendor');
});

/** What a change promises. */
const within = { timeout: 5000, interval: 100 };
const vendor = () => ({ organizationId: org('vendor') });
const agency = () => ({ organizationId: org('agency') });
const client = () => ({ workspaceId: wsp('client') });
const make = (by: string, place: object, permissions: readonly Permission[], name = 'Recruiter') =>
  ask(by, 'roles.create', { ...place, name, description: 'Finds people', permissions });
const idOf = (role: { id: string }) => fromPublicId('role', role.id) ?? '';
/** Somebody with a role that was made, in the client's workspace or in an organization. */
const withRole = (role: { id: string }, at: keyof SettingsTree['tree'], workspace?: keyof SettingsTree['workspaces']) =>
  createPerson(server, {
    role: 'client',
    roleId: idOf(role),
    organizationId: tree[at],
    ...(workspace && { workspaceId: workspaces[workspace] }),
  });
const memberId = async (person: TestPerson, place: object = client()): Promise<string> => {
  const { items } = await ask(chief, 'members.list', { limit: 200, ...place });
  return items.find(({ userId }: { userId: string }) => userId === toPublicId('user', person.userId))?.id;
};
const listed = async (by: string, place: object = client()): Promise<RoleView[]> =>
  (await ask(by, 'roles.list', place)).items;
const may = async (token: string, path = 'leads.list', input = {}) => (await ask(token, path, input)).code ?? 'yes';

describe('a role that was made', () => {
  it('lets its people do what it holds, in the place that made it and in all below', async () => {
    const role = await make(chief, vendor(), ['lead.read', 'workspace.read']);
    expect(role).toMatchObject({ name: 'Recruiter', isBuiltIn: false, members: 0, canManage: true, canGive: true });
    for (const person of [await withRole(role, 'agency', 'client'), await withRole(role, 'vendor')]) {
      expect(await may(person.token)).toBe('yes');
      expect(await may(person.token, 'campaigns.list')).toBe('auth.permission_denied');
      expect((await ask(person.token, 'sessions.current')).memberships).toMatchObject([
        { role: role.id, madeRole: { id: role.id, name: 'Recruiter' } },
      ]);
    }
    expect((await listed(chief, vendor())).at(-1)).toMatchObject({ id: role.id, members: 2 });
    expect((await listed(chief)).at(-1)).toMatchObject({
      members: 1,
      canManage: false,
      inheritedFrom: { name: 'vendor' },
    });
    const { items } = await ask(chief, 'roles.holders', { ...vendor(), limit: 50, role: role.id });
    expect(items.map(({ placeName }: { placeName: string }) => placeName).toSorted()).toEqual(['client', 'vendor']);
  });

  it('is shown beside the built-in ones, without the name of an organization that the reader does not reach', async () => {
    await make(chief, vendor(), ['lead.read']);
    const admin = await signIn('workspace_admin', 'agency', 'client');
    const roles = await listed(admin);
    expect(roles.slice(0, 7).map(({ id }) => id)).toEqual(Object.keys(rolePermissions));
    expect(roles.at(-1)).toMatchObject({ name: 'Recruiter', inheritedFrom: { name: null }, canGive: true });
    expect(await may(await signIn('viewer', 'agency', 'client'), 'roles.list', client())).toBe(
      'auth.permission_denied',
    );
  });

  it('is not seen and not usable beside the place that made it', async () => {
    const role = await make(chief, agency(), ['lead.read']);
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
    const role = await make(chief, agency(), ['lead.read', 'lead.write', 'workspace.read']);
    const person = await createPerson(server, {
      role: 'viewer',
      organizationId: tree.agency,
      workspaceId: workspaces.client,
    });
    const id = await memberId(person);
    expect(await may(person.token, 'campaigns.list')).toBe('yes');
    expect((await ask(chief, 'members.roles', client())).made).toEqual([
      { id: role.id, name: 'Recruiter', description: 'Finds people' },
    ]);
    expect(await ask(chief, 'members.update', { id, role: role.id })).toMatchObject({
      role: role.id,
      madeRole: { id: role.id, name: 'Recruiter' },
    });
    await expect.poll(() => may(person.token, 'campaigns.list'), within).toBe('auth.permission_denied');
    expect(await ask(chief, 'members.update', { id, role: 'viewer' })).toMatchObject({
      role: 'viewer',
      madeRole: null,
    });
    await expect.poll(() => may(person.token, 'campaigns.list'), within).toBe('yes');
  });

  it('changes what its people may do within five seconds', async () => {
    const role = await make(chief, agency(), ['lead.read']);
    const person = await withRole(role, 'agency', 'client');
    expect(await may(person.token, 'campaigns.list')).toBe('auth.permission_denied');
    await ask(chief, 'roles.update', { id: role.id, permissions: ['campaign.read'] });
    await expect.poll(() => may(person.token, 'campaigns.list'), within).toBe('yes');
    expect(await may(person.token)).toBe('auth.permission_denied');
  });

  it('changes what the open pages of its people may do within five seconds, and ends their streams', async () => {
    const role = await make(chief, agency(), ['lead.read', 'workspace.read']);
    const { email } = await withRole(role, 'agency', 'client');
    const { cookie } = await postAsPage(server, '/sign-in', { email, password: testPassword });
    const open = async () =>
      (await postAsPage(server, '/app/session', client(), { Cookie: cookie })).body.clientSecret as string;
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
    await expect.poll(() => asPage(page, 'leads.list'), within).toBe('auth.invalid_token');
    await expect.poll(() => ended, within).toBe(true);
    const next = await open();
    expect([await asPage(next, 'leads.list'), await asPage(next, 'campaigns.list')]).toEqual([
      'auth.permission_denied',
      'yes',
    ]);
  });

  it('can be given on a page of the app, by what its person holds and not by what the page does', async () => {
    const { email } = await createPerson(server, { role: 'org_admin', organizationId: tree.agency });
    const { cookie } = await postAsPage(server, '/sign-in', { email, password: testPassword });
    const { body } = await postAsPage(server, '/app/session', client(), { Cookie: cookie });
    const onPage = async (path: string, input: object) => {
      const answer = await server.call(path, input, { token: body.clientSecret, headers: { Origin: hostedOrigin } });
      return answer.body.error?.data ?? answer.body.result.data;
    };
    const role = { ...agency(), name: 'Key maker', permissions: ['api_key.manage', 'lead.read'] };
    expect(await onPage('roles.create', role)).toMatchObject({ canManage: true, canGive: true });
    expect(await onPage('roles.create', { ...role, ...vendor() })).toMatchObject({ code: 'organization.not_found' });
  });

  it('ignores permissions that this version does not know, and shows them', async () => {
    const role = await make(chief, agency(), ['lead.read']);
    await server.platform.app.database.write(tree.agency, (_em, sql) =>
      sql(`update role set permissions = permissions || array['rocket.launch'] where id = $1`, [idOf(role)]),
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
    const role = await make(chief, agency(), ['lead.read']);
    const { database } = server.platform.app;
    const stolen = await database.write(tree.vendor, (_em, sql) =>
      sql(`update role set permissions = '{workspace.manage}' where id = $1 returning id`, [idOf(role)]),
    );
    expect(stolen).toEqual([]);
    await expect(
      database.write(tree.vendor, (_em, sql) =>
        sql(
          `insert into role (id, scope_id, organization_id, name, permissions) values ($1, $2, $2, 'Planted', '{lead.read}')`,
          [idOf(role), tree.agency],
        ),
      ),
    ).rejects.toThrow(/row-level security/);
  });

  it('is told of to the pages of the workspaces below, and its changes stand in the audit log', async () => {
    const role = await make(chief, vendor(), ['lead.read']);
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

describe('nobody gets more by roles than they hold', () => {
  /** Somebody who manages roles and people, and reads leads. */
  const keeper = async () => {
    const role = await make(chief, agency(), ['member.read', 'member.manage', 'role.manage', 'lead.read'], 'Keeper');
    return { role, person: await withRole(role, 'agency') };
  };

  it('a maker gives a role only what they hold in its place', async () => {
    const { person } = await keeper();
    expect(await make(person.token, agency(), ['lead.read', 'campaign.launch'])).toMatchObject({
      code: 'role.permission_exceeded',
      details: [{ name: 'campaign.launch' }],
    });
    expect(await make(person.token, vendor(), ['lead.read'])).toMatchObject({ code: 'organization.not_found' });
    expect(await make(person.token, agency(), ['lead.read', 'role.manage'])).toMatchObject({ canManage: true });
    expect((await ask(person.token, 'roles.list', agency())).grantable.toSorted()).toEqual([
      'lead.read',
      'member.manage',
      'member.read',
      'role.manage',
    ]);
    const below = await signIn('workspace_admin', 'agency', 'client');
    expect(await make(below, client(), ['api_key.manage'])).toMatchObject({ code: 'role.permission_exceeded' });
    expect(await make(below, agency(), ['lead.read'])).toMatchObject({ code: 'organization.not_found' });
  });

  it('who has a role adds nothing to it', async () => {
    const { role, person } = await keeper();
    const grow = await ask(person.token, 'roles.update', {
      id: role.id,
      permissions: [...role.permissions, 'organization.manage'],
    });
    expect(grow).toMatchObject({ code: 'role.permission_exceeded' });
    expect((await ask(person.token, 'sessions.current')).permissions).toHaveLength(4);
  });

  it('who holds less than a role neither changes nor gives nor deletes it, nor changes its people', async () => {
    const { person } = await keeper();
    const larger = await make(chief, agency(), ['lead.read', 'campaign.launch'], 'Larger');
    for (const [path, input] of [
      ['roles.update', { permissions: ['lead.read'] }],
      ['roles.update', { name: 'Mine' }],
      ['roles.remove', {}],
    ] as const)
      expect(await ask(person.token, path, { id: larger.id, ...input }), path).toMatchObject({
        code: 'role.permission_exceeded',
      });
    const invite = (role: string) =>
      ask(person.token, 'invitations.create', { ...client(), emails: ['ignore-a@example.com'], role });
    expect(await invite(larger.id)).toMatchObject({ code: 'member.role_exceeded' });
    expect(await invite('client')).toMatchObject({ code: 'member.role_exceeded' });
    const id = await memberId(await withRole(larger, 'agency', 'client'));
    expect(await ask(person.token, 'members.remove', { id })).toMatchObject({ code: 'member.role_exceeded' });
  });

  it('what manages organizations means nothing in a workspace, and is not given there', async () => {
    expect(await make(chief, client(), ['organization.manage'])).toMatchObject({ code: 'role.permission_misplaced' });
    const role = await make(chief, agency(), ['organization.manage', 'organization.read'], 'Planner');
    const id = await memberId(
      await createPerson(server, { role: 'viewer', organizationId: tree.agency, workspaceId: workspaces.client }),
    );
    expect(await ask(chief, 'members.update', { id, role: role.id })).toMatchObject({ code: 'member.role_misplaced' });
  });

  it('who manages an organization by a role makes no key that may more than they', async () => {
    const role = await make(chief, agency(), ['organization.manage', 'api_key.manage', 'workspace.read'], 'Planner');
    const { token } = await withRole(role, 'agency');
    const key = (permissions: readonly string[]) =>
      ask(token, 'apiKeys.create', { ...agency(), name: 'a', permissions });
    expect(await key(['lead.read'])).toMatchObject({ code: 'api_key.scope_exceeded' });
    expect(await key(['workspace.read'])).toMatchObject({ permissions: ['workspace.read'] });
  });

  it('a successor is not above what the deleter may give, and fits where the role was given', async () => {
    const { person } = await keeper();
    const small = await make(chief, agency(), ['lead.read'], 'Small');
    await withRole(small, 'agency', 'client');
    const end = (by: string, successor?: string) => ask(by, 'roles.remove', { id: small.id, successor });
    expect(await end(person.token, 'workspace_admin')).toMatchObject({ code: 'member.role_exceeded' });
    expect(await end(chief, 'org_admin')).toMatchObject({ code: 'member.role_misplaced' });
    expect(await end(chief, small.id)).toMatchObject({ code: 'role.successor_wrong' });
  });

  it('no role that was made owns a place', async () => {
    const all = await make(chief, vendor(), rolePermissions.org_admin, 'Almost owner');
    await withRole(all, 'vendor');
    const { items } = await ask(chief, 'members.list', { ...vendor(), limit: 50 });
    const owner = items.find(({ role }: { role: string }) => role === 'org_admin');
    for (const path of ['members.remove', 'members.deactivate'])
      expect(await ask(chief, path, { id: owner.id }), path).toMatchObject({ code: 'member.last_owner' });
    expect(await ask(chief, 'members.update', { id: owner.id, role: all.id })).toMatchObject({
      code: 'member.last_owner',
    });
  });
});

describe('a role in use', () => {
  it('is deleted only with a successor, which its members and the invited get', async () => {
    const role = await make(chief, agency(), ['lead.read']);
    const person = await withRole(role, 'agency', 'client');
    const [invited] = (
      await ask(chief, 'invitations.create', { ...client(), emails: ['ignore-b@example.com'], role: role.id })
    ).items;
    expect(invited.invitation).toMatchObject({ role: role.id, madeRole: { name: 'Recruiter' } });
    expect((await listed(chief)).at(-1)).toMatchObject({ members: 1, invitations: 1 });
    expect(await ask(chief, 'roles.remove', { id: role.id })).toMatchObject({ code: 'role.in_use' });
    expect(await ask(chief, 'roles.remove', { id: role.id, successor: 'viewer' })).toEqual({ id: role.id, moved: 2 });
    await expect.poll(() => may(person.token, 'campaigns.list'), within).toBe('yes');
    const { items } = await ask(chief, 'invitations.list', { ...client(), limit: 50 });
    expect(items).toMatchObject([{ role: 'viewer', madeRole: null }]);
    expect(await listed(chief)).toHaveLength(7);
  });

  it('leaves nobody with a role that is gone when it is given and deleted at once', async () => {
    const role = await make(chief, agency(), ['lead.read']);
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
      idOf(role),
    ]);
    expect(left).toEqual([]);
  });
});

describe('a workspace that moves to another organization', () => {
  it('leaves the roles of the former one behind: they count for nothing, and can be replaced', async () => {
    const role = await make(chief, agency(), ['lead.read', 'workspace.read']);
    const person = await withRole(role, 'agency', 'client');
    const invited = await ask(chief, 'invitations.create', {
      ...client(),
      emails: ['ignore-c@example.com'],
      role: role.id,
    });
    expect(await may(person.token)).toBe('yes');
    await ask(chief, 'tree.move', { ...client(), parentId: org('vendor') });
    await expect.poll(() => may(person.token), within).toBe('auth.permission_denied');
    const { items } = await ask(chief, 'members.list', { ...client(), limit: 50 });
    const shown = items.find(({ userId }: { userId: string }) => userId === toPublicId('user', person.userId));
    expect(shown).toMatchObject({ role: role.id, madeRole: { id: role.id, name: null }, canManage: true });
    const [, code] = String(invited.items[0].link).split('#');
    const look = await postAsPage(server, '/invitation/look', { code: code ?? '' });
    expect(look.body.code).toBe('invitation.link_revoked');
    expect(await ask(chief, 'members.update', { id: shown.id, role: 'viewer' })).toMatchObject({ role: 'viewer' });
    await expect.poll(() => may(person.token), within).toBe('yes');
  });

  it('is not reached by whoever deletes such a role with a successor that may much', async () => {
    const role = await make(chief, agency(), ['lead.read']);
    const person = await withRole(role, 'agency', 'client');
    await ask(chief, 'tree.move', { ...client(), parentId: org('vendor') });
    const former = await signIn('org_admin', 'agency');
    expect(await ask(former, 'roles.remove', { id: role.id, successor: 'workspace_admin' }, 'beside')).toMatchObject({
      code: 'workspace.not_found',
    });
    const { body } = await server.call(
      'roles.remove',
      { id: role.id, successor: 'workspace_admin' },
      { token: former },
    );
    expect(body.result.data).toEqual({ id: role.id, moved: 0 });
    expect(await may(person.token)).toBe('auth.permission_denied');
  });

  it('takes its own roles with it', async () => {
    const role = await make(chief, client(), ['lead.read', 'workspace.read']);
    const person = await withRole(role, 'agency', 'client');
    await ask(chief, 'tree.move', { ...client(), parentId: org('vendor') });
    await expect.poll(() => may(person.token), within).toBe('yes');
    expect((await listed(chief)).at(-1)).toMatchObject({ id: role.id, members: 1, canManage: true });
  });
});

describe('a role of an organization that is shut', () => {
  it.each(['suspend', 'archive'] as const)('opens nothing there after %s', async (act) => {
    const role = await make(chief, agency(), ['lead.read', 'workspace.read', 'member.read', 'role.manage']);
    const [person, keeper] = [await withRole(role, 'agency', 'client'), await withRole(role, 'agency')];
    expect(await may(person.token)).toBe('yes');
    await ask(chief, `tree.${act}`, { ...agency(), ...(act === 'suspend' && { reason: 'unpaid' }) });
    const shut = act === 'suspend' ? 'suspended' : 'archived';
    await expect.poll(() => may(person.token), within).toBe(`workspace.${shut}`);
    const { body } = await server.call(
      'roles.create',
      { ...agency(), name: 'More', permissions: ['lead.read'] },
      {
        token: keeper.token,
      },
    );
    expect(body.error.data.code).toBe(`organization.${shut}`);
  });
});

describe('the name of a role', () => {
  it.each([
    'Viewer',
    ' VIEWER ',
    'ｖｉｅｗｅｒ',
    'Vie\u200bwer',
    'workspace_admin',
    'Organization admin',
    'lecteur',
    'Lécteur',
  ])('is not that of a built-in one: %j', async (name) => {
    expect(await make(chief, agency(), ['lead.read'], name)).toMatchObject({
      code: 'role.name_taken',
      details: [{ path: 'name' }],
    });
  });

  it('stands once in its place, whatever its case and accents', async () => {
    const first = await make(chief, agency(), ['lead.read'], 'Chargé');
    expect(await make(chief, agency(), ['lead.read'], 'CHARGE')).toMatchObject({ code: 'role.name_taken' });
    expect(await make(chief, vendor(), ['lead.read'], 'Charge')).toMatchObject({ name: 'Charge' });
    const second = await make(chief, agency(), ['lead.read'], 'Other');
    expect(await ask(chief, 'roles.update', { id: second.id, name: 'charge' })).toMatchObject({
      code: 'role.name_taken',
    });
    expect(await ask(chief, 'roles.update', { id: first.id, name: 'chargé' })).toMatchObject({ name: 'chargé' });
    const both = await Promise.all([
      make(chief, agency(), ['lead.read'], 'Twice'),
      make(chief, agency(), ['lead.read'], 'twice'),
    ]);
    expect(both.flatMap(({ code }) => code ?? [])).toEqual(['role.name_taken']);
  });

  it('has no sign that nobody sees or that turns what stands around it', async () => {
    expect(await make(chief, agency(), ['lead.read'], '\u202enimda\u2066 \u0007of\n\u200fall\u00ad')).toMatchObject({
      name: 'nimda of all',
    });
    expect(await make(chief, agency(), ['lead.read'], '\u200b\u202e ')).toMatchObject({ code: 'request.invalid' });
  });

  it('is refused where it is as long as a book', async () => {
    expect(await make(chief, agency(), ['lead.read'], 'n'.repeat(10_000))).toMatchObject({ code: 'request.invalid' });
    expect(await make(chief, agency(), ['lead.read'], 'n'.repeat(80))).toMatchObject({ isBuiltIn: false });
  });
});

describe('the roles of a place', () => {
  it('are at most a hundred', async () => {
    const { database } = server.platform.app;
    await database.write(tree.agency, (_em, sql) =>
      sql(
        `insert into role (id, scope_id, organization_id, name, permissions)
         select gen_random_uuid(), $1, $1, 'Role ' || n, '{lead.read}' from generate_series(1, 100) n`,
        [tree.agency],
      ),
    );
    expect(await make(chief, agency(), ['lead.read'])).toMatchObject({ code: 'role.too_many' });
  });
});
