import { rolePermissions } from '@tabard/contract';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import {
  createPerson,
  plantRoles,
  roleEnvironment,
  startTestServer,
  type RoleTree,
  type TestServer,
} from '../../../../test/fixture/index.ts';

let server: TestServer;
let { tree, workspaces, signIn, ask, chief, make, withRole, memberId, vendor, agency, client }: RoleTree =
  {} as RoleTree; // planted before each test
beforeAll(async () => {
  server = await startTestServer({ env: roleEnvironment });
});
afterAll(() => server.stop());
beforeEach(async () => {
  ({ tree, workspaces, signIn, ask, chief, make, withRole, memberId, vendor, agency, client } =
    await plantRoles(server));
});

describe('nobody gets more by roles than they hold', () => {
  /** Somebody who manages roles and people, and reads leads. */
  const keeper = async () => {
    const role = await make(chief, agency, ['member.read', 'member.manage', 'role.manage', 'lead.read'], 'Keeper');
    return { role, person: await withRole(role, 'agency') };
  };

  it('a maker gives a role only what they hold in its place', async () => {
    const { person } = await keeper();
    expect(await make(person.token, agency, ['lead.read', 'campaign.launch'])).toMatchObject({
      code: 'role.permission_exceeded',
      details: [{ name: 'campaign.launch' }],
    });
    expect(await make(person.token, vendor, ['lead.read'])).toMatchObject({ code: 'organization.not_found' });
    expect(await make(person.token, agency, ['lead.read', 'role.manage'])).toMatchObject({ canManage: true });
    expect((await ask(person.token, 'roles.list', agency)).grantable.toSorted()).toEqual([
      'lead.read',
      'member.manage',
      'member.read',
      'role.manage',
    ]);
    const below = await signIn('workspace_admin', 'agency', 'client');
    expect(await make(below, client, ['api_key.manage'])).toMatchObject({ code: 'role.permission_exceeded' });
    expect(await make(below, agency, ['lead.read'])).toMatchObject({ code: 'organization.not_found' });
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
    const larger = await make(chief, agency, ['lead.read', 'campaign.launch'], 'Larger');
    for (const [path, input] of [
      ['roles.update', { permissions: ['lead.read'] }],
      ['roles.update', { name: 'Mine' }],
      ['roles.remove', {}],
    ] as const)
      expect(await ask(person.token, path, { id: larger.id, ...input }), path).toMatchObject({
        code: 'role.permission_exceeded',
      });
    const invite = (role: string) =>
      ask(person.token, 'invitations.create', { ...client, emails: ['ignore-a@example.com'], role });
    expect(await invite(larger.id)).toMatchObject({ code: 'member.role_exceeded' });
    expect(await invite('client')).toMatchObject({ code: 'member.role_exceeded' });
    const id = await memberId(await withRole(larger, 'agency', 'client'));
    expect(await ask(person.token, 'members.remove', { id })).toMatchObject({ code: 'member.role_exceeded' });
  });

  it('what manages organizations means nothing in a workspace, and is not given there', async () => {
    expect(await make(chief, client, ['organization.manage'])).toMatchObject({ code: 'role.permission_misplaced' });
    const role = await make(chief, agency, ['organization.manage', 'organization.read'], 'Planner');
    const id = await memberId(
      await createPerson(server, { role: 'viewer', organizationId: tree.agency, workspaceId: workspaces.client }),
    );
    expect(await ask(chief, 'members.update', { id, role: role.id })).toMatchObject({ code: 'member.role_misplaced' });
  });

  it('who manages an organization by a role makes no key that may more than they', async () => {
    const role = await make(chief, agency, ['organization.manage', 'api_key.manage', 'workspace.read'], 'Planner');
    const { token } = await withRole(role, 'agency');
    const key = (permissions: readonly string[]) => ask(token, 'apiKeys.create', { ...agency, name: 'a', permissions });
    expect(await key(['lead.read'])).toMatchObject({ code: 'api_key.scope_exceeded' });
    expect(await key(['workspace.read'])).toMatchObject({ permissions: ['workspace.read'] });
  });

  it('a successor is not above what the deleter may give, and fits where the role was given', async () => {
    const { person } = await keeper();
    const small = await make(chief, agency, ['lead.read'], 'Small');
    await withRole(small, 'agency', 'client');
    const end = (by: string, successor?: string) => ask(by, 'roles.remove', { id: small.id, successor });
    expect(await end(person.token, 'workspace_admin')).toMatchObject({ code: 'member.role_exceeded' });
    expect(await end(chief, 'org_admin')).toMatchObject({ code: 'member.role_misplaced' });
    expect(await end(chief, small.id)).toMatchObject({ code: 'role.successor_wrong' });
  });

  it('no role that was made owns a place', async () => {
    const all = await make(chief, vendor, rolePermissions.org_admin, 'Almost owner');
    await withRole(all, 'vendor');
    const { items } = await ask(chief, 'members.list', { ...vendor, limit: 50 });
    const owner = items.find(({ role }: { role: string }) => role === 'org_admin');
    for (const path of ['members.remove', 'members.deactivate'])
      expect(await ask(chief, path, { id: owner.id }), path).toMatchObject({ code: 'member.last_owner' });
    expect(await ask(chief, 'members.update', { id: owner.id, role: all.id })).toMatchObject({
      code: 'member.last_owner',
    });
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
    expect(await make(chief, agency, ['lead.read'])).toMatchObject({ code: 'role.too_many' });
  });
});
