import { fromPublicId } from '@tabard/contract';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { sweepTable } from '#kernel';
import { startTestServer, type TestServer, type TestTenant } from '../../../../test/fixture/index.ts';
import { versionKey } from './file-keys.ts';
import { fileRetention } from './file-retention.ts';

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
const refusal = (code: string) => ({ cause: { code } });
const versionOf = async (id: string) => {
  const [row] = await tenant.scope.read<{ id: string }>('select version_id as id from file where id = $1', [
    uuid('file', id),
  ]);
  return row!.id;
};

describe('a file', () => {
  it('comes back byte for byte with its name, on its record, and only in its own workspace', async () => {
    const file = await upload('Übersicht "2026".txt', 'Grüße');
    expect(file).toMatchObject({ name: 'Übersicht _2026_.txt', kind: 'text', mediaType: 'text/plain', size: 7, version: 1, versions: 1, leadId, scan: 'unscanned' }); // prettier-ignore
    const answer = await ask(`/files/${file.id}/content`);
    expect(await answer.text()).toBe('Grüße');
    expect(answer.headers.get('content-disposition')).toBe(
      `attachment; filename="_bersicht _2026_.txt"; filename*=UTF-8''%C3%9Cbersicht%20_2026_.txt`,
    );
    expect(answer.headers.get('content-security-policy')).toContain('sandbox');
    expect(answer.headers.get('x-content-type-options')).toBe('nosniff');
    expect(answer.headers.get('cache-control')).toContain('private');
    expect((await tenant.caller.files.list({ subject: about() })).items).toEqual([file]);
    const other = await server.createTenant();
    expect(await codeOf(await ask(`/files/${file.id}/content`, {}, other))).toBe('file.not_found');
    await expect(other.caller.files.get({ id: file.id })).rejects.toMatchObject(refusal('file.not_found'));
    await expect(other.caller.files.archive({ ids: [file.id] })).rejects.toMatchObject(refusal('file.not_found'));
    expect((await fetch(`${server.url}/files/${file.id}/content`)).status).toBe(401);
  });

  it('is sent in ranges, and not again to who has it', async () => {
    const { id } = await upload('digits.txt', '0123456789');
    const part = async (range: string, more = {}) => {
      const answer = await ask(`/files/${id}/content`, { headers: { Range: range, ...more } });
      return [answer.status, await answer.text(), answer.headers.get('content-range')];
    };
    expect(await part('bytes=2-4')).toEqual([206, '234', 'bytes 2-4/10']);
    expect(await part('bytes=7-')).toEqual([206, '789', 'bytes 7-9/10']);
    expect(await part('bytes=-2')).toEqual([206, '89', 'bytes 8-9/10']);
    expect(await part('bytes=0-1,3-4')).toEqual([200, '0123456789', null]);
    expect(await part('bytes=2-4', { 'If-Range': '"other"' })).toEqual([200, '0123456789', null]);
    expect((await part('bytes=10-'))[0]).toBe(416);
    const etag = (await ask(`/files/${id}/content`)).headers.get('etag')!;
    expect((await ask(`/files/${id}/content`, { headers: { 'If-None-Match': etag } })).status).toBe(304);
    expect((await ask(`/files/${id}/content`, { method: 'HEAD' })).headers.get('content-length')).toBe('10');
  });

  it('keeps a clean name: no folders, nothing invisible, nothing that turns its letters, at most 255 bytes', async () => {
    const named = async (name: string) => (await upload(name, 'x')).name;
    expect(await named('../../etc/passwd.txt')).toBe('passwd.txt');
    expect(await named('C:\\Users\\ada\\plan.txt')).toBe('plan.txt');
    expect(await named('in\u0000voice\u202Etxt.\u200Btxt')).toBe('invoicetxt.txt');
    const long = await named(`${'ü'.repeat(300)}.txt`);
    expect([Buffer.byteLength(long), long.endsWith('.txt')]).toEqual([254, true]);
    await expect(upload('/\u202E/', 'x')).rejects.toMatchObject({ code: 'BAD_REQUEST' });
  });

  it('is renamed with its ending, goes to the bin and comes back, and is erased with its bytes after thirty days', async () => {
    const { id } = await upload('plan.txt', 'x');
    expect((await tenant.caller.files.rename({ id, name: 'Plan of May.txt' })).name).toBe('Plan of May.txt');
    await expect(tenant.caller.files.rename({ id, name: 'plan.html' })).rejects.toMatchObject({
      cause: { code: 'file.type_mismatch', message: 'Keep the ending .txt.' },
    });
    await tenant.caller.files.archive({ ids: [id] });
    expect((await tenant.caller.files.list({})).items).toEqual([]);
    expect((await ask(`/files/${id}/content`)).status).toBe(404);
    expect((await tenant.caller.files.list({ filter: { archived: true } })).items).toHaveLength(1);
    await tenant.caller.files.restore({ ids: [id] });
    expect(await (await ask(`/files/${id}/content`)).text()).toBe('x');
    const key = versionKey(tenant.workspaceId, await versionOf(id));
    await tenant.caller.files.archive({ ids: [id] });
    const age = (days: number) =>
      tenant.scope.write(({ sql }) =>
        sql(`update file set archived_at = now() - make_interval(days => $2) where id = $1`, [uuid('file', id), days]),
      );
    await age(29);
    await sweepTable(server.platform.app, fileRetention);
    expect(await blobs().size(key)).toBe(1);
    await age(31);
    await sweepTable(server.platform.app, fileRetention);
    expect([await blobs().size(key), await tenant.scope.read('select 1 from file_version')]).toEqual([null, []]);
  });

  it('goes with its record, bytes first, and moves with a merge', async () => {
    const { id: other } = await tenant.caller.leads.create({ email: 'second@client.example' });
    const file = await upload('kept.txt', 'x', tenant, about(other));
    await tenant.caller.leadMerges.merge({ id: leadId, otherId: other });
    expect((await tenant.caller.files.list({ subject: about() })).items.map(({ id }) => id)).toEqual([file.id]);
    const company = await tenant.caller.companies.create({ name: 'Goes' });
    const gone = await upload('gone.txt', 'x', tenant, { noun: 'company', id: company.id } as never);
    const key = versionKey(tenant.workspaceId, await versionOf(gone.id));
    await tenant.caller.companies.remove({ id: company.id });
    await expect(tenant.caller.files.get({ id: gone.id })).rejects.toMatchObject(refusal('file.not_found'));
    await expect(tenant.caller.files.restore({ ids: [file.id, gone.id] })).rejects.toMatchObject(
      refusal('file.not_found'),
    );
    await sweepTable(server.platform.app, fileRetention);
    expect(await blobs().size(key)).toBeNull();
    expect((await tenant.caller.files.get({ id: file.id })).leadId).toBe(leadId);
    const told = JSON.stringify(await tenant.scope.read('select data from activity union all select data from event'));
    expect(told).not.toMatch(/(?:kept|gone)\.txt/);
  });

  it('has versions: an older one is shown again, each can be read, and the ending stays', async () => {
    const { id } = await upload('offer.txt', 'first');
    await expect(tenant.caller.files.addVersion({ id, name: 'offer.pdf', length: 3 })).rejects.toMatchObject(
      refusal('file.type_mismatch'),
    );
    const { id: uploadId } = await tenant.caller.files.addVersion({ id, name: 'offer.txt', length: 6 });
    await send(uploadId, 0, 'second');
    expect(await tenant.caller.files.finish({ id: uploadId })).toMatchObject({ id, version: 2, versions: 2, size: 6 });
    const read = async (query = '') => (await ask(`/files/${id}/content${query}`)).text();
    expect([await read(), await read('?version=1')]).toEqual(['second', 'first']);
    expect(await tenant.caller.files.restoreVersion({ id, version: 1 })).toMatchObject({ version: 1, size: 5 });
    expect([await read(), await read('?version=2')]).toEqual(['first', 'second']);
    const { items } = await tenant.caller.files.versions({ id });
    expect(items.map(({ version, isCurrent }) => [version, isCurrent])).toEqual([
      [2, false],
      [1, true],
    ]);
    expect((await ask(`/files/${id}/content?version=3`)).status).toBe(404);
    const events = await tenant.scope.read<{ type: string; subject_noun: string }>(
      `select type, subject_noun from event where type like 'file.%' order by id`,
    );
    expect(events.map(({ type }) => type)).toEqual(['file.created', 'file.version_added', 'file.version_restored']);
    expect(new Set(events.map(({ subject_noun: noun }) => noun))).toEqual(new Set(['lead']));
  });
});
