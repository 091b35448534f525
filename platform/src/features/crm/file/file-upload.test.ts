import { readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { Readable } from 'node:stream';
import { fromPublicId } from '@tabard/contract';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { sweepTable } from '#kernel';
import { startTestServer, type TestServer, type TestTenant } from '../../../../test/fixture/index.ts';
import { eraseParts, partsFolder, versionKey } from './file-keys.ts';
import { fileUploadRetention } from './file-retention.ts';
import { finishUpload } from './finish-upload.ts';

let server: TestServer;
let tenant: TestTenant;
let leadId: string;
beforeAll(async () => {
  server = await startTestServer({ env: { FILE_LIMIT: '200000', FILE_QUOTA: '500000', IMAGE_PIXELS: '1000000' } });
});
afterAll(() => server.stop());
beforeEach(async () => {
  tenant = await server.createTenant();
  ({ id: leadId } = await tenant.caller.leads.create({ email: 'ines@client.example' }));
});

const about = (id = leadId) => ({ noun: 'lead', id }) as const;
const uuid = (kind: 'file' | 'fileUpload', id: string) => fromPublicId(kind, id)!; // ids of their kind
const ask = (
  path: string,
  init: Omit<RequestInit, 'headers'> & { headers?: Record<string, string> } = {},
  of = tenant,
) =>
  fetch(server.url + path, {
    ...init,
    headers: { Authorization: `Bearer ${of.apiKey}`, 'Workspace-Id': of.publicId, ...init.headers },
  });
const send = (id: string, offset: number, body: BodyInit, of = tenant) =>
  ask(`/files/uploads/${id}?offset=${offset}`, { method: 'POST', body }, of);
const codeOf = async (response: Response) => ((await response.json()) as { code: string }).code;

/** Uploads in one part. */
async function upload(name: string, content: string | Uint8Array<ArrayBuffer>, of = tenant, subject = about()) {
  const bytes = Buffer.from(content as string);
  const { id } = await of.caller.files.createUpload({ name, length: bytes.length, subject });
  const sent = await send(id, 0, bytes, of);
  if (!sent.ok) throw new Error(await codeOf(sent));
  return of.caller.files.finish({ id });
}
const blobs = () => server.platform.app.ports.blobs;
const keysOf = async (folder: string) => {
  const keys: string[] = [];
  for await (const key of blobs().list(`${tenant.workspaceId}/${folder}/`)) keys.push(key);
  return keys;
};
const refusal = (code: string) => ({ cause: { code } });
const versionOf = async (id: string) => {
  const [row] = await tenant.scope.read<{ id: string }>('select version_id as id from file where id = $1', [
    uuid('file', id),
  ]);
  return row!.id;
};

describe('an upload', () => {
  it('tells each of those who add versions at once the number of their own', async () => {
    const { id } = await upload('offer.txt', 'first');
    const begun = await Promise.all(
      ['a', 'bb', 'ccc'].map(async (text) => {
        const { id: uploadId } = await tenant.caller.files.addVersion({ id, name: 'offer.txt', length: text.length });
        await send(uploadId, 0, text);
        return uploadId;
      }),
    );
    const told = await Promise.all(begun.map((one) => tenant.caller.files.finish({ id: one })));
    expect(told.map(({ version }) => version).toSorted((a, b) => a - b)).toEqual([2, 3, 4]);
    const { items } = await tenant.caller.files.versions({ id });
    for (const { version, size } of told) expect(items.find((each) => each.version === version)?.size).toBe(size);
  });

  it('of nothing is refused as empty, before anything is kept', async () => {
    await expect(
      tenant.caller.files.createUpload({ name: 'a.txt', length: 0, subject: about() }),
    ).rejects.toMatchObject(refusal('file.empty'));
  });

  it('that is given up takes its bytes and its room with it, and is none any more; a finished one is refused', async () => {
    const { id } = await tenant.caller.files.createUpload({ name: 'a.txt', length: 150_000, subject: about() });
    await send(id, 0, 'abc');
    const stranger = await server.createTenant();
    const gone = refusal('file_upload.not_found');
    await expect(stranger.caller.files.cancelUpload({ id })).rejects.toMatchObject(gone);
    expect((await tenant.caller.files.getUpload({ id })).offset).toBe(3);
    expect(await tenant.caller.files.cancelUpload({ id })).toEqual({ id });
    await expect(tenant.caller.files.cancelUpload({ id })).rejects.toMatchObject(gone);
    expect([await keysOf('file-parts'), (await tenant.caller.files.quota({})).used]).toEqual([[], 0]);
    expect(await codeOf(await send(id, 3, 'def'))).toBe('file_upload.not_found');
    const done = await tenant.caller.files.createUpload({ name: 'a.txt', length: 1, subject: about() });
    await send(done.id, 0, 'x');
    const file = await tenant.caller.files.finish({ id: done.id });
    await expect(tenant.caller.files.cancelUpload({ id: done.id })).rejects.toMatchObject(
      refusal('file_upload.finished'),
    );
    expect(await (await ask(`/files/${file.id}/content`)).text()).toBe('x');
  });

  it('that is given up while it is finished leaves a whole file or nothing', async () => {
    for (let time = 0; time < 5; time++) {
      const { id } = await tenant.caller.files.createUpload({ name: 'a.txt', length: 3, subject: about() });
      await send(id, 0, 'abc');
      const [finished] = await Promise.allSettled([
        tenant.caller.files.finish({ id }),
        tenant.caller.files.cancelUpload({ id }),
      ]);
      if (finished.status === 'fulfilled')
        expect(await (await ask(`/files/${finished.value.id}/content`)).text()).toBe('abc');
    }
    const kept = await tenant.scope.read('select 1 from file_version');
    expect([(await keysOf('files')).length, await keysOf('file-parts')]).toEqual([kept.length, []]);
  });

  it('counts nothing once its record was deleted for good, and is swept with its parts', async () => {
    const { id: companyId } = await tenant.caller.companies.create({ name: 'Goes' });
    const subject = { noun: 'company', id: companyId } as const;
    const { id } = await tenant.caller.files.createUpload({ name: 'a.txt', length: 100_000, subject });
    await send(id, 0, 'abc');
    expect((await tenant.caller.files.quota({})).used).toBe(100_000);
    await tenant.caller.companies.remove({ id: companyId });
    expect((await tenant.caller.files.quota({})).used).toBe(0);
    await sweepTable(server.platform.app, fileUploadRetention);
    expect([await keysOf('file-parts'), await tenant.scope.read('select 1 from file_upload')]).toEqual([[], []]);
  });

  it('of two large ones that share the last room one is refused with the part that has none, and the other goes on', async () => {
    for (const at of [1, 2]) await upload(`kept-${at}.txt`, 'k'.repeat(170_000));
    // Not enough for both; what a part may have is more than these have, so all is asked for at once.
    const begin = () => tenant.caller.files.createUpload({ name: 'a.txt', length: 100_000, subject: about() });
    const begun = await Promise.allSettled([begin(), begin()]);
    expect(begun.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    const [taken] = begun.flatMap((one) => (one.status === 'fulfilled' ? [one.value] : []));
    // What was kept meanwhile by other ways counts when the next part arrives.
    await tenant.scope.write(({ sql }) => sql('update file_version set size = size + 100000 where number = 1'));
    expect(await codeOf(await send(taken!.id, 0, 'abc'))).toBe('file.quota_exceeded');
    expect([(await tenant.caller.files.getUpload({ id: taken!.id })).offset, await keysOf('file-parts')]).toEqual([
      0,
      [],
    ]);
    await tenant.scope.write(({ sql }) => sql('update file_version set size = size - 100000 where number = 1'));
    expect((await send(taken!.id, 0, 'abc')).status).toBe(200);
  });

  it('is one of twenty that somebody may have open at once', async () => {
    const begin = () => tenant.caller.files.createUpload({ name: 'a.txt', length: 1, subject: about() });
    const [first] = await Promise.all(Array.from({ length: 20 }, begin));
    await expect(begin()).rejects.toMatchObject(refusal('file_upload.too_many'));
    await tenant.caller.files.cancelUpload({ id: first!.id });
    await begin();
  });

  it('goes on where it was when the line broke, and of two that send the same part one is taken', async () => {
    const { id } = await tenant.caller.files.createUpload({ name: 'a.txt', length: 9, subject: about() });
    const broken = new ReadableStream<Uint8Array>({
      start: (stream) => stream.enqueue(Buffer.from('ab')),
      pull: (stream) => stream.error(new Error('the line broke')),
    });
    await ask(`/files/uploads/${id}?offset=0`, { method: 'POST', body: broken, duplex: 'half' } as object).catch(
      () => undefined,
    );
    expect((await tenant.caller.files.getUpload({ id })).offset).toBe(0);
    const both = await Promise.all([send(id, 0, 'abc'), send(id, 0, 'abc')]);
    expect(new Set(both.map(({ status }) => status))).toEqual(new Set([200, 409]));
    expect((await tenant.caller.files.getUpload({ id })).offset).toBe(3);
    await expect(tenant.caller.files.finish({ id })).rejects.toMatchObject(refusal('file_upload.incomplete'));
    expect(await codeOf(await send(id, 6, 'ghi'))).toBe('file_upload.offset_mismatch');
    expect(await codeOf(await send(id, 3, 'longer than that'))).toBe('request.too_large');
    expect((await send(id, 3, 'defghi')).status).toBe(200);
    const [one, two] = await Promise.all([tenant.caller.files.finish({ id }), tenant.caller.files.finish({ id })]);
    expect(two.id).toBe(one.id);
    expect(await (await ask(`/files/${one.id}/content`)).text()).toBe('abcdefghi');
    expect((await tenant.caller.files.list({})).items).toHaveLength(1);
    expect(await keysOf('file-parts')).toEqual([]);
    const stranger = await server.createTenant();
    expect(await codeOf(await send(id, 0, 'x', stranger))).toBe('file_upload.not_found');
  });

  it('that nobody finished is gone after a day, with all that a killed process left of it', async () => {
    const { id } = await tenant.caller.files.createUpload({ name: 'a.txt', length: 6, subject: about() });
    await send(id, 0, 'abc');
    const own = uuid('fileUpload', id);
    // A part that its row never heard of, a half of one, and a whole that never became a version.
    await blobs().put(`${partsFolder(tenant.workspaceId, own)}unheard`, Readable.from(['x']), { maxBytes: 9 });
    await blobs().put(versionKey(tenant.workspaceId, own), Readable.from(['x']), { maxBytes: 9 });
    const folder = join(server.platform.config.storage.blobRoot, partsFolder(tenant.workspaceId, own));
    await writeFile(join(folder, '.unheard.killed.part'), 'half');
    await sweepTable(server.platform.app, fileUploadRetention);
    expect((await tenant.caller.files.getUpload({ id })).offset).toBe(3);
    await tenant.scope.write(({ sql }) =>
      sql(`update file_upload set created_at = now() - interval '25 hours' where id = $1`, [own]),
    );
    await expect(tenant.caller.files.getUpload({ id })).rejects.toMatchObject(refusal('file_upload.not_found'));
    await sweepTable(server.platform.app, fileUploadRetention);
    expect([await keysOf('file-parts'), await keysOf('files'), await readdir(folder)]).toEqual([[], [], []]);
    expect(await tenant.scope.read('select 1 from file_upload')).toEqual([]);
  });

  it('has the room that is left, also when many begin at once, and gives back what it did not need', async () => {
    const begin = (length: number) => tenant.caller.files.createUpload({ name: 'a.txt', length, subject: about() });
    await expect(begin(200_001)).rejects.toMatchObject(refusal('file.too_large'));
    const begun = await Promise.allSettled(Array.from({ length: 6 }, () => begin(150_000)));
    expect(begun.filter(({ status }) => status === 'fulfilled')).toHaveLength(3);
    for (const each of begun)
      if (each.status === 'rejected') expect(each.reason).toMatchObject(refusal('file.quota_exceeded'));
    expect(await tenant.caller.files.quota({})).toEqual({ used: 450_000, quota: 500_000, limit: 200_000 });
  });

  it('of a record that went meanwhile makes no file', async () => {
    const { id } = await tenant.caller.files.createUpload({ name: 'a.txt', length: 1, subject: about() });
    await send(id, 0, 'x');
    await tenant.caller.leads.archive({ ids: [leadId] });
    await expect(tenant.caller.files.finish({ id })).rejects.toMatchObject(refusal('lead.not_found'));
  });

  it('is put together again where a process was killed before the version was written', async () => {
    const { id } = await tenant.caller.files.createUpload({ name: 'a.txt', length: 3, subject: about() });
    await send(id, 0, 'abc');
    await blobs().put(versionKey(tenant.workspaceId, uuid('fileUpload', id)), Readable.from(['abc']), { maxBytes: 3 });
    const file = await finishUpload(tenant.scope, { id: uuid('fileUpload', id) });
    expect(await buffer(await blobs().get(versionKey(tenant.workspaceId, await versionOf(file.id))))).toHaveLength(3);
    // And where it was killed before the parts went.
    await eraseParts(server.platform.app, tenant.workspaceId, uuid('fileUpload', id));
    expect((await tenant.caller.files.finish({ id })).id).toBe(file.id);
  });
});
