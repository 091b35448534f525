import { toPublicId } from '@tabard/contract';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  createPerson,
  startTestServer,
  type Answer,
  type TestServer,
  type TestTenant,
} from '../../../../test/fixture/index.ts';

let server: TestServer;
let tenant: TestTenant;
let organizationId: string;
beforeAll(async () => {
  server = await startTestServer({ env: { RATE_LIMIT_MINTING: '1000' } });
  tenant = await server.createTenant();
  organizationId = toPublicId('organization', tenant.organizationId);
});
afterAll(() => server.stop());

const codeOf = ({ body }: Answer) => body.error?.data.code;
const dataOf = ({ body }: Answer) => body.result?.data;
const act = (name: string, input: object, token = tenant.apiKey) => server.call(`apiKeys.${name}`, input, { token });
const make = async (more: object = {}) =>
  dataOf(await act('create', { organizationId, name: 'Portal', permissions: ['workspace.read'], ...more }));
const use = (token: string) => server.call('sessions.current', {}, { token });

describe('changing an API key', () => {
  it('takes no moment that the database cannot hold', async () => {
    const wrong = { expiresAt: '0000-01-01T00:00:00Z' };
    const { id } = await make();
    const made = await act('create', { organizationId, name: 'k', permissions: ['lead.read'], ...wrong });
    expect([codeOf(made), codeOf(await act('update', { id, ...wrong }))]).toEqual([
      'request.invalid',
      'request.invalid',
    ]);
  });

  it('does not bring back one that has ended', async () => {
    const [past, revoked] = [await make({ expiresAt: '2020-01-01T00:00:00.000Z' }), await make()];
    await act('revoke', { id: revoked.id });
    for (const { id } of [past, revoked])
      expect(codeOf(await act('update', { id, expiresAt: null }))).toBe('api_key.ended');
    expect((await use(past.secret)).status).toBe(401);
  });

  it('opens one that may more than its changer neither to other places nor for longer', async () => {
    const weak = await server.createKey(tenant, { permissions: ['api_key.manage'], wide: true });
    const key = await make({ permissions: ['lead.write'], networks: ['203.0.113.1'] });
    for (const change of [{ networks: [] }, { expiresAt: '2100-01-01T00:00:00.000Z' }])
      expect(codeOf(await act('update', { id: key.id, ...change }, weak))).toBe('api_key.scope_exceeded');
    const renamed = await act('update', { id: key.id, name: 'Renamed', networks: ['203.0.113.1/32'] }, weak);
    expect(dataOf(renamed)).toMatchObject({ name: 'Renamed', networks: ['203.0.113.1'] });
  });

  it('asks a person first to show that it is them', async () => {
    const person = await createPerson(server, { role: 'org_admin', organizationId: tenant.organizationId });
    const key = await make();
    await server.platform.app.database.readOrganization(
      `update user_session set confirmed_at = now() - interval '11 minutes' where user_id = $1`,
      [person.userId],
    );
    const asked = await act('update', { id: key.id, networks: ['203.0.113.1'] }, person.token);
    expect(codeOf(asked)).toBe('auth.confirmation_required');
    expect((await act('update', { id: key.id, name: 'Renamed' }, person.token)).status).toBe(200);
  });
});
