import { afterAll, beforeAll, expect, it } from 'vitest';
import { createFileScanner } from '#adapters/file-scanner';
import { runJob } from '#kernel';
import { startClamd, type Clamd } from '../../../../test/fixture/clamd.ts';
import { startTestServer, type TestServer, type TestTenant } from '../../../../test/fixture/index.ts';
import { fromPublicId } from '@tabard/contract';
import { scanJob, scanSweep } from './scan.job.ts';

let server: TestServer;
let tenant: TestTenant;
let clamd: Clamd;
let subject: { noun: 'lead'; id: string };
/** The scanner that is set; the tests take it away and bring it back. */
const scanner: { isSet: boolean; scan: ReturnType<typeof createFileScanner>['scan'] } = {
  isSet: true,
  scan: async (body) => createFileScanner(clamd.address).scan(body),
};
beforeAll(async () => {
  clamd = await startClamd();
  server = await startTestServer({ ports: { fileScanner: scanner }, env: { SENDING_SWEEP_SECONDS: '1' } });
  tenant = await server.createTenant();
  const { id } = await tenant.caller.leads.create({ email: 'ines@client.example' });
  subject = { noun: 'lead', id };
});
afterAll(async () => {
  await server.stop();
  await clamd.stop();
});

const headers = () => ({ Authorization: `Bearer ${tenant.apiKey}`, 'Workspace-Id': tenant.publicId });
async function upload(text: string) {
  const { id } = await tenant.caller.files.createUpload({ name: 'a.txt', length: text.length, subject });
  await fetch(`${server.url}/files/uploads/${id}?offset=0`, { method: 'POST', body: text, headers: headers() });
  return tenant.caller.files.finish({ id });
}
const open = async (id: string) => {
  const answer = await fetch(`${server.url}/files/${id}/content`, { headers: headers() });
  return answer.ok ? answer.text() : ((await answer.json()) as { code: string }).code;
};
const look = async (id: string) => {
  const [row] = await tenant.scope.read<{ id: string }>('select version_id as id from file where id = $1', [
    fromPublicId('file', id),
  ]);
  await runJob(server.platform.app, scanJob, { workspaceId: tenant.workspaceId, versionId: row!.id });
};

it('A file is opened by nobody before it was looked at, and a harmful one never', async () => {
  const [good, bad] = [await upload('Hello'), await upload('X EICAR X')];
  expect([good.scan, bad.scan]).toEqual(['waiting', 'waiting']);
  expect([await open(good.id), await open(bad.id)]).toEqual(['file.not_scanned', 'file.not_scanned']);
  await look(good.id);
  await look(bad.id);
  expect([await open(good.id), await open(bad.id)]).toEqual(['Hello', 'file.infected']);
  expect((await tenant.caller.files.list({ filter: { scan: ['infected'] } })).items.map(({ id }) => id)).toEqual([
    bad.id,
  ]);
  const told = await tenant.scope.read(`select 1 from event where type = 'file.harm_found'`);
  expect(told).toHaveLength(1);
});

it('A scanner that is away keeps files shut, and the sweep has them looked at when it is back', async () => {
  await clamd.stop();
  const file = await upload('Later');
  await expect(look(file.id)).rejects.toThrow(/ECONNREFUSED/);
  expect([await open(file.id), (await tenant.caller.files.get({ id: file.id })).scan]).toEqual([
    'file.not_scanned',
    'waiting',
  ]);
  clamd = await startClamd();
  const { app } = server.platform;
  const worker = await app.jobs.work(app, [scanJob]);
  const sweep = await scanSweep.start(app);
  await expect.poll(() => open(file.id), { timeout: 30_000 }).toBe('Later');
  await sweep.stop();
  await worker.stop();
});

it('What came before there was a scanner is shut until it was looked at, and what waits for one that is no more is not', async () => {
  scanner.isSet = false;
  const file = await upload('Before');
  expect([file.scan, await open(file.id)]).toEqual(['unscanned', 'Before']);
  scanner.isSet = true;
  expect(await open(file.id)).toBe('file.not_scanned');
  await look(file.id);
  expect(await open(file.id)).toBe('Before');
  const waiting = await upload('Waits');
  scanner.isSet = false;
  await look(waiting.id);
  expect(await open(waiting.id)).toBe('Waits');
  scanner.isSet = true;
});
