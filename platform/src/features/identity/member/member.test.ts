import { toPublicId, type Member, type Role } from '@tabard/contract';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  createPerson,
  startTestServer,
  testPassword,
  type TestPerson,
  type TestServer,
  type TestTenant,
} from '../../../../test/fixture/index.ts';

let server: TestServer;
let tenant: TestTenant;
beforeAll(async () => {
  server = await startTestServer();
  tenant = await server.createTenant();
});
afterAll(() => server.stop());

const inOrganization = (role: Role) => createPerson(server, { role, organizationId: tenant.organizationId });
const inWorkspace = (role: Role, of = tenant) =>
  createPerson(server, { role, organizationId: of.organizationId, workspaceId: of.workspaceId });

async function ask(token: string, path: string, input: object = {}, of = tenant) {
  const { body } = await server.call(path, input, { token, headers: { 'Workspace-Id': of.publicId } });
  return body.error?.data.code ?? body.result.data;
}
const listed = async (token: string, input: object = {}, of = tenant): Promise<Member[]> =>
  (await ask(token, 'members.list', { limit: 200, ...input }, of)).items;
async function memberOf(person: TestPerson, input: object = {}, of = tenant): Promise<Member> {
  const found = (await listed(of.apiKey, input, of)).find(({ userId }) => userId === toPublicId('user', person.userId));
  if (!found) throw new Error('The person is no member.');
  return found;
}
const ofOrganization = { organizationId: '' };
beforeAll(() => {
  ofOrganization.organizationId = toPublicId('organization', tenant.organizationId);
});

describe('the members of a workspace', () => {
  it('are its own, who can be changed, and those of its organization, marked', async () => {
    const own = await inWorkspace('viewer');
    const above = await inOrganization('campaign_manager');
    expect(await memberOf(own)).toMatchObject({
      role: 'viewer',
      inheritedFrom: null,
      canManage: true,
      email: own.email,
    });
    expect(await memberOf(above)).toMatchObject({
      role: 'campaign_manager',
      inheritedFrom: { id: ofOrganization.organizationId, name: 'Test agency' },
      canManage: false,
    });
    expect(await memberOf(above, ofOrganization)).toMatchObject({ inheritedFrom: null, canManage: true });
    await expect.poll(async () => (await memberOf(own)).lastSeenAt).not.toBeNull();
  });

  it('are seen by those who manage people, and by nobody below', async () => {
    const admin = await inWorkspace('workspace_admin');
    expect(await listed(admin.token)).not.toEqual([]);
    for (const role of ['campaign_manager', 'outreach_specialist', 'viewer', 'client'] as const)
      expect(await ask((await inWorkspace(role)).token, 'members.list'), role).toBe('auth.permission_denied');
  });
});

describe('a role', () => {
  it('is given up to one’s own, and to whom has less or as much', async () => {
    const admin = await inWorkspace('workspace_admin');
    expect(await ask(admin.token, 'members.roles')).toEqual({
      roles: ['workspace_admin', 'campaign_manager', 'outreach_specialist', 'viewer', 'client'],
      made: [],
    });
    const { id } = await memberOf(await inWorkspace('viewer'));
    expect(await ask(admin.token, 'members.update', { id, role: 'org_admin' })).toBe('member.role_misplaced');
    expect(await ask(admin.token, 'members.update', { id, role: 'client' })).toMatchObject({ role: 'client' });
    const chief = await memberOf(await inOrganization('org_admin'), ofOrganization);
    expect(await ask(admin.token, 'members.update', { id: chief.id, role: 'viewer' })).toBe('member.inherited');
  });

  it('is given by a key only when the key has all of its permissions', async () => {
    const small = await server.createKey(tenant, {
      permissions: ['member.read', 'member.manage', 'workspace.read', 'analytics.read', 'campaign.read', 'inbox.read'],
    });
    expect(await ask(small, 'members.roles')).toEqual({ roles: ['client'], made: [] });
    const { id } = await memberOf(await inWorkspace('client'));
    expect(await ask(small, 'members.update', { id, role: 'viewer' })).toBe('member.role_exceeded');
    const manager = await memberOf(await inWorkspace('campaign_manager'));
    expect(await ask(small, 'members.remove', { id: manager.id })).toBe('member.role_exceeded');
  });

  it('changes what an open session may do within seconds', async () => {
    const person = await inWorkspace('viewer');
    expect(await ask(person.token, 'templates.create', { name: 'a', subject: 'b', body: 'c' })).toBe(
      'auth.permission_denied',
    );
    const { id } = await memberOf(person);
    await ask(tenant.apiKey, 'members.update', { id, role: 'outreach_specialist' });
    await expect
      .poll(() => ask(person.token, 'templates.create', { name: 'a', subject: 'b', body: 'c' }))
      .toMatchObject({ name: 'a' });
  });
});

describe('the last owner', () => {
  it('of an organization neither leaves nor is lowered before somebody else has the role', async () => {
    const home = await server.createTenant();
    const at = { organizationId: toPublicId('organization', home.organizationId) };
    const [owner] = await listed(home.userToken, at, home);
    const act = (path: string, more: object = {}) => ask(home.userToken, path, { id: owner!.id, ...more }, home);
    expect(await act('members.remove')).toBe('member.last_owner');
    expect(await act('members.update', { role: 'viewer' })).toBe('member.last_owner');
    expect(await act('members.update', { role: 'org_admin' })).toMatchObject({ role: 'org_admin' });
    await createPerson(server, { role: 'org_admin', organizationId: home.organizationId });
    expect(await act('members.update', { role: 'viewer' })).toMatchObject({ role: 'viewer' });
  });

  it('stays when two owners take each other’s role away at once', async () => {
    const home = await server.createTenant();
    const at = { organizationId: toPublicId('organization', home.organizationId) };
    const other = await createPerson(server, { role: 'org_admin', organizationId: home.organizationId });
    const [first, second] = await listed(home.userToken, at, home);
    const answers = await Promise.all([
      ask(home.userToken, 'members.remove', { id: second!.id }, home),
      ask(other.token, 'members.remove', { id: first!.id }, home),
    ]);
    expect(answers.filter((each) => typeof each !== 'string')).toHaveLength(1);
    expect((await listed(home.apiKey, at, home)).map(({ role }) => role)).toEqual(['org_admin']);
  });
});

describe('who is deactivated', () => {
  it('is refused within seconds, here and with every open page, and comes back as what they were', async () => {
    const elsewhere = await server.createTenant();
    const person = await createPerson(
      server,
      { role: 'outreach_specialist', organizationId: tenant.organizationId, workspaceId: tenant.workspaceId },
      { role: 'viewer', organizationId: elsewhere.organizationId, workspaceId: elsewhere.workspaceId },
    );
    const { id } = await memberOf(person);
    expect(await ask(tenant.apiKey, 'members.deactivate', { id })).toMatchObject({ role: 'outreach_specialist' });
    await expect.poll(() => ask(person.token, 'leads.list')).toBe('workspace.not_found');
    expect(await ask(person.token, 'leads.list', {}, elsewhere)).toMatchObject({ items: [] });
    expect((await memberOf(person)).deactivatedAt).not.toBeNull();
    expect((await ask(person.token, 'sessions.current', {}, elsewhere)).memberships).toHaveLength(1);
    expect(await ask(tenant.apiKey, 'members.reactivate', { id })).toMatchObject({ deactivatedAt: null });
    await expect.poll(() => ask(person.token, 'leads.list')).toMatchObject({ items: [] });
    expect(await memberOf(person)).toMatchObject({ role: 'outreach_specialist', deactivatedAt: null });
  });

  it('of all places is signed out, and cannot sign in before they are back', async () => {
    const person = await inWorkspace('viewer');
    const { id } = await memberOf(person);
    await ask(tenant.apiKey, 'members.deactivate', { id });
    await expect.poll(() => ask(person.token, 'leads.list')).toBe('auth.invalid_token');
    const { body } = await server.call('sessions.signIn', { email: person.email, password: testPassword });
    expect(await ask(body.result.data.token, 'leads.list')).toBe('workspace.not_found');
    await ask(tenant.apiKey, 'members.reactivate', { id });
    await expect.poll(() => ask(body.result.data.token, 'leads.list')).toMatchObject({ items: [] });
  });

  it('is no owner: neither the last one is deactivated, nor two by each other at once', async () => {
    const home = await server.createTenant();
    const at = { organizationId: toPublicId('organization', home.organizationId) };
    const [owner] = await listed(home.userToken, at, home);
    expect(await ask(home.userToken, 'members.deactivate', { id: owner!.id }, home)).toBe('member.last_owner');
    const other = await createPerson(server, { role: 'org_admin', organizationId: home.organizationId });
    const [first, second] = await listed(home.userToken, at, home);
    const answers = await Promise.all([
      ask(home.userToken, 'members.deactivate', { id: second!.id }, home),
      ask(other.token, 'members.deactivate', { id: first!.id }, home),
    ]);
    expect(answers.filter((each) => each.deactivatedAt)).toHaveLength(1);
    const active = (await listed(home.apiKey, at, home)).find(({ deactivatedAt }) => deactivatedAt === null);
    // Somebody who is deactivated does not count as the other owner.
    for (const act of ['members.remove', 'members.deactivate'])
      expect(await ask(home.apiKey, act, { id: active!.id }, home), act).toMatch(/last_owner|role_exceeded/);
  });

  it('administers nothing, and is not brought back by who stands below', async () => {
    const chief = await inOrganization('org_admin');
    const { id } = await memberOf(chief, ofOrganization);
    await ask(tenant.userToken, 'members.deactivate', { id });
    await expect.poll(() => ask(chief.token, 'members.list')).toBe('auth.invalid_token');
    const local = await inWorkspace('workspace_admin');
    expect(await ask(local.token, 'members.reactivate', { id })).toBe('member.inherited');
  });
});

describe('who is removed', () => {
  it('is refused within seconds, in this workspace and with every open page, and stays where else they belong', async () => {
    const elsewhere = await server.createTenant();
    const person = await createPerson(
      server,
      { role: 'viewer', organizationId: tenant.organizationId, workspaceId: tenant.workspaceId },
      { role: 'viewer', organizationId: elsewhere.organizationId, workspaceId: elsewhere.workspaceId },
    );
    expect(await ask(person.token, 'leads.list')).toMatchObject({ items: [] });
    const { id } = await memberOf(person);
    expect(await ask(tenant.apiKey, 'members.remove', { id })).toEqual({ id });
    await expect.poll(() => ask(person.token, 'leads.list')).toBe('workspace.not_found');
    expect(await ask(person.token, 'leads.list', {}, elsewhere)).toMatchObject({ items: [] });
    expect(await ask(tenant.apiKey, 'members.remove', { id })).toBe('member.not_found');
  });

  it('of all places is signed out', async () => {
    const person = await inWorkspace('viewer');
    const { id } = await memberOf(person);
    await ask(tenant.apiKey, 'members.remove', { id });
    await expect.poll(() => ask(person.token, 'leads.list')).toBe('auth.invalid_token');
  });

  it('stands in the audit log with who did it, and so does a changed role with what it was', async () => {
    const person = await inWorkspace('viewer');
    const { id } = await memberOf(person);
    await ask(tenant.userToken, 'members.update', { id, role: 'client' });
    await ask(tenant.userToken, 'members.remove', { id });
    const rows = await server.platform.app.database.read<{ act: string; before: unknown; after: unknown }>(
      tenant.organizationId,
      `select act, before, after from audit_log where workspace_id = $1 and $2 = any(subjects) order by id`,
      [tenant.organizationId, id],
    );
    expect(rows).toMatchObject([
      { act: 'members.update', before: { role: 'viewer' }, after: { role: 'client' } },
      { act: 'members.remove' },
    ]);
  });
});
