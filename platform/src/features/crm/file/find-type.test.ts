import { fromPublicId } from '@tabard/contract';
import sharp from 'sharp';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { startTestServer, type TestServer, type TestTenant } from '../../../../test/fixture/index.ts';
import { thumbnailKey } from './file-keys.ts';

let server: TestServer;
let tenant: TestTenant;
let leadId: string;
beforeAll(async () => {
  server = await startTestServer({ env: { IMAGE_PIXELS: '1000000' } });
});
afterAll(() => server.stop());
beforeEach(async () => {
  tenant = await server.createTenant();
  ({ id: leadId } = await tenant.caller.leads.create({ email: 'ines@client.example' }));
});

const headers = () => ({ Authorization: `Bearer ${tenant.apiKey}`, 'Workspace-Id': tenant.publicId });
const ask = (path: string) => fetch(server.url + path, { headers: headers() });
const codeOf = async (response: Response) => ((await response.json()) as { code: string }).code;
async function upload(name: string, content: string | Uint8Array<ArrayBuffer>) {
  const body = Buffer.from(content as string);
  const subject = { noun: 'lead', id: leadId } as const;
  const { id } = await tenant.caller.files.createUpload({ name, length: body.length, subject });
  const path = `${server.url}/files/uploads/${id}?offset=0`;
  const sent = await fetch(path, { method: 'POST', body, headers: headers() });
  if (!sent.ok) throw new Error(await codeOf(sent));
  return tenant.caller.files.finish({ id });
}
const photo = (options: { width?: number; height?: number } = {}) =>
  sharp({ create: { width: options.width ?? 60, height: options.height ?? 40, channels: 3, background: '#883311' } });
const blobs = () => server.platform.app.ports.blobs;
const keysOf = async (folder: string) => {
  const keys: string[] = [];
  for await (const key of blobs().list(`${tenant.workspaceId}/${folder}/`)) keys.push(key);
  return keys;
};
const refusal = (code: string) => ({ cause: { code } });
const versionOf = async (id: string) => {
  const uuid = fromPublicId('file', id);
  const [row] = await tenant.scope.read<{ id: string }>('select version_id as id from file where id = $1', [uuid]);
  return row!.id;
};

describe('content', () => {
  it('decides what a file is, and one that its name lies about is refused and not kept', async () => {
    const png = await photo().png().toBuffer();
    for (const [name, content, code] of [
      ['fake.pdf', 'no pdf', 'file.type_mismatch'],
      ['fake.jpg', png, 'file.type_mismatch'],
      ['fake.txt', png, 'file.type_mismatch'],
      ['setup.exe', 'MZ', 'file.type_refused'],
      ['setup.txt', Buffer.concat([Buffer.from('MZ'), Buffer.alloc(200)]), 'file.type_refused'],
      ['run.txt', '#!/bin/sh\nrm -rf /', 'file.type_refused'],
    ] as const)
      await expect(upload(name, content as string), name).rejects.toMatchObject(refusal(code));
    expect([await keysOf('files'), await keysOf('file-parts')]).toEqual([[], []]);
    expect(await upload('a.pdf', '%PDF-1.7\n%âãÏÓ\n')).toMatchObject({ kind: 'pdf', mediaType: 'application/pdf' });
    expect(await upload('a.csv', 'a,b\n1,2')).toMatchObject({ kind: 'sheet', mediaType: 'text/csv' });
  });

  it('that a browser would run is no text, and goes out sandboxed to be saved', async () => {
    for (const [name, content, mediaType] of [
      ['page.html', '<script>alert(1)</script>', 'text/html'],
      ['hidden.txt', '<!doctype html><script>alert(1)</script>', 'application/xml'],
      ['drawing.svg', '<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>', 'image/svg+xml'],
    ] as const) {
      const file = await upload(name, content);
      expect(file).toMatchObject({ kind: 'other', mediaType, hasThumbnail: false });
      const answer = await ask(`/files/${file.id}/content`);
      expect(answer.headers.get('content-disposition')).toMatch(/^attachment/);
      expect(answer.headers.get('content-security-policy')).toMatch(/^sandbox/);
    }
  });

  it('of an image is written anew upright, without where and when it was taken, and has a small picture', async () => {
    const taken = await photo({ width: 60, height: 40 })
      .withMetadata({ orientation: 6 })
      .withExifMerge({ IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '47/1 22/1 0/1' } })
      .jpeg()
      .toBuffer();
    expect((await sharp(taken).metadata()).exif).toBeDefined();
    const file = await upload('beach.jpg', taken);
    expect(file).toMatchObject({ kind: 'image', mediaType: 'image/jpeg', hasThumbnail: true });
    const kept = Buffer.from(await (await ask(`/files/${file.id}/content`)).arrayBuffer());
    const { width, height, exif, xmp, orientation } = await sharp(kept).metadata();
    expect({ width, height, exif, xmp, orientation }).toEqual({
      width: 40,
      height: 60,
      exif: undefined,
      xmp: undefined,
      orientation: undefined,
    });
    const small = await ask(`/files/${file.id}/thumbnail`);
    expect([small.status, small.headers.get('content-type')]).toEqual([200, 'image/webp']);
    expect(await blobs().size(thumbnailKey(tenant.workspaceId, await versionOf(file.id)))).toBeGreaterThan(0);
    const text = await upload('a.txt', 'x');
    expect(await codeOf(await ask(`/files/${text.id}/thumbnail`))).toBe('file.preview_gone');
  });

  it('of an image that becomes a huge picture, or of a broken one, is refused before it is decoded', async () => {
    const bomb = await photo({ width: 4_000, height: 4_000 }).png({ compressionLevel: 9 }).toBuffer();
    expect(bomb.length).toBeLessThan(200_000);
    await expect(upload('bomb.png', bomb as never)).rejects.toMatchObject(refusal('file.image_too_large'));
    const whole = await photo({ width: 300, height: 300 }).jpeg().toBuffer();
    const cut = Buffer.concat([whole.subarray(0, whole.length / 2)]);
    await expect(upload('cut.jpg', cut as never)).rejects.toMatchObject(refusal('file.image_unreadable'));
    expect(await keysOf('files')).toEqual([]);
  });
});
