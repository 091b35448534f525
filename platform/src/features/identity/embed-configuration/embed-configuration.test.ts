import { toPublicId } from '@tabard/contract';
import { newId } from '#kernel';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestServer, testOrigin, type TestServer, type TestTenant } from '../../../../test/fixture/index.ts';

let server: TestServer;
/** One agency's client, and one of another agency of the same vendor. */
let client: TestTenant;
let stranger: TestTenant;
const vendorId = newId();
beforeAll(async () => {
  server = await startTestServer();
  [client, stranger] = [await server.createTenant(), await server.createTenant()];
  await server.platform.app.database.control(async (_em, sql) => {
    await sql(`insert into organization (id, kind, name, slug) values ($1, 'vendor', 'Vendor', 'vendor')`, [vendorId]);
    await sql('update organization set parent_id = $1 where id = any($2)', [
      vendorId,
      [client.organizationId, stranger.organizationId],
    ]);
  });
});
afterAll(() => server.stop());

const call = (name: string, input: object, tenant = client) =>
  server.call(`embedConfigurations.${name}`, input, {
    token: tenant.apiKey,
    headers: { 'Workspace-Id': tenant.publicId },
  });
const current = async (tenant: TestTenant) =>
  (
    await server.call(
      'sessions.current',
      {},
      { token: tenant.embedToken, headers: { 'Workspace-Id': tenant.publicId, Origin: testOrigin } },
    )
  ).body.result.data;
const agency = () => toPublicId('organization', client.organizationId);
/** The vendor's own people are none of the test's; what they say is there already. */
const vendorSays = (widget: string, settings: object) =>
  server.platform.app.database.readOrganization(
    `insert into organization_embed_configuration (organization_id, widget, settings) values ($1, $2, $3)`,
    [vendorId, widget, settings],
  );
const eventsOf = (tenant: TestTenant) =>
  tenant.scope.read<{ data: { widgets: string[]; by: string } }>(
    `select data from event where type = 'embed_configuration.updated' order by id`,
  );

describe('what widgets show by default', () => {
  it('is not mentioned where nobody said anything', async () => {
    expect(await current(client)).not.toHaveProperty('configuration');
  });

  it('comes down the tree part by part, and the nearest word wins', async () => {
    await vendorSays('lead-table', { columns: ['name'], actions: ['import'], hidden: ['filters'] });
    await call('updateForOrganization', {
      organizationId: agency(),
      configuration: { 'lead-table': { columns: ['name', 'company'] }, inbox: { hidden: ['search'] } },
    });
    const own = { 'lead-table': { actions: [], defaultFilter: { tag: 'vip', status: ['new'] } } };
    const answer = await call('update', { configuration: own });
    expect(answer.body.result.data).toEqual({
      workspaceId: client.publicId,
      ownConfiguration: own,
      configuration: {
        'lead-table': { columns: ['name', 'company'], hidden: ['filters'], ...own['lead-table'] },
        inbox: { hidden: ['search'] },
      },
    });
    expect((await call('get', {})).body.result.data).toEqual(answer.body.result.data);
    const agencyView = (await call('getForOrganization', { organizationId: agency() })).body.result.data;
    expect(agencyView.configuration['lead-table']).toEqual({
      columns: ['name', 'company'],
      actions: ['import'],
      hidden: ['filters'],
    });
    expect(agencyView.ownConfiguration['lead-table']).toEqual({ columns: ['name', 'company'] });
  });

  it('is part of the one answer that elements begin with', async () => {
    expect((await current(client)).configuration).toEqual((await call('get', {})).body.result.data.configuration);
    expect((await current(stranger)).configuration).toEqual({
      'lead-table': { columns: ['name'], actions: ['import'], hidden: ['filters'] },
    });
  });

  it('is inherited again once the workspace takes back its word', async () => {
    const { configuration, ownConfiguration } = (await call('update', { configuration: { 'lead-table': null } })).body
      .result.data;
    expect(configuration['lead-table'].actions).toEqual(['import']);
    expect(ownConfiguration).toEqual({});
  });

  it('tells the pages of every workspace below, and nobody beside', async () => {
    const before = [await eventsOf(client), await eventsOf(stranger)];
    await call('updateForOrganization', { organizationId: agency(), configuration: { inbox: { hidden: [] } } });
    const [own, beside] = [await eventsOf(client), await eventsOf(stranger)];
    expect(beside).toEqual(before[1]);
    expect(own.slice(before[0]!.length).map(({ data }) => data)).toEqual([
      { widgets: ['inbox'], by: expect.stringMatching(/^key_/) },
    ]);
  });
});

describe('a change', () => {
  it('is refused when it names an unknown widget or part, and nothing is kept of it', async () => {
    const before = (await call('get', {})).body.result.data;
    for (const configuration of [
      { inboxx: { hidden: [] } },
      { inbox: { colour: 'red' } },
      { inbox: { columns: ['<script>'] } },
    ])
      expect((await call('update', { configuration })).status).toBe(400);
    expect((await call('get', {})).body.result.data).toEqual(before);
  });

  it('needs the right to manage, and no page has it', async () => {
    const page = await server.call(
      'embedConfigurations.update',
      { configuration: {} },
      { token: client.embedToken, headers: { Origin: testOrigin } },
    );
    expect([page.status, page.body.error.data.code]).toEqual([403, 'auth.permission_denied']);
  });

  it('of an organization outside the branch is a 404', async () => {
    const answer = await call('updateForOrganization', {
      organizationId: toPublicId('organization', vendorId),
      configuration: { inbox: { hidden: ['search'] } },
    });
    expect([answer.status, answer.body.error.data.code]).toEqual([404, 'organization.not_found']);
  });

  it('sent again under its key is answered once and told once', async () => {
    const before = (await eventsOf(client)).length;
    const again = () =>
      server.call(
        'embedConfigurations.updateForOrganization',
        { organizationId: agency(), configuration: { inbox: { hidden: ['error'] } } },
        { token: client.apiKey, headers: { 'Idempotency-Key': 'once' } },
      );
    const [first, second] = [await again(), await again()];
    expect(second.body).toEqual(first.body);
    expect((await eventsOf(client)).length).toBe(before + 1);
  });
});
