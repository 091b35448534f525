import { createClient } from '@tabard/sdk';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  openFaultyLine,
  startTestServer,
  type FaultyLine,
  type TestServer,
  type TestTenant,
} from '../fixture/index.ts';

let server: TestServer;
let tenant: TestTenant;
let line: FaultyLine;
let subject: { noun: 'lead'; id: string };
beforeAll(async () => {
  server = await startTestServer();
  tenant = await server.createTenant();
  line = await openFaultyLine(server.url);
  const { id } = await tenant.caller.leads.create({ email: 'ines@client.example' });
  subject = { noun: 'lead', id };
});
afterAll(async () => {
  await line.down();
  await server.stop();
});

const connect = () =>
  createClient({ baseUrl: line.url, workspace: tenant.publicId, apiKey: tenant.apiKey, maxRetries: 0 });
const bytes = new Uint8Array(1_500_000).map((_, at) => at % 251);
const content = async (id: string) =>
  new Uint8Array(await (await connect().fetch(`/files/${id}/content`)).arrayBuffer());

describe('an upload by the SDK', () => {
  it('sends a file in parts and tells how far it is', async () => {
    const told: number[] = [];
    const file = await connect().files.upload(new File([bytes], 'Übersicht.bin'), {
      subject,
      onProgress: ({ sent, total }) => told.push(sent / total),
    });
    expect(file).toMatchObject({ name: 'Übersicht.bin', size: bytes.length, leadId: subject.id });
    expect(await content(file.id)).toEqual(bytes);
    expect(told.length).toBeGreaterThan(4);
    expect(told).toEqual(told.toSorted((a, b) => a - b));
    expect([told[0], told.at(-1)]).toEqual([0, 1]);
  });

  it('goes on by itself where parts are lost and where only their answers are', async () => {
    let sent = 0;
    const file = await connect().files.upload(bytes, {
      subject,
      name: 'broken.bin',
      onProgress: () => {
        sent++;
        if (sent === 2) line.faults.push('drop');
        if (sent === 4) line.faults.push('answer-lost');
      },
    });
    expect(await content(file.id)).toEqual(bytes);
  });

  it('that was stopped goes on later from where it was, and a version of a file is sent the same way', async () => {
    const stopping = new AbortController();
    let uploadId = '';
    const stopped = connect().files.upload(bytes, {
      subject,
      name: 'later.bin',
      onBegin: (id) => (uploadId = id),
      onProgress: ({ sent }) => sent > 0 && stopping.abort(),
      signal: stopping.signal,
    });
    await expect(stopped).rejects.toThrow(/abort/i);
    const { offset } = await connect().files.getUpload({ id: uploadId });
    expect(offset).toBeGreaterThan(0);
    const told: number[] = [];
    const file = await connect().files.upload(bytes, { uploadId, onProgress: ({ sent }) => told.push(sent) });
    expect(told[0]).toBe(offset);
    expect(await content(file.id)).toEqual(bytes);
    const next = await connect().files.upload(bytes.slice(1), { fileId: file.id, name: 'later.bin' });
    expect(next).toMatchObject({ id: file.id, version: 2, size: bytes.length - 1 });
    await expect(connect().files.upload(bytes.slice(3), { uploadId })).rejects.toThrow('not the file');
  });
});
