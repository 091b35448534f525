import { toPublicId, type Member, type Role } from '@tabard/contract';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  createPerson,
  hostedEnvironment,
  mailsTo,
  startTestServer,
  testPassword,
  type TestPerson,
  type TestServer,
  type TestTenant,
} from '../../../../test/fixture/index.ts';

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer({ env: { ...hostedEnvironment, RATE_LIMIT_SESSION: '100000' } });
});
afterAll(() => server.stop());

async function ask(token: string, path: string, input: object, of: TestTenant) {
  const { body } = await server.call(path, input, { token, headers: { 'Workspace-Id': of.publicId } });
  return body.error?.data.code ?? body.result.data;
}
const organizationOf = (of: TestTenant) => ({ organizationId: toPublicId('organization', of.organizationId) });
const inWorkspace = (of: TestTenant, role: Role) =>
  createPerson(server, { role, organizationId: of.organizationId, workspaceId: of.workspaceId });
async function memberOf(of: TestTenant, person: TestPerson, place: object = {}): Promise<Member> {
  const { items } = await ask(of.apiKey, 'members.list', { limit: 200, ...place }, of);
  return items.find(({ userId }: Member) => userId === toPublicId('user', person.userId));
}
/** An organization with one owner and a member. */
async function plant() {
  const of = await server.createTenant();
  const owner = await createPerson(server, { role: 'org_admin', organizationId: of.organizationId });
  const { items } = await ask(of.apiKey, 'members.list', { limit: 200, ...organizationOf(of) }, of);
  await ask(of.apiKey, 'members.remove', { id: items[0].id }, of);
  const heir = await createPerson(server, { role: 'viewer', organizationId: of.organizationId });
  const place = organizationOf(of);
  return { of, owner, heir, place, id: (await memberOf(of, heir, place)).id };
}
const forget = (person: TestPerson) =>
  server.platform.app.database.readOrganization(
    `update user_session set confirmed_at = now() - interval '11 minutes' where user_id = $1`,
    [person.userId],
  );

describe('the ownership of an organization', () => {
  it('is handed to another member in one step, who is told by mail as the one before is', async () => {
    const { of, owner, heir, place, id } = await plant();
    const seen: Member[] = (await ask(owner.token, 'members.list', { limit: 50, ...place }, of)).items;
    expect(seen.filter(({ canBecomeOwner }) => canBecomeOwner).map((member) => member.id)).toEqual([id]);
    expect(
      await ask(owner.token, 'members.update', { id: (await memberOf(of, owner, place)).id, role: 'viewer' }, of),
    ).toBe('member.last_owner');
    expect(await ask(owner.token, 'ownership.transfer', { id, role: 'campaign_manager' }, of)).toMatchObject({
      owner: { id, role: 'org_admin' },
      before: { role: 'campaign_manager' },
    });
    expect((await memberOf(of, heir, place)).role).toBe('org_admin');
    await expect.poll(() => ask(heir.token, 'apiKeys.list', {}, of)).toMatchObject({ items: expect.anything() });
    await expect.poll(() => ask(owner.token, 'members.list', {}, of)).toBe('auth.permission_denied');
    expect((await mailsTo(server, heir.email)).map(({ kind, subject }) => [kind, subject])).toEqual([
      ['ownership-notice', expect.stringMatching(/^You own .+ now$/)],
    ]);
    expect((await mailsTo(server, owner.email)).map(({ subject }) => subject)).toEqual([
      expect.stringMatching(/^You handed .+ over$/),
    ]);
    const acts = await server.platform.app.database.read(
      of.organizationId,
      `select act from audit_log where workspace_id = $1 and act = 'ownership.transfer' and outcome = 'ok' and $2 = any(subjects)`,
      [of.organizationId, id],
    );
    expect(acts).toHaveLength(1);
  });

  it('is handed over only by a person who showed a moment ago that it is them', async () => {
    const { of, owner, id } = await plant();
    await forget(owner);
    const transfer = (token: string) => ask(token, 'ownership.transfer', { id, role: 'viewer' }, of);
    expect(await transfer(owner.token)).toBe('auth.confirmation_required');
    expect(await transfer(of.apiKey)).toBe('account.no_person');
    await ask(owner.token, 'account.confirm', { password: testPassword }, of);
    expect(await transfer(owner.token)).toMatchObject({ owner: { id } });
  });

  it('is handed over by nobody who does not own it, to nobody who is not an active member of it, and not kept', async () => {
    const { of, owner, heir, place, id } = await plant();
    const transfer = (token: string, to: string, role: string = 'viewer') =>
      ask(token, 'ownership.transfer', { id: to, role }, of);
    const admin = await createPerson(server, { role: 'workspace_admin', organizationId: of.organizationId });
    expect(await transfer(admin.token, id)).toBe('ownership.not_owner');
    expect(await transfer(heir.token, id)).toBe('auth.permission_denied');
    expect(await transfer(owner.token, (await memberOf(of, owner, place)).id)).toBe('member.is_you');
    expect(await transfer(owner.token, id, 'org_admin')).toBe('ownership.role_wrong');
    expect(await transfer(owner.token, id, `rol_${'0'.repeat(32)}`)).toBe('role.not_found');
    await ask(of.apiKey, 'members.deactivate', { id }, of);
    expect(await transfer(owner.token, id)).toBe('member.deactivated');
    const elsewhere = await plant();
    expect(await transfer(owner.token, elsewhere.id)).toBe('member.not_found');
    expect((await memberOf(of, owner, place)).role).toBe('org_admin');
    expect(await mailsTo(server, owner.email)).toEqual([]);
  });

  it('stays with somebody when the owner hands it over twice at once, and when two owners do to each other', async () => {
    const { of, owner, place, id } = await plant();
    const other = await memberOf(
      of,
      await createPerson(server, { role: 'viewer', organizationId: of.organizationId }),
      place,
    );
    const twice = await Promise.all(
      [id, other.id].map((to) => ask(owner.token, 'ownership.transfer', { id: to, role: 'viewer' }, of)),
    );
    expect(twice.filter((each) => typeof each !== 'string')).toHaveLength(1);
    const owners = async () =>
      (await ask(of.apiKey, 'members.list', { limit: 50, ...place }, of)).items.filter(
        ({ role }: Member) => role === 'org_admin',
      );
    expect(await owners()).toHaveLength(1);
    const pair = await plant();
    const second = await createPerson(server, { role: 'org_admin', organizationId: pair.of.organizationId });
    const [a, b] = [await memberOf(pair.of, pair.owner, pair.place), await memberOf(pair.of, second, pair.place)];
    await Promise.all([
      ask(pair.owner.token, 'ownership.transfer', { id: b.id, role: 'viewer' }, pair.of),
      ask(second.token, 'ownership.transfer', { id: a.id, role: 'viewer' }, pair.of),
    ]);
    const left = (await ask(pair.of.apiKey, 'members.list', { limit: 50, ...pair.place }, pair.of)).items;
    expect(left.filter(({ role }: Member) => role === 'org_admin')).toHaveLength(1);
  });
});

describe('the ownership of a workspace', () => {
  it('is handed over within it, also for a role that was made', async () => {
    const of = await server.createTenant();
    const [owner, heir] = [await inWorkspace(of, 'workspace_admin'), await inWorkspace(of, 'client')];
    const role = await ask(of.apiKey, 'roles.create', { name: 'Former owner', permissions: ['lead.read'] }, of);
    const { id } = await memberOf(of, heir);
    expect(await ask(owner.token, 'ownership.transfer', { id, role: role.id }, of)).toMatchObject({
      owner: { role: 'workspace_admin' },
      before: { role: role.id, madeRole: { name: 'Former owner' } },
    });
    const above = await createPerson(server, { role: 'viewer', organizationId: of.organizationId });
    const inherited = (await memberOf(of, above)).id;
    await expect
      .poll(() => ask(heir.token, 'ownership.transfer', { id: inherited, role: 'viewer' }, of))
      .toBe('member.inherited');
  });
});
