import { toPublicId, type InvitationAnswer } from '@tabard/contract';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  createPerson,
  startTestServer,
  testOrigin,
  testPassword,
  type TestServer,
  type TestTenant,
} from '../../../../test/fixture/index.ts';
import { newId } from '#kernel';

const hosted = 'https://app.agency.example';
const password = 'a password that is long enough';

let server: TestServer;
let tenant: TestTenant;
beforeAll(async () => {
  server = await startTestServer({
    env: { HOSTED_URL: hosted, PUBLIC_URL: 'https://api.agency.example', RATE_LIMIT_ADDRESS: '1000' },
  });
  tenant = await server.createTenant();
});
afterAll(() => server.stop());

async function ask(token: string, path: string, input: object = {}) {
  const { body } = await server.call(path, input, {
    token,
    headers: { 'Workspace-Id': tenant.publicId, Origin: testOrigin },
  });
  return body.error?.data.code ?? body.result.data;
}
const invite = async (emails: string[], more: object = {}, token = tenant.apiKey): Promise<InvitationAnswer[]> =>
  (await ask(token, 'invitations.create', { emails, role: 'viewer', ...more })).items;
const codeOf = (link: string | null | undefined) => new URL(link ?? '').hash.slice(1);
const someone = () => `${newId()}@client.example`;
async function post(path: string, body: object) {
  const response = await fetch(server.url + path, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', Origin: hosted, 'Sec-Fetch-Site': 'same-origin' },
    body: JSON.stringify(body),
  });
  const cookie = response.headers.get('set-cookie')?.split(';')[0] ?? '';
  return { body: (await response.json()) as Record<string, string>, cookie };
}
const look = async (code: string) => (await post('/invitation/look', { code })).body;
const accept = (code: string, more: object = {}) => post('/invitation', { code, password, name: 'Grace', ...more });
const membersOf = async () =>
  (await ask(tenant.apiKey, 'members.list', { limit: 200 })).items as { email: string; role: string }[];

describe('an invitation', () => {
  it('is made for several addresses at once, and each is answered for itself', async () => {
    const member = await createPerson(server, { role: 'viewer', organizationId: tenant.organizationId });
    const [fresh, again] = [someone(), someone()];
    const [first] = await invite([again]);
    const answers = await invite([fresh, again, member.email, 'nonsense', fresh.toUpperCase()]);
    expect(answers.map(({ email, outcome }) => [email, outcome])).toEqual([
      [fresh, 'invited'],
      [again, 'renewed'],
      [member.email, 'member'],
      ['nonsense', 'invalid'],
    ]);
    expect(answers[0]?.link).toMatch(/^https:\/\/app\.agency\.example\/invitation#iv_\w{38}$/);
    expect(answers[1]?.invitation?.id).toBe(first?.invitation?.id);
    // The mail that arrived before stays good.
    expect(await look(codeOf(first?.link))).toMatchObject({ title: 'Join Test workspace' });
    const { items } = await ask(tenant.apiKey, 'invitations.list', { limit: 200 });
    expect(items.filter(({ email }: { email: string }) => email === again)).toMatchObject([
      { state: 'open', mail: { state: 'unset' }, canManage: true },
    ]);
  });

  it('gives no role above that of whoever invites', async () => {
    const at = { organizationId: tenant.organizationId, workspaceId: tenant.workspaceId };
    const admin = await createPerson(server, { role: 'workspace_admin', ...at });
    expect(await ask(admin.token, 'invitations.create', { emails: [someone()], role: 'org_admin' })).toBe(
      'member.role_misplaced',
    );
    expect((await invite([someone()], { role: 'workspace_admin' }, admin.token))[0]?.outcome).toBe('invited');
    const organizationId = toPublicId('organization', tenant.organizationId);
    expect(await ask(admin.token, 'invitations.create', { emails: [someone()], role: 'viewer', organizationId })).toBe(
      'organization.not_found',
    );
    expect(
      await ask(tenant.apiKey, 'invitations.create', { emails: [someone()], role: 'super_admin', organizationId }),
    ).toBe('member.role_misplaced');
    const manager = await createPerson(server, { role: 'campaign_manager', ...at });
    expect(await ask(manager.token, 'invitations.create', { emails: [someone()], role: 'client' })).toBe(
      'auth.permission_denied',
    );
  });

  it('hands no link to a page whose user a host vouches for, which gives what it has itself and no more', async () => {
    const [made] = await invite([someone()], { role: 'client' }, tenant.embedToken);
    expect(made).toMatchObject({ outcome: 'invited', link: null });
    expect(await ask(tenant.embedToken, 'invitations.createLink', { id: made?.invitation?.id })).toBe(
      'auth.permission_denied',
    );
    expect(await ask(tenant.embedToken, 'invitations.create', { emails: [someone()], role: 'workspace_admin' })).toBe(
      'member.role_exceeded',
    );
  });
});

describe('who has the link', () => {
  it('says who they are, chooses a password, and stands in the workspace with the role', async () => {
    const email = someone();
    const [made] = await invite([email], { role: 'outreach_specialist' });
    const code = codeOf(made?.link);
    expect(await look(code)).toEqual({
      title: 'Join Test workspace',
      text: `Say who you are and choose a password. You will sign in as ${email}.`,
      fields: null,
    });
    expect((await accept(code, { name: undefined })).body['code']).toBe('request.invalid');
    expect((await accept(code, { password: 'short' })).body['code']).toBe('user.password_short');
    const { body, cookie } = await accept(code);
    expect(body['url']).toBe(`${hosted}/app/${tenant.publicId}`);
    expect(cookie).toMatch(/^__Host-app-session=us_/);
    expect(await membersOf()).toEqual(
      expect.arrayContaining([expect.objectContaining({ email, role: 'outreach_specialist' })]),
    );
    expect((await look(code))['code']).toBe('invitation.link_used');
    expect((await accept(code)).body['code']).toBe('invitation.link_used');
    const other = await server.createTenant();
    const { body: signedIn } = await server.call('sessions.signIn', { email, password });
    const foreign = await server.call(
      'leads.list',
      {},
      { token: signedIn.result.data.token, headers: { 'Workspace-Id': other.publicId } },
    );
    expect(foreign.status).toBe(404);
  });

  it('and can sign in already gives the password they have, and nothing else lets them in', async () => {
    const other = await server.createTenant();
    const person = await createPerson(server, { role: 'viewer', organizationId: other.organizationId });
    const [made] = await invite([person.email]);
    const code = codeOf(made?.link);
    expect((await look(code))['text']).toBe(`Sign in as ${person.email} to accept the invitation.`);
    expect((await accept(code)).body['code']).toBe('auth.invalid_credentials');
    expect((await accept(code, { password: testPassword, name: undefined })).body['url']).toBe(
      `${hosted}/app/${tenant.publicId}`,
    );
  });

  it('is told at once what became of it', async () => {
    const [used, expired, revoked] = await invite([someone(), someone(), someone()]);
    await accept(codeOf(used?.link));
    await ask(tenant.apiKey, 'invitations.revoke', { id: revoked?.invitation?.id });
    await server.platform.app.database.readOrganization(
      `update invitation set expires_at = now() - interval '1 second' where email = $1`,
      [expired?.email],
    );
    const codes = [used, expired, revoked].map((each) => codeOf(each?.link));
    for (const [index, code] of [...codes, 'iv_nonsense', `${codes[0] ?? ''}x`].entries())
      expect([index, (await look(code))['code']]).toEqual([
        index,
        [
          'invitation.link_used',
          'invitation.link_expired',
          'invitation.link_revoked',
          'invitation.link_wrong',
          'invitation.link_wrong',
        ][index],
      ]);
    // Sent again, the expired one is good once more, by each of its links.
    await ask(tenant.apiKey, 'invitations.resend', { id: expired?.invitation?.id });
    expect((await look(codes[1] ?? ''))['code']).toBeUndefined();
    expect(await ask(tenant.apiKey, 'invitations.resend', { id: revoked?.invitation?.id })).toBe('invitation.not_open');
  });

  it('can be one of two who come at once, and one of them gets in', async () => {
    const [made] = await invite([someone()]);
    const answers = await Promise.all([1, 2].map(() => accept(codeOf(made?.link))));
    expect(answers.filter(({ body }) => body['url'])).toHaveLength(1);
  });

  it('of a further link gets in by it, and the first one is good until then', async () => {
    const [made] = await invite([someone()]);
    const { link } = await ask(tenant.userToken, 'invitations.createLink', { id: made?.invitation?.id });
    expect((await look(codeOf(made?.link)))['code']).toBeUndefined();
    expect((await accept(codeOf(link))).body['url']).toBeDefined();
    expect((await look(codeOf(made?.link)))['code']).toBe('invitation.link_used');
  });

  it('only then sees a page of our own origin answer', async () => {
    const [made] = await invite([someone()]);
    const response = await fetch(`${server.url}/invitation/look`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', Origin: 'https://evil.example' },
      body: JSON.stringify({ code: codeOf(made?.link) }),
    });
    expect(response.status).toBe(403);
    const page = await fetch(`${server.url}/invitation`, { headers: { 'Accept-Language': 'fr' } });
    expect(page.headers.get('content-security-policy')).toContain(`frame-ancestors 'none'`);
    expect(await page.text()).toMatch(/lang="fr"[\s\S]+Accepter l’invitation/);
  });
});
