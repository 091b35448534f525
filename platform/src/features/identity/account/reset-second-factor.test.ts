import { toPublicId, type Member, type Role } from '@tabard/contract';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  appCode,
  createPerson,
  hostedEnvironment,
  mailsTo,
  postAsPage,
  startTestServer,
  testPassword,
  type TestPerson,
  type TestServer,
  type TestTenant,
} from '../../../../test/fixture/index.ts';

let server: TestServer;
let tenant: TestTenant;
let admin: TestPerson;
beforeAll(async () => {
  server = await startTestServer({ env: hostedEnvironment });
  tenant = await server.createTenant();
  admin = await inOrganization('org_admin');
});
afterAll(() => server.stop());

const inOrganization = (role: Role) => createPerson(server, { role, organizationId: tenant.organizationId });
const inWorkspace = (role: Role, ...more: Parameters<typeof createPerson>[1][]) =>
  createPerson(server, { role, organizationId: tenant.organizationId, workspaceId: tenant.workspaceId }, ...more);
async function ask(token: string, path: string, input: object = {}, of = tenant) {
  const { body } = await server.call(path, input, { token, headers: { 'Workspace-Id': of.publicId } });
  return body.error?.data.code ?? body.result.data;
}
/** Somebody with an app for codes. */
async function guarded(somebody: TestPerson): Promise<TestPerson> {
  const { secret } = await ask(somebody.token, 'account.setUpSecondFactor');
  await ask(somebody.token, 'account.turnOnSecondFactor', { oneTimePassword: appCode(secret, new Date()) });
  return somebody;
}
async function memberOf(person: TestPerson, seenBy = admin.token, input: object = {}): Promise<Member> {
  const { items } = await ask(seenBy, 'members.list', { limit: 200, ...input });
  return items.find(({ userId }: Member) => userId === toPublicId('user', person.userId));
}
const reset = async (by: string, person: TestPerson, input: object = {}) =>
  ask(by, 'account.resetSecondFactor', { id: (await memberOf(person, admin.token, input)).id });
const signIn = async (email: string) => (await postAsPage(server, '/sign-in', { email, password: testPassword })).body;
const atOrganization = () => ({ organizationId: toPublicId('organization', tenant.organizationId) });

describe('the app of a person who lost it', () => {
  it('is reset by who administers the organization: they sign in by password, and are told by mail', async () => {
    const somebody = await guarded(await inWorkspace('viewer'));
    expect((await signIn(somebody.email)).ask).toBe('code');
    const member = await memberOf(somebody);
    expect(member.canResetSecondFactor).toBe(true);
    expect(await reset(admin.token, somebody)).toEqual({ id: member.id, wasOn: true });
    await expect.poll(() => ask(somebody.token, 'sessions.current')).toBe('auth.invalid_token');
    expect((await signIn(somebody.email)).url).toBeDefined();
    expect((await mailsTo(server, somebody.email)).map(({ subject }) => subject.split(' (')[0])).toContain(
      'Your two-factor sign-in was reset',
    );
    expect((await memberOf(somebody)).canResetSecondFactor).toBe(false);
    const before = (await mailsTo(server, somebody.email)).length;
    expect(await reset(admin.token, somebody)).toMatchObject({ wasOn: false });
    expect(await mailsTo(server, somebody.email)).toHaveLength(before);
    const rows = await server.platform.app.database.read<{ act: string }>(
      tenant.organizationId,
      `select act from audit_log where workspace_id = $1 and act = 'account.resetSecondFactor' and $2 = any(subjects)`,
      [tenant.organizationId, member.id],
    );
    expect(rows).toHaveLength(2);
  });

  it('is reset only by who showed a moment ago that it is them', async () => {
    const somebody = await guarded(await inWorkspace('viewer'));
    const careless = await inOrganization('org_admin');
    await server.platform.app.database.readOrganization(
      `update user_session set confirmed_at = now() - interval '11 minutes' where user_id = $1`,
      [careless.userId],
    );
    expect(await reset(careless.token, somebody)).toBe('auth.confirmation_required');
    expect(await reset(tenant.apiKey, somebody)).toBe('account.no_person');
    expect((await signIn(somebody.email)).ask).toBe('code');
    await ask(careless.token, 'account.confirm', { password: testPassword });
    expect(await reset(careless.token, somebody)).toMatchObject({ wasOn: true });
  });

  it('is reset by nobody who has less authority than its owner anywhere', async () => {
    const owner = await guarded(await inOrganization('org_admin'));
    const manager = await guarded(await inWorkspace('viewer'));
    const local = await inWorkspace('workspace_admin');
    expect((await memberOf(manager, local.token)).canResetSecondFactor).toBe(false);
    expect(await reset(local.token, manager)).toBe('member.beyond_reach');
    expect(await reset(local.token, owner, atOrganization())).toBe('member.not_found');
    for (const role of ['campaign_manager', 'viewer', 'client'] as const)
      expect(await reset((await inOrganization(role)).token, owner, atOrganization()), role).toBe(
        'auth.permission_denied',
      );
    expect(await reset(admin.token, admin, atOrganization())).toBe('member.is_you');
    for (const { email } of [owner, manager]) expect((await signIn(email)).ask).toBe('code');
    expect(await reset(admin.token, owner, atOrganization())).toMatchObject({ wasOn: true });
  });

  it('is not reset where it opens a place of somebody else, too', async () => {
    const other = await server.createTenant();
    const somebody = await guarded(
      await inWorkspace('viewer', {
        role: 'viewer',
        organizationId: other.organizationId,
        workspaceId: other.workspaceId,
      }),
    );
    expect(await reset(admin.token, somebody)).toBe('member.beyond_reach');
    const stranger = await createPerson(server, { role: 'org_admin', organizationId: other.organizationId });
    const { id } = await memberOf(somebody);
    expect(await ask(stranger.token, 'account.resetSecondFactor', { id }, other)).toBe('member.not_found');
  });
});
