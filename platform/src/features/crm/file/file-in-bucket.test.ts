import { afterAll, beforeAll, expect, it } from 'vitest';
import { startBucket, type Bucket } from '../../../../test/fixture/bucket.ts';
import { startTestServer, type TestServer } from '../../../../test/fixture/index.ts';

let server: TestServer;
let bucket: Bucket;
beforeAll(async () => {
  bucket = await startBucket();
  server = await startTestServer({
    env: {
      S3_BUCKET: bucket.options.bucket,
      S3_ENDPOINT: bucket.options.endpoint,
      S3_ACCESS_KEY_ID: 'S3RVER',
      S3_SECRET_ACCESS_KEY: 'S3RVER',
      S3_PATH_STYLE: 'true',
    },
  });
});
afterAll(async () => {
  await server.stop();
  await bucket.stop();
});

it('A file is uploaded in parts to a bucket, sent from it in ranges, and leaves none of its parts there', async () => {
  const tenant = await server.createTenant();
  const { id: leadId } = await tenant.caller.leads.create({ email: 'ines@client.example' });
  const subject = { noun: 'lead', id: leadId } as const;
  const headers = { Authorization: `Bearer ${tenant.apiKey}`, 'Workspace-Id': tenant.publicId };
  const { id } = await tenant.caller.files.createUpload({ name: 'a.txt', length: 10, subject });
  for (const [offset, body] of [
    [0, '01234'],
    [5, '56789'],
  ] as const)
    // prettier-ignore
    await fetch(`${server.url}/files/uploads/${id}?offset=${offset}`, { method: 'POST', body, headers });
  const file = await tenant.caller.files.finish({ id });
  const read = (more = {}) => fetch(`${server.url}/files/${file.id}/content`, { headers: { ...headers, ...more } });
  expect(await (await read()).text()).toBe('0123456789');
  expect(await (await read({ Range: 'bytes=3-6' })).text()).toBe('3456');
  const left: string[] = [];
  for await (const key of server.platform.app.ports.blobs.list(`${tenant.workspaceId}/file-parts/`)) left.push(key);
  expect(left).toEqual([]);
});
