import { fromPublicId, toPublicId } from '@tabard/contract';
import type { SnapshotRollOut } from '@tabard/contract/identity/snapshot';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { runJob } from '#kernel';
import { plantTree, startTestServer, type SettingsTree, type TestServer } from '../../../../test/fixture/index.ts';
import { carryOutRollOut } from './carry-out.job.ts';

let server: TestServer;
let { org, wsp, signIn, ask }: SettingsTree = {} as SettingsTree; // planted before each test
let admin: string;
beforeAll(async () => {
  server = await startTestServer({ env: { RATE_LIMIT_ADDRESS: '100000', RATE_LIMIT_SESSION: '100000' } });
});
afterAll(() => server.stop());
beforeEach(async () => {
  ({ org, wsp, signIn, ask } = await plantTree(server));
  admin = await signIn('org_admin', 'vendor');
});

type Place = Parameters<SettingsTree['wsp']>[0];
const vendor = () => ({ organizationId: org('vendor') });
const template = (workspace: Place, name: string, body = '<p>Hi</p>') =>
  ask(admin, 'templates.create', { name, subject: 'Hello', body }, workspace);
const templatesOf = async (workspace: Place): Promise<string[]> =>
  (await ask(admin, 'templates.list', {}, workspace)).items.map(({ name }: { name: string }) => name).toSorted();
const take = (name = 'Standard', workspace: Place = 'client', token = admin) =>
  ask(token, 'snapshots.take', { ...vendor(), workspaceId: wsp(workspace), name });
const rollOut = (id: string, more: object = {}) =>
  ask(admin, 'snapshots.rollOut', { id, workspaceIds: [wsp('beside')], ...more });
const last = async (workspace: Place = 'beside'): Promise<SnapshotRollOut> =>
  (await ask(admin, 'snapshots.places', vendor())).items.find(({ id }: { id: string }) => id === wsp(workspace)).last;

/** Carries out what waits, as a worker does. */
async function work(): Promise<void> {
  const { app } = server.platform;
  const rows = await app.database.maintain<{ workspace_id: string; id: string }>(
    `select workspace_id, id from snapshot_roll_out where state in ('waiting', 'returning')`,
  );
  await Promise.all(
    rows.map((row) => runJob(app, carryOutRollOut, { workspaceId: row.workspace_id, rollOutId: row.id })),
  );
}

describe('a snapshot that an organization keeps', () => {
  it('is taken from a workspace of its branch, and again as the next version of its name', async () => {
    await template('client', 'Welcome');
    const first = await take();
    await template('client', 'Second');
    const [second, other] = [await take(), await take('Another')];
    expect([first, second, other].map(({ name, version }) => [name, version])).toEqual([
      ['Standard', 1],
      ['Standard', 2],
      ['Another', 1],
    ]);
    expect(second).toMatchObject({ workspaceId: wsp('client'), parts: { templates: 2, campaigns: 0 } });
    const { items } = await ask(admin, 'snapshots.list', vendor());
    expect(items.map(({ id }: { id: string }) => id)).toEqual([other.id, second.id, first.id]);
    expect((await ask(admin, 'snapshots.get', { id: second.id })).contents).toContainEqual({
      part: 'templates',
      names: ['Welcome', 'Second'],
    });
    expect((await ask(admin, 'snapshots.compare', { id: first.id, snapshotId: second.id })).items).toEqual([
      { part: 'templates', name: 'Second', change: 'added', fields: [] },
    ]);
  });

  it('gives two that are taken under one name at once two versions', async () => {
    const taken = await Promise.all([take(), take(), take()]);
    expect(taken.map(({ version }) => version).toSorted((a, b) => a - b)).toEqual([1, 2, 3]);
  });

  it('goes as a document to another installation, and nonsense is refused with its place', async () => {
    await template('client', 'Welcome');
    const { id } = await take();
    const document = await ask(admin, 'snapshots.document', { id });
    const added = await ask(admin, 'snapshots.add', { ...vendor(), name: 'From a file', document });
    expect(added).toMatchObject({ version: 1, workspaceId: null, parts: { templates: 1 } });
    expect((await ask(admin, 'snapshots.compare', { id, snapshotId: added.id })).items).toEqual([]);
    document.parts.templates[0].body = 7;
    expect(await ask(admin, 'snapshots.add', { ...vendor(), name: 'Wrong', document })).toMatchObject({
      code: 'snapshot.document_invalid',
      details: [{ path: 'document.parts.templates.0.body' }],
    });
  });

  it('is for those who manage its organization alone, and reaches no workspace beside it', async () => {
    const { id } = await take();
    const [stranger, member] = [
      await signIn('org_admin', 'agency'),
      await signIn('workspace_admin', 'agency', 'client'),
    ];
    const codes = async (token: string) => [
      (await ask(token, 'snapshots.list', vendor())).code,
      (await ask(token, 'snapshots.get', { id })).code,
      (await ask(token, 'snapshots.rollOut', { id, workspaceIds: [wsp('client')] })).code,
      (await take('Theirs', 'client', token)).code,
    ];
    expect(await codes(stranger)).toEqual([
      'organization.not_found',
      'snapshot.not_found',
      'snapshot.not_found',
      'organization.not_found',
    ]);
    expect(new Set(await codes(member))).toEqual(new Set(['auth.permission_denied']));
    const lower = { organizationId: org('agency') };
    const own = await ask(stranger, 'snapshots.take', { ...lower, workspaceId: wsp('client'), name: 'Own' });
    for (const token of [stranger, admin])
      expect(
        await ask(token, 'snapshots.rollOut', { id: own.id, workspaceIds: [wsp('client'), wsp('beside')] }),
      ).toMatchObject({ code: 'workspace.not_found', details: [{ path: 'workspaceIds.1' }] });
    expect(
      await ask(stranger, 'snapshots.take', { ...lower, workspaceId: wsp('beside'), name: 'Theirs' }),
    ).toMatchObject({ code: 'workspace.not_found' });
  });
});

describe('rolling out', () => {
  it('makes each workspace as the snapshot says, once, however many workers find it', async () => {
    await template('client', 'Welcome');
    const { id } = await take();
    await template('beside', 'Own');
    expect((await rollOut(id)).items).toMatchObject([{ workspaceId: wsp('beside'), state: 'waiting' }]);
    expect((await rollOut(id)).items).toEqual([]);
    expect(await ask(admin, 'snapshots.remove', { id })).toMatchObject({ code: 'snapshot.in_use' });
    await Promise.all([work(), work(), work()]);
    expect(await templatesOf('beside')).toEqual(['Own', 'Welcome']);
    expect(await last()).toMatchObject({
      state: 'done',
      snapshotName: 'Standard',
      steps: [{ part: 'templates', name: 'Welcome', did: 'added', reason: null, why: null }],
    });
    const log = await ask(admin, 'auditLog.list', {}, 'beside');
    const entries = log.items.filter(({ action }: { action: string }) => action === 'snapshots.apply');
    expect(entries).toMatchObject([{ actor: { kind: 'user' } }]);
  });

  it('archives what the snapshot does not have only where that was asked for', async () => {
    await template('client', 'Welcome');
    const { id } = await take();
    await template('beside', 'Own');
    await rollOut(id, { prune: true });
    await work();
    expect(await templatesOf('beside')).toEqual(['Welcome']);
  });

  it('changes nothing where something stands in the way, says what, and does the others', async () => {
    await template('client', 'Welcome');
    const { id } = await take();
    await server.platform.app.database.write(fromPublicId('organization', org('vendor'))!, (_em, sql) =>
      sql(`update snapshot set document = jsonb_set(document, '{parts,templates,0,body}', '"{{nobodyKnows}}"')`),
    );
    await template('beside', 'Own');
    await rollOut(id);
    await work();
    expect(await last()).toMatchObject({ state: 'failed', problem: expect.stringContaining('nobodyKnows'), steps: [] });
    expect(await templatesOf('beside')).toEqual(['Own']);
  });

  it('shows what has drifted since, and what is more does not count', async () => {
    await template('client', 'Welcome');
    const { id } = await take();
    await rollOut(id);
    await work();
    const drift = async () =>
      (await ask(admin, 'snapshots.drift', { id, workspaceIds: [wsp('beside')] })).items[0].differences;
    await template('beside', 'Own');
    expect(await drift()).toEqual([]);
    const { items } = await ask(admin, 'templates.list', {}, 'beside');
    const welcome = items.find(({ name }: { name: string }) => name === 'Welcome');
    await ask(admin, 'templates.update', { id: welcome.id, subject: 'Dear' }, 'beside');
    expect(await drift()).toEqual([{ part: 'templates', name: 'Welcome', change: 'changed', fields: ['subject'] }]);
  });
});

describe('rolling back', () => {
  it('takes back what was done, and leaves what people made or changed since', async () => {
    for (const name of ['Welcome', 'Second', 'Shared']) await template('client', name);
    const { id } = await take();
    await template('beside', 'Shared', '<p>As it was</p>');
    await template('beside', 'Old');
    await rollOut(id, { prune: true });
    await work();
    expect(await templatesOf('beside')).toEqual(['Second', 'Shared', 'Welcome']);
    await template('beside', 'Made since');
    const { items } = await ask(admin, 'templates.list', {}, 'beside');
    const second = items.find(({ name }: { name: string }) => name === 'Second');
    await ask(admin, 'templates.update', { id: second.id, subject: 'Worked on' }, 'beside');
    const { id: rollOutId } = await last();
    const [one, again] = await Promise.all([
      ask(admin, 'snapshots.rollBack', { id: rollOutId }),
      ask(admin, 'snapshots.rollBack', { id: rollOutId }),
    ]);
    expect([one.state, again.state]).toEqual(['returning', 'returning']);
    await Promise.all([work(), work()]);
    expect(await templatesOf('beside')).toEqual(['Made since', 'Old', 'Second', 'Shared']);
    const { items: now } = await ask(admin, 'templates.list', {}, 'beside');
    const shared = now.find(({ name }: { name: string }) => name === 'Shared');
    expect(shared.body).toBe('<p>As it was</p>');
    const done = await last();
    expect(done).toMatchObject({ state: 'returned' });
    expect(done.steps).toContainEqual({
      part: 'templates',
      name: 'Second',
      did: 'left',
      reason: 'changed',
      why: 'It was changed since, and stays as it is.',
    });
  });

  it('gives settings back, too', async () => {
    const zoneOf = async () => (await ask(admin, 'settings.get', {}, 'beside')).settings.timeZone.value;
    const say = (workspace: Place, timeZone: string) => ask(admin, 'settings.update', { set: { timeZone } }, workspace);
    await say('beside', 'Europe/Madrid');
    await say('client', 'Europe/Amsterdam');
    await rollOut((await take()).id);
    await work();
    expect(await zoneOf()).toBe('Europe/Amsterdam');
    await ask(admin, 'snapshots.rollBack', { id: (await last()).id });
    await work();
    expect([await zoneOf(), (await last()).steps.map(({ did }) => did)]).toEqual(['Europe/Madrid', ['changed']]);
  });

  it('is for the last roll-out of a workspace alone, by those who manage the organization', async () => {
    await template('client', 'Welcome');
    const first = await take();
    await rollOut(first.id);
    await work();
    const before = await last();
    await template('client', 'Second');
    await rollOut((await take()).id);
    await work();
    expect(await ask(admin, 'snapshots.rollBack', { id: before.id })).toMatchObject({
      code: 'snapshot_roll_out.not_last',
    });
    const stranger = await signIn('org_admin', 'agency');
    expect(await ask(stranger, 'snapshots.rollBack', { id: before.id })).toMatchObject({
      code: 'snapshot_roll_out.not_found',
    });
    const unknown = toPublicId('snapshotRollOut', 'a0000000-0000-4000-8000-000000000000');
    expect(await ask(admin, 'snapshots.rollBack', { id: unknown })).toMatchObject({
      code: 'snapshot_roll_out.not_found',
    });
  });

  it('works after the snapshot is gone', async () => {
    await template('client', 'Welcome');
    const { id } = await take();
    await rollOut(id);
    await work();
    await ask(admin, 'snapshots.remove', { id });
    await ask(admin, 'snapshots.rollBack', { id: (await last()).id });
    await work();
    expect(await templatesOf('beside')).toEqual([]);
  });
});
