import { createWriteStream } from 'node:fs';
import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { gunzipSync, gzipSync } from 'node:zlib';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createDerivedSecrets } from '#adapters/secrets';
import { leftBehind } from '#features';
import { mailServerColumns, mailServerOf, type MailServerRow } from '#features/outreach/mailbox';
import { addressHash } from '#features/outreach/suppression';
import { newId, type Sql } from '#kernel';
import { startTestPlatform, type TestPlatform, type TestWorkspace } from '../../test/fixture/index.ts';
import { fillCampaign } from '../../test/isolation/fill-campaign.ts';
import { fillWorkspace } from '../../test/isolation/fill-workspace.ts';
import { takeArchiveIn } from './take-archive-in.ts';
import { readTenantTables } from './tenant-tables.ts';
import { writeArchive } from './write-archive.ts';

const words = 'the words of the tests';
let here: TestPlatform;
let there: TestPlatform;
let folder: string;
let workspace: TestWorkspace;
let file: string;
let target: TestWorkspace;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'archive-'));
  here = await startTestPlatform();
  // Another installation: nothing that this one sealed or hashed says anything to it.
  const encryptionKey = 'the other key of the other place, long enough';
  there = await startTestPlatform({
    ports: { secrets: createDerivedSecrets({ secretKey: encryptionKey, encryptionKey, previousEncryptionKeys: [] }) },
  });
  [workspace, target] = [await here.createWorkspace({ name: 'Harbour' }), await there.createWorkspace()];
  await fillWorkspace(here, workspace);
  await workspace.scope.write(({ sql }) => sql(`update suppression set email = 'gone@recipients.test'`));
  file = join(folder, 'harbour.archive');
});
afterAll(async () => {
  await here.stop();
  await there.stop();
  await rm(folder, { recursive: true, force: true });
});

const archive = (of = workspace, to = file) => writeArchive(here.app, { workspaceId: of.workspaceId, file: to, words });
const takeIn = (from = file, more: { words?: string; name?: string } = {}, platform = there, at = target) =>
  takeArchiveIn(platform.app, { file: from, words, organizationId: at.organizationId, ...more });

const askOf =
  (client: pg.Client): Sql =>
  async <R extends object>(text: string, values?: unknown[]) =>
    (await client.query<R>(text, values)).rows;

/** Everything of a workspace, table by table. */
async function everything(
  platform: TestPlatform,
  workspaceId: string,
): Promise<Record<string, Record<string, unknown>[]>> {
  const client = new pg.Client({ connectionString: platform.config.database.url });
  await client.connect();
  try {
    const found: Record<string, Record<string, unknown>[]> = {};
    for (const { name } of await readTenantTables(askOf(client))) {
      const { rows } = await client.query<{ row: Record<string, unknown> }>(
        `select to_jsonb(t) as row from "${name}" t where workspace_id = $1 order by to_jsonb(t)::text`,
        [workspaceId],
      );
      found[name] = rows.map(({ row }) => row);
    }
    return found;
  } finally {
    await client.end();
  }
}
async function countWorkspaces(platform: TestPlatform): Promise<number> {
  const [row] = await platform.app.database.readOrganization<{ count: number }>(
    'select count(*)::int as count from workspace',
  );
  return row!.count;
}
/** Without what the log says of the archive itself. */
const arrived = (rows: Record<string, unknown>[]) =>
  rows.filter(({ act }) => act !== 'workspaces.export' && act !== 'workspaces.import');
/** What a row looks like but for what hangs on the keys of an installation. */
const plain = ({ address_hash, smtp_password, imap_password, ...row }: Record<string, unknown>) => ({
  ...row,
  hashed: typeof address_hash,
  sealed: [smtp_password, imap_password].map((text) => typeof text),
});

describe('the archive of a workspace', () => {
  it('has every table with rows of workspaces but those that are left behind for a reason', async () => {
    const client = new pg.Client({ connectionString: here.config.database.url });
    await client.connect();
    const carried = (await readTenantTables(askOf(client))).map(({ name }) => name);
    const { rows } = await client.query<{ name: string }>(
      `select relname as name from pg_class where relkind in ('r', 'p') and relrowsecurity and not relispartition and relnamespace = 'public'::regnamespace`,
    );
    await client.end();
    expect(new Set([...carried, ...Object.keys(leftBehind)])).toEqual(new Set(rows.map(({ name }) => name)));
    expect(carried.indexOf('message')).toBeGreaterThan(carried.indexOf('conversation'));
  });

  it('becomes the same workspace in another installation, whose keys seal and hash it anew', async () => {
    const { workspaceId } = workspace;
    await here.app.ports.blobs.put(`${workspaceId}/mail/abc`, Readable.from([Buffer.alloc(700_000, 'x')]), {
      maxBytes: 1e9,
    });
    await here.app.ports.blobs.put(`${workspaceId}/upload/abc`, Readable.from(['left']), { maxBytes: 100 });
    const { rows, files } = await archive();
    const taken = await takeIn();
    expect(taken).toEqual({ workspaceId, rows, files: 1 });
    expect(files).toBe(1);
    const [before, after] = [await everything(here, workspaceId), await everything(there, workspaceId)];
    for (const [table, own] of Object.entries(before)) {
      expect(own.length, table).toBeGreaterThan(0);
      expect(arrived(after[table]!).map(plain), table).toEqual(arrived(own).map(plain));
    }
    const [row] = await there.app.database.read<MailServerRow>(
      workspaceId,
      `select ${mailServerColumns} from mailbox m where workspace_id = $1`,
      [workspaceId],
    );
    expect(row!.smtp_password).not.toBe(before['mailbox']![0]!['smtp_password']);
    expect(mailServerOf(there.app, row!, 'smtp').password).toBe('hidden');
    expect((await buffer(await there.app.ports.blobs.get(`${workspaceId}/mail/abc`))).length).toBe(700_000);
    expect(await there.app.ports.blobs.size(`${workspaceId}/upload/abc`)).toBeNull();
    const [placed] = await there.app.database.readOrganization(
      'select name, organization_id from workspace where id = $1',
      [workspaceId],
    );
    expect(placed).toEqual({ name: 'Harbour', organization_id: target.organizationId });
  });

  it('gets an id of its own where the workspace is still there, and says it everywhere', async () => {
    const copy = await takeIn(file, { name: 'Harbour, a copy' }, here, workspace);
    expect(copy.workspaceId).not.toBe(workspace.workspaceId);
    const [before, after] = [await everything(here, workspace.workspaceId), await everything(here, copy.workspaceId)];
    for (const [table, own] of Object.entries(before))
      expect(arrived(after[table]!), table).toHaveLength(arrived(own).length);
    expect(JSON.stringify(after)).not.toContain(workspace.workspaceId);
    expect(await here.app.ports.blobs.size(`${copy.workspaceId}/mail/abc`)).toBe(700_000);
  });

  it('sends nothing by itself: campaigns are paused, what waited is planned anew or sent by a person, and nobody knows of the rest', async () => {
    const moving = await here.createWorkspace();
    const { caller, scope, workspaceId } = moving;
    await caller.suppressions.create({ email: 'Gone@Recipients.test' });
    const [campaign, mailbox] = [newId(), newId()];
    const states = ['planned', 'submitting', 'accepted'];
    const enrollments = states.map(() => newId());
    const password = here.app.ports.secrets.seal('hidden', workspaceId);
    await fillCampaign(moving, { campaign, mailbox, password, enrollments, states });
    const to = join(folder, 'moving.archive');
    expect(await archive(moving, to)).toMatchObject({ running: 1 });
    await takeIn(to);
    const read = (text: string) => there.app.database.read(workspaceId, text);
    expect(await read('select state from campaign')).toEqual([{ state: 'paused' }]);
    expect(
      await read(`select state, troubled, decide_at, fence, enrollment_id from delivery order by state`),
    ).toMatchObject([
      { state: 'accepted', troubled: false, enrollment_id: enrollments[2] },
      { state: 'cancelled', troubled: false, enrollment_id: null },
      { state: 'unknown', troubled: true, decide_at: null, fence: null, enrollment_id: enrollments[1] },
    ]);
    const waiting = await read('select id from enrollment where next_step_at <= now()');
    expect(waiting).toEqual([{ id: enrollments[0] }]);
    const [suppression] = await read('select address_hash from suppression');
    expect(suppression).not.toEqual((await scope.read('select address_hash from suppression'))[0]);
    expect(suppression).toEqual({ address_hash: addressHash(there.app, workspaceId, 'gone+news@recipients.test') });
  });

  it('that was cut off, changed, or written by another release is refused before anything is written', async () => {
    const bytes = await readFile(file);
    const lines = gunzipSync(bytes).toString('utf8').trimEnd().split('\n');
    const head = JSON.parse(lines[0]!) as object;
    const wrong: [Buffer | string, RegExp][] = [
      [bytes.subarray(0, bytes.length - 200), /cut off|changed/],
      [gzipSync(lines.slice(0, -1).join('\n')), /cut off/],
      [gzipSync([lines[0], 'not json', lines.at(-1)].join('\n')), /cut off or changed/],
      ['no archive', /no archive/],
      ['', /no archive|empty/],
      [
        gzipSync([JSON.stringify({ ...head, migration: '0001-spine' }), ...lines.slice(1)].join('\n')),
        /another release/,
      ],
    ];
    const before = await countWorkspaces(there);
    for (const [content, said] of wrong) {
      const path = join(folder, 'wrong.archive');
      await writeFile(path, content);
      await expect(takeIn(path)).rejects.toThrow(said);
    }
    await expect(takeIn(join(folder, 'nowhere'))).rejects.toThrow(/There is no file .+nowhere/);
    expect(await countWorkspaces(there)).toBe(before);
  });

  it('opens with its words only, and is for nobody else on the machine to read', async () => {
    await expect(takeIn(file, { words: 'other words than those' })).rejects.toThrow(/ARCHIVE_KEY is not/);
    await expect(takeIn(file, { words: 'short' })).rejects.toThrow(/12 characters or more/);
    const text = gunzipSync(await readFile(file)).toString('utf8');
    expect(
      JSON.parse(text.split('\n').find((line) => line.startsWith('{"table":"mailbox"'))!).row.smtp_password,
    ).toMatch(/^s2\./);
    expect((await stat(file)).mode & 0o777).toBe(0o600);
  });

  it('leaves nothing behind when a row in it cannot be taken in', async () => {
    const lines = gunzipSync(await readFile(file))
      .toString('utf8')
      .split('\n');
    const broken = lines.map((line) =>
      line.startsWith('{"table":"template"') ? line.replace(/"name":"[^"]*"/, '"name":null') : line,
    );
    const path = join(folder, 'broken.archive');
    await writeFile(path, gzipSync(broken.join('\n')));
    const before = await countWorkspaces(there);
    await expect(takeIn(path)).rejects.toThrow(/name/);
    expect(await countWorkspaces(there)).toBe(before);
  });

  it('writes no file into another workspace, whatever its names say', async () => {
    const lines = gunzipSync(await readFile(file))
      .toString('utf8')
      .split('\n');
    const name = `mail/../../${target.workspaceId}/mail/planted`;
    const climbing = lines.map((line) =>
      line.startsWith('{"file":') ? line.replace(/"file":"[^"]*"/, `"file":"${name}"`) : line,
    );
    const path = join(folder, 'climbing.archive');
    await writeFile(path, gzipSync(climbing.join('\n')));
    const before = await countWorkspaces(there);
    await expect(takeIn(path)).rejects.toThrow(/Not a key of a workspace/);
    expect(await there.app.ports.blobs.size(`${target.workspaceId}/mail/planted`)).toBeNull();
    expect(await countWorkspaces(there)).toBe(before);
  });

  it('becomes one workspace when two take it in at once, and the one that is refused takes no file from it', async () => {
    const moving = await here.createWorkspace();
    await here.app.ports.blobs.put(`${moving.workspaceId}/mail/abc`, Readable.from(['mail']), { maxBytes: 100 });
    const to = join(folder, 'twice.archive');
    await archive(moving, to);
    const tries = await Promise.allSettled([takeIn(to), takeIn(to)]);
    const taken = tries.flatMap((one) => (one.status === 'fulfilled' ? [one.value.workspaceId] : []));
    expect(taken).toContain(moving.workspaceId);
    expect(new Set(taken).size).toBe(taken.length);
    for (const id of taken) expect(await there.app.ports.blobs.size(`${id}/mail/abc`)).toBe(4);
  });

  it('is not there under its name when it could not be finished', async () => {
    const path = join(folder, 'unfinished.archive');
    createWriteStream(`${path}.part`).end('of a process that was killed');
    const unknown = { workspaceId: newId(), file: path, words };
    await expect(writeArchive(here.app, unknown)).rejects.toThrow(/no such workspace/);
    await archive(workspace, path);
    expect((await stat(path)).size).toBeGreaterThan(100);
    await expect(stat(`${path}.part`)).rejects.toThrow(/ENOENT/);
  });
});
