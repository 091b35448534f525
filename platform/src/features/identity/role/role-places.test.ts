import { toPublicId } from '@tabard/contract';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import {
  createPerson,
  hostedEnvironment,
  plantRoles,
  postAsPage,
  roleEnvironment,
  startTestServer,
  withinSeconds,
  type RoleTree,
  type TestServer,
} from '../../../../test/fixture/index.ts';

let server: TestServer;
let { tree, workspaces, org, signIn, ask, chief, make, withRole, memberId, listed, may, agency, client }: RoleTree =
  {} as RoleTree; // planted before each test
beforeAll(async () => {
  server = await startTestServer({ env: { ...hostedEnvironment, ...roleEnvironment } });
});
afterAll(() => server.stop());
beforeEach(async () => {
  ({ tree, workspaces, org, signIn, ask, chief, make, withRole, memberId, listed, may, agency, client } =
    await plantRoles(server));
});

describe('a workspace that moves to another organization', () => {
  it('leaves the roles of the former one behind: they count for nothing, and can be replaced', async () => {
    const role = await make(chief, agency, ['lead.read', 'workspace.read']);
    const person = await withRole(role, 'agency', 'client');
    const invited = await ask(chief, 'invitations.create', {
      ...client,
      emails: ['ignore-c@example.com'],
      role: role.id,
    });
    expect(await may(person.token)).toBe('yes');
    await ask(chief, 'tree.move', { ...client, parentId: org('vendor') });
    await expect.poll(() => may(person.token), withinSeconds).toBe('auth.permission_denied');
    const { items } = await ask(chief, 'members.list', { ...client, limit: 50 });
    const shown = items.find(({ userId }: { userId: string }) => userId === toPublicId('user', person.userId));
    expect(shown).toMatchObject({ role: role.id, madeRole: { id: role.id, name: null }, canManage: true });
    const [, code] = String(invited.items[0].link).split('#');
    const look = await postAsPage(server, '/invitation/look', { code: code ?? '' });
    expect(look.body.code).toBe('invitation.link_revoked');
    const invitations = await ask(chief, 'invitations.list', { ...client, limit: 50 });
    const waiting = invitations.items[0];
    expect(waiting).toMatchObject({ state: 'open', madeRole: { id: role.id, name: null }, canManage: true });
    for (const act of ['invitations.resend', 'invitations.createLink'])
      expect(await ask(chief, act, { id: waiting.id })).toMatchObject({
        code: 'role.not_found',
        message: 'The role of this invitation no longer counts here. Invite the person again with another one.',
      });
    const again = { ...client, emails: ['ignore-c@example.com'], role: 'viewer' };
    expect((await ask(chief, 'invitations.create', again)).items).toMatchObject([
      { outcome: 'renewed', invitation: { id: waiting.id } },
    ]);
    expect(await ask(chief, 'invitations.resend', { id: waiting.id })).toMatchObject({ role: 'viewer' });
    expect(await ask(chief, 'members.update', { id: shown.id, role: 'viewer' })).toMatchObject({ role: 'viewer' });
    await expect.poll(() => may(person.token), withinSeconds).toBe('yes');
  });

  it('is not reached by whoever deletes such a role with a successor that may much', async () => {
    const role = await make(chief, agency, ['lead.read']);
    const person = await withRole(role, 'agency', 'client');
    await ask(chief, 'tree.move', { ...client, parentId: org('vendor') });
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
    const role = await make(chief, client, ['lead.read', 'workspace.read']);
    const person = await withRole(role, 'agency', 'client');
    await ask(chief, 'tree.move', { ...client, parentId: org('vendor') });
    await expect.poll(() => may(person.token), withinSeconds).toBe('yes');
    expect((await listed(chief)).at(-1)).toMatchObject({ id: role.id, members: 1, canManage: true });
  });
});

describe('a role of an organization that is shut', () => {
  it.each(['suspend', 'archive'] as const)('opens nothing there after %s', async (act) => {
    const role = await make(chief, agency, ['lead.read', 'workspace.read', 'member.read', 'role.manage']);
    const [person, keeper] = [await withRole(role, 'agency', 'client'), await withRole(role, 'agency')];
    expect(await may(person.token)).toBe('yes');
    await ask(chief, `tree.${act}`, { ...agency, ...(act === 'suspend' && { reason: 'unpaid' }) });
    const shut = act === 'suspend' ? 'suspended' : 'archived';
    await expect.poll(() => may(person.token), withinSeconds).toBe(`workspace.${shut}`);
    const { body } = await server.call(
      'roles.create',
      { ...agency, name: 'More', permissions: ['lead.read'] },
      {
        token: keeper.token,
      },
    );
    expect(body.error.data.code).toBe(`organization.${shut}`);
  });
});

describe('a role that was made', () => {
  it('ends the streams of a sign-in that may no longer do what it could when they began', async () => {
    const role = await make(chief, agency, ['lead.read', 'workspace.read']);
    const person = await withRole(role, 'agency', 'client');
    let ended = false;
    const stream = await fetch(`${server.url}/rpc/events.stream`, {
      method: 'POST',
      headers: {
        'Content-Type': 'application/json',
        Authorization: `Bearer ${person.token}`,
        'Workspace-Id': client.workspaceId,
      },
      body: '{}',
    });
    expect(stream.status).toBe(200);
    const end = () => (ended = true);
    void stream.text().then(end, end);
    await ask(chief, 'roles.update', { id: role.id, permissions: ['member.read'] });
    await expect.poll(() => ended, withinSeconds).toBe(true);
    expect(await may(person.token)).toBe('auth.permission_denied');
  });

  it('gets nothing that means nothing in a workspace where somebody has it', async () => {
    const role = await make(chief, agency, ['lead.read']);
    await withRole(role, 'agency', 'client');
    const change = { id: role.id, permissions: ['lead.read', 'organization.manage'] };
    expect(await ask(chief, 'roles.update', change)).toMatchObject({ code: 'role.permission_misplaced' });
    expect(await ask(chief, 'roles.update', { id: role.id, permissions: ['lead.read', 'lead.write'] })).toMatchObject({
      permissions: ['lead.read', 'lead.write'],
    });
  });

  it('owns no place and takes none from its owners, however much it holds', async () => {
    const { grantable } = await ask(chief, 'roles.list', client);
    const role = await make(chief, client, grantable);
    const person = await withRole(role, 'agency', 'client');
    const owner = await createPerson(server, {
      role: 'workspace_admin',
      organizationId: tree.agency,
      workspaceId: workspaces.client,
    });
    const [own, theirs] = [await memberId(person), await memberId(owner)];
    for (const [act, input] of [
      ['members.update', { id: own, role: 'workspace_admin' }],
      ['members.update', { id: theirs, role: 'viewer' }],
      ['members.remove', { id: theirs }],
      ['members.deactivate', { id: theirs }],
    ] as const)
      expect((await ask(person.token, act, input, 'client')).code, act).toMatch(/^member\./);
    expect(await ask(person.token, 'members.update', { id: own, role: 'viewer' }, 'client')).toMatchObject({
      role: 'viewer',
    });
  });
});
