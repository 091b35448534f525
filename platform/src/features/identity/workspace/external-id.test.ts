import { toPublicId } from '@tabard/contract';
import { newId } from '#kernel';
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
let other: TestTenant;
let organizationId: string;
beforeAll(async () => {
  server = await startTestServer();
  [tenant, other] = [await server.createTenant(), await server.createTenant()];
  organizationId = toPublicId('organization', tenant.organizationId);
});
afterAll(() => server.stop());

const codeOf = ({ body }: Answer) => body.error?.data.code;
const dataOf = ({ body }: Answer) => body.result?.data;
const call = (name: string, input: object, { token = tenant.apiKey, workspace = '' } = {}) =>
  server.call(name, input, { token, headers: workspace ? { 'Workspace-Id': workspace } : {} });
const make = (externalId: string, into = organizationId) =>
  call('workspaces.create', { organizationId: into, name: 'Client', externalId });
const branch = async () =>
  dataOf(await call('organizations.create', { parentId: organizationId, name: 'Agency', slug: `a-${newId()}` })).id;

describe('the external id of a workspace', () => {
  it('finds it, by whoever reaches it and by nobody else', async () => {
    const made = dataOf(await make('crm/4711'));
    expect(made.externalId).toBe('crm/4711');
    expect(dataOf(await call('workspaces.get', { externalId: 'crm/4711' }))).toEqual(made);
    expect(codeOf(await call('workspaces.get', { externalId: 'crm/4711' }, { token: other.apiKey }))).toBe(
      'workspace.not_found',
    );
    const narrow = await server.createKey(tenant);
    expect(codeOf(await call('workspaces.get', { externalId: 'crm/4711' }, { token: narrow }))).toBe(
      'workspace.not_found',
    );
    for (const input of [{}, { id: made.id, externalId: 'crm/4711' }])
      expect(codeOf(await call('workspaces.get', input))).toBe('request.invalid');
  });

  it('is there once in an organization, and can be given, changed and taken away', async () => {
    const [one, two] = [dataOf(await make('once')), dataOf(await make('twice'))];
    expect(codeOf(await make('once'))).toBe('workspace.external_id_taken');
    expect(codeOf(await call('workspaces.update', { id: two.id, externalId: 'once' }))).toBe(
      'workspace.external_id_taken',
    );
    expect(dataOf(await call('workspaces.update', { id: one.id, name: 'Renamed' })).externalId).toBe('once');
    expect(dataOf(await call('workspaces.update', { id: one.id, externalId: null })).externalId).toBeNull();
    expect(dataOf(await call('workspaces.update', { id: two.id, externalId: 'once' })).externalId).toBe('once');
    expect(codeOf(await make('with space'))).toBe('request.invalid');
  });

  it('is free in every organization; where several have it, the organization says which', async () => {
    const below = await branch();
    const [upper, lower] = [dataOf(await make('same')), dataOf(await make('same', below))];
    expect(codeOf(await call('workspaces.get', { externalId: 'same' }))).toBe('workspace.external_id_ambiguous');
    expect(dataOf(await call('workspaces.get', { externalId: 'same', organizationId })).id).toBe(upper.id);
    expect(dataOf(await call('workspaces.get', { externalId: 'same', organizationId: below })).id).toBe(lower.id);
    expect(codeOf(await call('leads.list', {}, { workspace: 'external:same' }))).toBe(
      'workspace.external_id_ambiguous',
    );
  });

  it('stands where a request names its workspace, for keys and people, in the whole branch', async () => {
    const { id } = dataOf(await make('deep-1', await branch()));
    const { token } = await createPerson(server, { role: 'org_admin', organizationId: tenant.organizationId });
    for (const each of [tenant.apiKey, token]) {
      const made = await call(
        'leads.create',
        { email: `${newId()}@client.example` },
        { token: each, workspace: 'external:deep-1' },
      );
      expect(made.status).toBe(200);
      expect(
        dataOf(await call('sessions.current', {}, { token: each, workspace: 'external:deep-1' })).workspace.id,
      ).toBe(id);
    }
    for (const workspace of ['external:deep-1', 'external:', 'external:nothing'])
      expect(codeOf(await call('leads.list', {}, { token: other.apiKey, workspace }))).toBe('workspace.not_found');
  });
});
