import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { snapshotParts } from '#features';
import { startTestPlatform, type TestPlatform, type TestWorkspace } from '../../../../test/fixture/index.ts';
import {
  applySnapshot,
  compareSnapshots,
  readSnapshot,
  describeWorkspace,
  writeSnapshot,
  type SnapshotDocument,
} from './index.ts';

let platform: TestPlatform;
let folder: string;
beforeAll(async () => {
  platform = await startTestPlatform();
  folder = await mkdtemp(join(tmpdir(), 'snapshot-'));
});
afterAll(async () => {
  await platform.stop();
  await rm(folder, { recursive: true, force: true });
});

const take = (workspace: TestWorkspace) => describeWorkspace(platform.app, workspace.workspaceId);
const apply = async (document: SnapshotDocument, workspace: TestWorkspace, prune = false) => {
  let before = document;
  const keep = async (was: SnapshotDocument) => void (before = was);
  const steps = await applySnapshot(platform.app, document, { workspaceId: workspace.workspaceId, prune, keep });
  return { steps, before };
};
const steps = [
  { delay: { amount: 0, unit: 'minutes' as const }, subject: 'Hello {{first_name}}', body: '<p>One</p>' },
  { delay: { amount: 3, unit: 'days' as const }, subject: '', body: '<p>Two</p>' },
];

/** A workspace with something of everything. */
async function setUp(): Promise<TestWorkspace> {
  const workspace = await platform.createWorkspace();
  const { caller } = workspace;
  await caller.settings.update({ set: { color: '#2b5fd9', dailyCap: 300, displayName: 'Harbour' } });
  await caller.templates.create({ name: 'Welcome', subject: 'Hi {{first_name}}', body: '<p>Hi</p>' });
  await caller.templates.create({ name: 'Welcome', subject: 'The other', body: '<p>Hi again</p>' });
  await caller.customFields.create({ key: 'fleet', label: 'Fleet', type: 'number' });
  await caller.segments.create({ name: 'Large', where: { field: 'custom.fleet', op: 'at_least', value: 5 } });
  await caller.campaigns.create({ name: 'Spring', steps });
  await caller.pipelines.start({});
  await caller.teams.create({ name: 'Sales', color: 'blue' });
  return workspace;
}
const plain = ({ parts }: SnapshotDocument) => parts;

describe('a snapshot of a workspace', () => {
  it('has a part for each feature that has something to set up, and nothing of one client alone', async () => {
    const document = await take(await setUp());
    expect(Object.keys(document.parts)).toEqual(snapshotParts.map(({ name }) => name));
    for (const [name, things] of Object.entries(document.parts)) expect(things.length, name).toBeGreaterThan(0);
    expect(document.parts['settings']).toMatchObject([{ color: '#2b5fd9', dailyCap: 300 }]);
    expect(JSON.stringify(document.parts)).not.toMatch(/Harbour|_[0-9a-f]{32}/);
  });

  it('makes another workspace the same, and has nothing left to do the second time', async () => {
    const document = await take(await setUp());
    const other = await platform.createWorkspace();
    const { steps: done } = await apply(document, other);
    expect(done.map(({ did }) => did)).toEqual(['changed', ...Array.from({ length: 7 }, () => 'added')]);
    expect(plain(await take(other))).toEqual(plain(document));
    expect(compareSnapshots(snapshotParts, await take(other), document)).toEqual([]);
    expect((await apply(document, other)).steps).toEqual([]);
    const { items } = await other.caller.campaigns.list({});
    expect(items).toMatchObject([{ name: 'Spring', state: 'draft', mailboxIds: [], stepCount: 2 }]);
  });

  it('says what has drifted, field by field, and mends it', async () => {
    const document = await take(await setUp());
    const other = await platform.createWorkspace();
    await apply(document, other);
    const { items } = await other.caller.templates.list({});
    await other.caller.templates.update({
      id: items.find(({ subject }) => subject === 'The other')!.id,
      body: '<p>Mine</p>',
    });
    await other.caller.templates.create({ name: 'Own', subject: 'Own', body: '<p>Own</p>' });
    expect(compareSnapshots(snapshotParts, document, await take(other))).toEqual([
      { part: 'templates', name: 'Welcome (2)', change: 'changed', fields: ['body'] },
      { part: 'templates', name: 'Own', change: 'added', fields: [] },
    ]);
    await apply(document, other);
    expect(compareSnapshots(snapshotParts, await take(other), document)).toEqual([
      { part: 'templates', name: 'Own', change: 'removed', fields: [] },
    ]);
  });

  it('brings a workspace back to how it was, by what was kept before', async () => {
    const document = await take(await setUp());
    const other = await platform.createWorkspace();
    await other.caller.templates.create({ name: 'Own', subject: 'Own', body: '<p>Own</p>' });
    await other.caller.settings.update({ set: { radius: 4 } });
    await other.caller.pipelines.start({});
    const as = plain(await take(other));
    const { before } = await apply(document, other, true);
    expect((await other.caller.templates.list({})).items.map(({ name }) => name)).not.toContain('Own');
    await apply(before, other, true);
    expect(plain(await take(other))).toEqual(as);
  });

  it('leaves what was launched as it is, and says so', async () => {
    const document = await take(await setUp());
    const other = await platform.createWorkspace();
    await apply(document, other);
    await other.scope.write(({ sql }) => sql(`update campaign set state = 'running', launched_at = now()`));
    const changed = structuredClone(document);
    (changed.parts['campaigns']![0] as { stopOnReply: boolean }).stopOnReply = false;
    const left = {
      part: 'campaigns',
      name: 'Spring',
      did: 'left',
      reason: 'fixed',
      why: 'It has been launched, and goes on as it is.',
    };
    expect((await apply(changed, other)).steps).toEqual([left]);
    expect((await apply({ ...document, parts: { campaigns: [] } }, other, true)).steps).toEqual([left]);
    expect((await other.caller.campaigns.list({})).items).toMatchObject([{ state: 'running', stopOnReply: true }]);
  });

  it('is applied whole or not at all, and says what stands in the way', async () => {
    const document = await take(await setUp());
    const other = await platform.createWorkspace();
    const as = plain(await take(other));
    const broken = structuredClone(document);
    (broken.parts['templates']![1] as { body: string }).body = '<p>{{nobodyKnows}}</p>';
    await expect(apply(broken, other)).rejects.toThrow(/templates, "Welcome \(2\)".*nobodyKnows/s);
    expect(plain(await take(other))).toEqual(as);
  });

  it('leaves settings that are locked above, and parts that it does not have, as they are', async () => {
    const other = await setUp();
    const as = plain(await take(other));
    await apply({ ...(await take(other)), parts: {} }, other, true);
    expect(plain(await take(other))).toEqual(as);
    const { organizationId } = other;
    await platform.app.database.control((_em, sql) =>
      sql(`update organization set brand = brand || '{"color": "#aa0000"}', locks = array['color'] where id = $1`, [
        organizationId,
      ]),
    );
    const { parts, ...rest } = await take(other);
    await apply({ ...rest, parts: { settings: [{ color: '#00aa00', radius: 2 }] } }, other);
    const { settings } = await other.caller.settings.get({});
    expect([settings.color.value, settings.radius.value, settings.dailyCap.own]).toEqual(['#aa0000', 2, false]);
    expect(parts['settings']).toHaveLength(1);
  });

  it('changes nothing where what was before cannot be kept', async () => {
    const document = await take(await setUp());
    const other = await platform.createWorkspace();
    const as = plain(await take(other));
    const keep = () => Promise.reject(new Error('The disk is full.'));
    await expect(applySnapshot(platform.app, document, { workspaceId: other.workspaceId, keep })).rejects.toThrow(
      'The disk is full.',
    );
    expect(plain(await take(other))).toEqual(as);
  });

  it('is noted in the log of the workspace, and only where something changed', async () => {
    const document = await take(await setUp());
    const other = await platform.createWorkspace();
    await apply(document, other);
    await apply(document, other);
    const rows = await other.scope.read(`select act from audit_log where act = 'snapshots.apply'`);
    expect(rows).toHaveLength(1);
  });

  it('goes through a file, and one that was changed by hand to nonsense is refused with the place', async () => {
    const document = await take(await setUp());
    const file = join(folder, 'a.json');
    await writeSnapshot(file, document);
    expect(await readSnapshot(snapshotParts, file)).toEqual(document);
    const text = await readFile(file, 'utf8');
    const wrong: [string, RegExp][] = [
      ['', /not JSON/],
      ['[]', /no snapshot/],
      [text.replace('"snapshot": 1', '"snapshot": 2'), /Another release/],
      [text.replace('"body": "<p>One</p>"', '"body": 7'), /parts\.campaigns\.0\.steps\.0\.body/],
      [text.replace('"templates"', '"tempelates"'), /tempelates/],
      [text.replace('"settings": [', '"settings": [{},'), /parts\.settings/],
    ];
    for (const [content, said] of wrong) {
      await writeFile(file, content);
      await expect(readSnapshot(snapshotParts, file)).rejects.toThrow(said);
    }
    await expect(readSnapshot(snapshotParts, join(folder, 'nowhere.json'))).rejects.toThrow(/There is no file/);
    await expect(describeWorkspace(platform.app, 'a0000000-0000-4000-8000-000000000000')).rejects.toThrow(
      /no such workspace/,
    );
  });
});
