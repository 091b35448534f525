import { toPublicId } from '@tabard/contract';
import { permissions } from '@tabard/contract/permissions';
import { insertEmbedSession, readMembershipsOf } from '#features/identity/embed-session';
import { findUserSession } from '#features/identity/session';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  createPerson,
  startTestServer,
  testOrigin,
  type Answer,
  type TestServer,
  type TestTenant,
} from '../../../../test/fixture/index.ts';

let server: TestServer;
let tenant: TestTenant;
let organizationId: string;
beforeAll(async () => {
  // Tests say which address they come from, as a proxy in front would.
  server = await startTestServer({ env: { TRUST_PROXY: 'true', RATE_LIMIT_MINTING: '1000' } });
  tenant = await server.createTenant();
  organizationId = toPublicId('organization', tenant.organizationId);
});
afterAll(() => server.stop());

const codeOf = ({ body }: Answer) => body.error?.data.code;
const dataOf = ({ body }: Answer) => body.result?.data;
const act = (name: string, input: object, token = tenant.apiKey, headers = {}) =>
  server.call(`apiKeys.${name}`, input, { token, headers });
const make = async (more: object = {}) =>
  dataOf(await act('create', { organizationId, name: 'Portal', permissions: ['workspace.read'], ...more }));
const use = (token: string, from = '192.0.2.1') =>
  server.call('sessions.current', {}, { token, headers: { 'X-Forwarded-For': from } });
const list = async (filter?: object) => dataOf(await act('list', { organizationId, limit: 200, filter })).items;
const find = async (id: string) => (await list()).find((key: { id: string }) => key.id === id);

describe('the networks of an API key', () => {
  it('let it in from inside and refuse it from elsewhere, by name and in the audit log', async () => {
    const key = await make({ networks: ['203.0.113.9/24', '2001:db8::/32'] });
    expect(key.networks).toEqual(['203.0.113.0/24', '2001:db8::/32']);
    expect((await use(key.secret, '203.0.113.77')).status).toBe(200);
    expect((await use(key.secret, '2001:db8:5::1')).status).toBe(200);
    const refused = await use(key.secret, '198.51.100.1');
    expect([refused.status, codeOf(refused)]).toEqual([403, 'auth.address_not_allowed']);
    expect(refused.body.error.message).toContain('198.51.100.1');
    await use(key.secret, '198.51.100.1');
    const noted = async () =>
      dataOf(
        await server.call(
          'auditLog.list',
          { scope: 'organization', filter: { subject: key.id, outcome: 'auth.address_not_allowed' } },
          { token: tenant.apiKey, headers: { 'Workspace-Id': tenant.publicId } },
        ),
      ).items;
    await expect.poll(noted).toEqual([
      expect.objectContaining({
        action: 'apiKeys.use',
        ip: '198.51.100.1',
        actor: expect.objectContaining({ name: 'Portal' }),
      }),
    ]);
  });

  it('are checked in words', async () => {
    for (const wrong of ['203.0.113.0/33', '300.1.1.1', 'portal.example.com', '2001:db8::/129', '']) {
      const answer = await act('create', { organizationId, name: 'k', permissions: ['lead.read'], networks: [wrong] });
      expect([answer.status, codeOf(answer)]).toEqual([400, 'request.invalid']);
      expect(answer.body.error.data.details[0]).toMatchObject({
        path: 'networks.0',
        message: expect.stringContaining('203.0.113.0/24'),
      });
    }
  });

  it('can be changed, with its name and its end; what is not given stays', async () => {
    const key = await make({ expiresAt: '2100-01-01T00:00:00.000Z' });
    const renamed = dataOf(await act('update', { id: key.id, name: 'Portal of Harbour' }));
    expect(renamed).toMatchObject({ name: 'Portal of Harbour', networks: [], expiresAt: '2100-01-01T00:00:00.000Z' });
    expect((await use(key.secret)).status).toBe(200);
    await act('update', { id: key.id, networks: ['203.0.113.1'], expiresAt: null });
    await expect.poll(async () => codeOf(await use(key.secret))).toBe('auth.address_not_allowed');
    expect(await find(key.id)).toMatchObject({ name: 'Portal of Harbour', expiresAt: null });
  });

  it('close streams that are open from elsewhere, and leave the others', async () => {
    const key = await make({ permissions: [...permissions] });
    const open = async (from: string) => {
      const response = await fetch(`${server.url}/rpc/events.stream`, {
        method: 'POST',
        headers: {
          'Content-Type': 'application/json',
          'X-Forwarded-For': from,
          'Workspace-Id': tenant.publicId,
          Authorization: `Bearer ${key.secret}`,
        },
        body: '{}',
      });
      expect(response.status).toBe(200);
      let isOver = false;
      const reader = response.body!.getReader();
      const read = async (): Promise<void> => {
        while (!(await reader.read()).done);
      };
      void read()
        .catch(() => {})
        .finally(() => (isOver = true));
      return { isOver: () => isOver, close: () => reader.cancel() };
    };
    const [inside, outside] = [await open('203.0.113.1'), await open('198.51.100.1')];
    await act('update', { id: key.id, networks: ['203.0.113.0/24'] });
    await expect.poll(outside.isOver).toBe(true);
    expect(inside.isOver()).toBe(false);
    await act('revoke', { id: key.id });
    await expect.poll(inside.isOver).toBe(true);
  });
});

describe('an API key', () => {
  it('says when and from where it was used last', async () => {
    const key = await make();
    expect(await find(key.id)).toMatchObject({ lastUsedAt: null, lastUsedFrom: null });
    await use(key.secret, '203.0.113.5');
    await expect
      .poll(() => find(key.id))
      .toMatchObject({ lastUsedFrom: '203.0.113.5', lastUsedAt: expect.any(String) });
  });

  it('is listed among those that hold or those that ended', async () => {
    const [kept, revoked, past] = [await make(), await make(), await make({ expiresAt: '2020-01-01T00:00:00.000Z' })];
    await act('revoke', { id: revoked.id });
    const ids = async (state: string) => (await list({ state })).map(({ id }: { id: string }) => id);
    expect(await ids('active')).toContain(kept.id);
    expect(await ids('ended')).toEqual(expect.arrayContaining([revoked.id, past.id]));
    expect(await ids('active')).not.toEqual(expect.arrayContaining([revoked.id]));
    expect(await find(past.id)).toMatchObject({ state: 'ended', secrets: [] });
  });
});

describe('rotating an API key', () => {
  it('gives another secret, and the one before works for the chosen time and then ends by itself', async () => {
    const key = await make();
    const rotated = dataOf(await act('rotate', { id: key.id, overlap: 3600 }));
    expect(rotated.id).toBe(key.id);
    expect(rotated.secret).not.toBe(key.secret);
    expect([(await use(key.secret)).status, (await use(rotated.secret)).status]).toEqual([200, 200]);
    expect(rotated.secrets).toEqual([
      { hint: rotated.secret.slice(-4), createdAt: expect.any(String), endsAt: null },
      { hint: key.secret.slice(-4), createdAt: null, endsAt: expect.any(String) },
    ]);
    await server.platform.app.database.readOrganization(
      `update api_key set previous_until = now() - interval '1 second' where hint = $1`,
      [rotated.hint],
    );
    await expect.poll(async () => (await use(key.secret)).status).toBe(401);
    expect((await use(rotated.secret)).status).toBe(200);
    expect((await find(key.id)).secrets).toHaveLength(1);
  });

  it('ends the secret before at once where nothing else was chosen, and never keeps more than two', async () => {
    const key = await make();
    const second = dataOf(await act('rotate', { id: key.id, overlap: 3600 }));
    const third = dataOf(await act('rotate', { id: key.id, overlap: 3600 }));
    await expect.poll(async () => (await use(key.secret)).status).toBe(401);
    expect([(await use(second.secret)).status, (await use(third.secret)).status]).toEqual([200, 200]);
    const last = dataOf(await act('rotate', { id: key.id, overlap: 0 }));
    await expect
      .poll(async () => [(await use(second.secret)).status, (await use(third.secret)).status])
      .toEqual([401, 401]);
    expect(last.secrets).toHaveLength(1);
  });

  it('is refused for more than seven days, and of a key that ended', async () => {
    const key = await make();
    expect(codeOf(await act('rotate', { id: key.id, overlap: 604_801 }))).toBe('request.invalid');
    await act('revoke', { id: key.id });
    expect(codeOf(await act('rotate', { id: key.id }))).toBe('api_key.ended');
  });

  it('hands nobody more than they have', async () => {
    const weak = await server.createKey(tenant, { permissions: ['api_key.manage'], wide: true });
    const key = await make({ permissions: ['lead.write'] });
    expect(codeOf(await act('rotate', { id: key.id }, weak))).toBe('api_key.scope_exceeded');
  });
});

describe('whoever is let into one workspace only', () => {
  it('makes, sees and ends keys of that workspace, and no others', async () => {
    const narrow = await server.createKey(tenant, { permissions: ['api_key.manage', 'lead.read'] });
    const made = dataOf(await act('create', { name: 'Of the workspace', permissions: ['lead.read'] }, narrow));
    expect(made).toMatchObject({ organizationId, workspaceId: tenant.publicId });
    const wide = await make();
    expect(codeOf(await act('create', { organizationId, name: 'k', permissions: ['lead.read'] }, narrow))).toBe(
      'organization.not_found',
    );
    const seen = dataOf(await act('list', { limit: 200 }, narrow)).items;
    expect(seen.every(({ workspaceId }: { workspaceId: string }) => workspaceId === tenant.publicId)).toBe(true);
    for (const name of ['update', 'rotate', 'revoke'])
      expect(codeOf(await act(name, { id: wide.id }, narrow))).toBe('api_key.not_found');
    expect(dataOf(await act('grantable', {}, narrow))).toEqual({
      permissions: ['api_key.manage', 'lead.read'],
      branch: null,
    });
    expect((await act('revoke', { id: made.id }, narrow)).status).toBe(200);
  });
});

describe('a page that a person of ours opened', () => {
  const pageOf = async (role: 'org_admin' | 'workspace_admin') => {
    const place = { organizationId: tenant.organizationId };
    const person = await createPerson(server, {
      role,
      ...place,
      ...(role === 'workspace_admin' && { workspaceId: tenant.workspaceId }),
    });
    const { app } = server.platform;
    const session = (await findUserSession(app, person.token))!;
    const memberships = await readMembershipsOf(app, session.userId);
    const { secret } = await app.database.control((_em, sql) =>
      insertEmbedSession(sql, {
        ...place,
        workspaceId: tenant.workspaceId,
        user: { externalId: 'u', name: 'Person', email: null },
        widgets: {},
        permissions: ['workspace.read', 'api_key.manage'],
        origins: [testOrigin],
        expiresIn: 600,
        signIn: { userSessionId: session.sessionId, memberships },
      }),
    );
    return secret;
  };

  it('reaches the keys of the organization that they administer, with all that they may give', async () => {
    const page = await pageOf('org_admin');
    const headers = { Origin: testOrigin };
    const wide = await make();
    expect(dataOf(await act('grantable', {}, page, headers))).toEqual({
      permissions: [...permissions],
      branch: { id: organizationId, name: expect.any(String) },
    });
    const seen = dataOf(await act('list', { limit: 200 }, page, headers)).items;
    expect(seen.map(({ id }: { id: string }) => id)).toContain(wide.id);
    const made = await act(
      'create',
      { organizationId, name: 'Made', permissions: ['embed_session.create'] },
      page,
      headers,
    );
    expect(made.status).toBe(200);
  });

  it('reaches only its workspace where they administer no more', async () => {
    const page = await pageOf('workspace_admin');
    const wide = await make();
    const headers = { Origin: testOrigin };
    expect(codeOf(await act('revoke', { id: wide.id }, page, headers))).toBe('api_key.not_found');
    expect(
      codeOf(await act('create', { organizationId, name: 'k', permissions: ['workspace.read'] }, page, headers)),
    ).toBe('organization.not_found');
  });
});
