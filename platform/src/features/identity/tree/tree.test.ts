import { toPublicId } from '@tabard/contract';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import {
  plantTree,
  startTestServer,
  testOrigin,
  type SettingsTree,
  type TestServer,
} from '../../../../test/fixture/index.ts';

let server: TestServer;
let { workspaces, org, wsp, signIn, ask, settingsOf, say }: SettingsTree = {} as SettingsTree; // planted before each test
beforeAll(async () => {
  server = await startTestServer({ env: { RATE_LIMIT_ADDRESS: '100000', RATE_LIMIT_SESSION: '100000' } });
});
afterAll(() => server.stop());
beforeEach(async () => {
  ({ workspaces, org, wsp, signIn, ask, settingsOf, say } = await plantTree(server));
});

/** A refused credential is remembered for a moment; five seconds is the promise. */
const within = { interval: 100 };
const client = () => ({ workspaceId: wsp('client') });
const agency = () => ({ organizationId: org('agency') });
const codeOf = async (token: string, workspace: keyof SettingsTree['workspaces'] = 'client') =>
  (await ask(token, 'leads.list', {}, workspace)).code ?? 'open';
const above = () => signIn('org_admin', 'vendor');
const shut = (token: string, place: object, reason = 'unpaid') => ask(token, 'tree.suspend', { ...place, reason });

describe('a suspended workspace', () => {
  it('refuses its people, keys and pages within five seconds, and says whom to ask', async () => {
    const [admin, person] = [await above(), await signIn('workspace_admin', 'agency', 'client')];
    await say(admin, 'vendor', { set: { supportEmail: 'help@vendor.example' } });
    const key = await server.createKey({ workspaceId: workspaces.client, organizationId: await agencyId() } as never);
    const { clientSecret } = await ask(admin, 'embedSessions.create', {
      ...client(),
      user: { externalId: 'u1', name: 'Uma' },
      widgets: { 'lead-table': {} },
      origins: [testOrigin],
    });
    const page = async () =>
      (await server.call('leads.list', {}, { token: clientSecret, headers: { Origin: testOrigin } })).body.error?.data;
    expect([await codeOf(person), await codeOf(key), await page()]).toEqual(['open', 'open', undefined]);
    expect(await shut(admin, client())).toMatchObject({ standing: 'suspended', suspendedReason: 'unpaid' });
    for (const token of [person, key]) await expect.poll(() => codeOf(token), within).toBe('workspace.suspended');
    await expect.poll(page, within).toMatchObject({
      code: 'workspace.suspended',
      status: 403,
      details: [{ name: 'help@vendor.example', message: 'Write to help@vendor.example.' }],
    });
    expect(JSON.stringify(await page())).not.toContain('unpaid');
    expect(await codeOf(person, 'beside')).toBe('workspace.not_found');
  });

  it('is open to people of its organization, and to everybody once it is resumed', async () => {
    const [admin, colleague] = [await above(), await signIn('viewer', 'agency')];
    const person = await signIn('workspace_admin', 'agency', 'client');
    await shut(admin, client());
    await expect.poll(() => codeOf(person), within).toBe('workspace.suspended');
    expect([await codeOf(admin), await codeOf(colleague)]).toEqual(['open', 'open']);
    expect(await ask(admin, 'tree.resume', client())).toMatchObject({ standing: 'open', suspendedReason: null });
    await expect.poll(() => codeOf(person), within).toBe('open');
  });

  it('ends the streams of those whom it refuses', async () => {
    const [admin, person] = [await above(), await signIn('workspace_admin', 'agency', 'client')];
    const [theirs, ours] = [await stream(person), await stream(admin)];
    await shut(admin, client());
    await expect.poll(theirs.isOver, within).toBe(true);
    expect(ours.isOver()).toBe(false);
    ours.close();
  });
});

describe('a suspended organization', () => {
  it('takes everything below with it, and lets in those of an organization above', async () => {
    const [admin, own] = [await above(), await signIn('org_admin', 'agency')];
    const person = await signIn('viewer', 'agency', 'client');
    expect(await shut(admin, agency())).toMatchObject({ standing: 'suspended', workspaceId: null });
    await expect.poll(() => codeOf(own), within).toBe('workspace.suspended');
    await expect.poll(() => codeOf(person), within).toBe('workspace.suspended');
    const { body } = await server.call('organizations.list', {}, { token: own });
    expect(body.error.data).toMatchObject({ code: 'organization.suspended', status: 403 });
    expect([await codeOf(admin), await codeOf(admin, 'beside')]).toEqual(['open', 'open']);
    expect(await ask(admin, 'workspaces.get', { id: wsp('client') })).toMatchObject({ standing: 'suspended' });
    expect(await ask(admin, 'workspaces.get', { id: wsp('beside') })).toMatchObject({ standing: 'open' });
    expect(await ask(admin, 'organizations.get', { id: org('agency') })).toMatchObject({ standing: 'suspended' });
  });

  it('shuts what is made or moved below it, too, and leaves what is suspended by itself so', async () => {
    const admin = await above();
    await shut(admin, client());
    await shut(admin, agency());
    const made = await ask(admin, 'workspaces.create', { organizationId: org('agency'), name: 'Later' });
    expect(made.standing).toBe('suspended');
    const moved = await ask(admin, 'tree.move', { workspaceId: wsp('beside'), parentId: org('agency') });
    expect(moved).toMatchObject({ standing: 'suspended', suspendedAt: null, parentId: org('agency') });
    await ask(admin, 'tree.resume', agency());
    const standing = async (id: string) => (await ask(admin, 'workspaces.get', { id })).standing;
    expect([await standing(made.id), await standing(wsp('beside')), await standing(wsp('client'))]).toEqual([
      'open',
      'open',
      'suspended',
    ]);
  });

  it('that is archived says so, also where it is suspended besides', async () => {
    const [admin, person] = [await above(), await signIn('viewer', 'agency', 'client')];
    await shut(admin, client());
    expect(await ask(admin, 'tree.archive', agency())).toMatchObject({ standing: 'archived' });
    await expect.poll(() => codeOf(person), within).toBe('workspace.archived');
    await ask(admin, 'tree.restore', agency());
    await expect.poll(() => codeOf(person), within).toBe('workspace.suspended');
  });
});

describe('whoever manages an organization', () => {
  it('cannot shut, archive or move their own, nor anything above or beside it', async () => {
    const own = await signIn('org_admin', 'agency');
    expect(await shut(own, agency())).toMatchObject({ code: 'organization.own' });
    expect(await ask(own, 'tree.archive', agency())).toMatchObject({ code: 'organization.own' });
    expect(await shut(own, { organizationId: org('vendor') })).toMatchObject({ code: 'organization.not_found' });
    expect(await shut(own, { workspaceId: wsp('beside') })).toMatchObject({ code: 'workspace.not_found' });
    expect(await ask(own, 'tree.move', { ...client(), parentId: org('vendor') })).toMatchObject({
      code: 'organization.not_found',
    });
    const root = await signIn('super_admin', 'operator');
    expect(await shut(root, { organizationId: org('operator') })).toMatchObject({ code: 'organization.own' });
    expect(await shut(await signIn('workspace_admin', 'agency', 'client'), client())).toMatchObject({
      code: 'auth.permission_denied',
    });
  });
});

describe('a move', () => {
  it('never puts an organization below itself', async () => {
    const root = await signIn('super_admin', 'operator');
    for (const to of ['vendor', 'agency'] as const)
      expect(await ask(root, 'tree.move', { organizationId: org('vendor'), parentId: org(to) })).toMatchObject({
        code: 'organization.below_itself',
      });
  });

  it('that two start against each other leaves a tree', async () => {
    const root = await signIn('super_admin', 'operator');
    const other = await ask(root, 'organizations.create', { parentId: org('operator'), name: 'Other', slug: slug() });
    const answers = await Promise.all([
      ask(root, 'tree.move', { organizationId: org('vendor'), parentId: other.id }),
      ask(root, 'tree.move', { organizationId: other.id, parentId: org('vendor') }),
    ]);
    expect(answers.map(({ code }): string => code ?? 'moved').toSorted()).toEqual([
      'moved',
      'organization.below_itself',
    ]);
    expect((await ask(root, 'organizations.list', { limit: 100 })).items).toHaveLength(4);
  });

  it('resolves again what is inherited, where sending reads it, too', async () => {
    const root = await signIn('super_admin', 'operator');
    const other = await ask(root, 'organizations.create', { parentId: org('operator'), name: 'Other', slug: slug() });
    await ask(root, 'settings.updateForOrganization', {
      organizationId: other.id,
      set: { color: '#123456', locale: 'fr', dailyCap: 7 },
    });
    await ask(root, 'tree.move', { ...agency(), parentId: other.id });
    const settings = await settingsOf(root);
    expect([settings.color.value, settings.locale.value, settings.dailyCap.value]).toEqual(['#123456', 'fr', 7]);
    expect(await ask(root, 'workspaces.get', { id: wsp('client') })).toMatchObject({ locale: 'fr', dailyCap: 7 });
  });

  it('shuts out whoever stood above before, with their streams, and keeps the people and keys of a workspace', async () => {
    const [root, before] = [await signIn('super_admin', 'operator'), await signIn('viewer', 'vendor')];
    const person = await signIn('workspace_admin', 'agency', 'client');
    const key = await server.createKey({ workspaceId: workspaces.client, organizationId: await agencyId() } as never);
    const other = await ask(root, 'organizations.create', { parentId: org('operator'), name: 'Other', slug: slug() });
    const watching = await stream(before);
    await ask(root, 'tree.move', { ...client(), parentId: other.id });
    await expect.poll(() => codeOf(before), within).toBe('workspace.not_found');
    await expect.poll(watching.isOver, within).toBe(true);
    expect([await codeOf(person), await codeOf(key)]).toEqual(['open', 'open']);
    expect((await ask(person, 'members.list', {})).items).toMatchObject([{ organizationId: other.id }]);
  });
});

let count = 0;
const slug = () => `place-${process.pid}-${(count += 1)}`;
const agencyId = async () => {
  const { database } = server.platform.app;
  const [row] = await database.readOrganization<{ id: string }>(
    'select organization_id as id from workspace where id = $1',
    [workspaces.client],
  );
  expect(toPublicId('organization', row!.id)).toBe(org('agency'));
  return row!.id;
};

/** A stream of somebody in the client's workspace. */
async function stream(token: string): Promise<{ isOver(): boolean; close(): void }> {
  const stop = new AbortController();
  const answer = await fetch(`${server.url}/rpc/events.stream`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', Authorization: `Bearer ${token}`, 'Workspace-Id': wsp('client') },
    body: '{}',
    signal: stop.signal,
  });
  expect(answer.status).toBe(200);
  let over = false;
  void (async () => {
    for await (const _ of answer.body ?? []);
  })()
    .catch(() => undefined)
    .finally(() => (over = true));
  return { isOver: () => over, close: () => stop.abort() };
}
