import { toPublicId } from '@tabard/contract';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { startTestServer, type TestServer, type TestTenant } from '../../../../test/fixture/index.ts';

let server: TestServer;
let tenant: TestTenant;
let fileId: string;
beforeAll(async () => {
  server = await startTestServer();
});
afterAll(() => server.stop());
beforeEach(async () => {
  tenant = await server.createTenant();
  const { id } = await tenant.caller.leads.create({ email: 'ines@client.example' });
  ({ id: fileId } = await upload('Plan für <b>Ines.txt', 'Hello', { noun: 'lead', id }));
});

async function upload(name: string, text: string, subject: { noun: 'lead'; id: string }) {
  const { id } = await tenant.caller.files.createUpload({ name, length: text.length, subject });
  await fetch(`${server.url}/files/uploads/${id}?offset=0`, {
    method: 'POST',
    body: text,
    headers: { Authorization: `Bearer ${tenant.apiKey}`, 'Workspace-Id': tenant.publicId },
  });
  return tenant.caller.files.finish({ id });
}
const make = (days = 7) => tenant.caller.fileLinks.create({ fileId, days });
const at = (url: string, more = '', headers: Record<string, string> = {}) =>
  fetch(server.url + new URL(url).pathname + more, { headers });
const list = async () => (await tenant.caller.fileLinks.list({ fileId })).items;
const age = (what: string) =>
  tenant.scope.write(({ sql }) => sql(`update file_link set ${what} where workspace_id = $1`, [tenant.workspaceId]));

describe('a link to a file', () => {
  it('shows its file to somebody outside and gives it, in their language, and says nothing else of the workspace', async () => {
    const { url } = await make();
    const page = await at(url, '', { Accept: 'text/html', 'Accept-Language': 'de-AT,de;q=0.9' });
    const html = await page.text();
    expect([page.status, page.headers.get('x-robots-tag'), page.headers.get('referrer-policy')]).toEqual([200, 'noindex', 'no-referrer']); // prettier-ignore
    expect(html).toContain('Plan für _b_Ines.txt');
    expect(html).toContain('Herunterladen');
    expect(html).not.toMatch(/<b>|client\.example|<script/);
    const file = await at(url, '/content');
    expect(await file.text()).toBe('Hello');
    expect(file.headers.get('content-disposition')).toMatch(/^attachment/);
    expect(file.headers.get('content-security-policy')).toMatch(/^sandbox/);
    expect(file.headers.get('cache-control')).toContain('no-store');
  });

  it('is counted, told of the record and noted each time that the file is taken, and not where it only goes on or is asked about', async () => {
    const { id, url } = await make();
    await at(url);
    await fetch(`${server.url}${new URL(url).pathname}/content`, { method: 'HEAD' });
    await (await at(url, '/content')).text();
    await (await at(url, '/content', { Range: 'bytes=0-1' })).text();
    expect(await (await at(url, '/content', { Range: 'bytes=2-' })).text()).toBe('llo');
    expect(await list()).toMatchObject([{ id, opened: 2, revokedAt: null }]);
    expect((await list())[0]?.lastOpenedAt).not.toBeNull();
    const events = await tenant.scope.read<{ data: { opened: number }; subject_noun: string }>(
      `select data, subject_noun from event where type = 'file.link_opened' order by id`,
    );
    expect(events.map(({ data, subject_noun: noun }) => [data.opened, noun])).toEqual([
      [1, 'lead'],
      [2, 'lead'],
    ]);
    const { items } = await tenant.caller.auditLog.list({});
    const noted = items.filter(({ action }) => action === 'fileLinks.open');
    expect(noted).toHaveLength(2);
    expect(JSON.stringify(noted)).toContain(id);
  });

  it('that expired, was taken back, or whose file is in the bin is answered as ended', async () => {
    const { id, url } = await make();
    const answers = async () => Promise.all([at(url), at(url, '/content')]);
    await age(`expires_at = now() - interval '1 second'`);
    for (const answer of await answers()) {
      expect(answer.status).toBe(410);
      expect(await answer.json()).toMatchObject({ code: 'file_link.ended' });
    }
    const shown = await at(url, '', { Accept: 'text/html' });
    expect([shown.status, shown.headers.get('content-type')]).toEqual([410, 'text/html; charset=utf-8']);
    expect(await shown.text()).not.toContain('Ines');
    await age(`expires_at = now() + interval '1 day'`);
    expect((await at(url)).status).toBe(200);
    await tenant.caller.files.archive({ ids: [fileId] });
    expect((await at(url, '/content')).status).toBe(410);
    await tenant.caller.files.restore({ ids: [fileId] });
    await tenant.caller.fileLinks.revoke({ id });
    expect((await at(url, '/content')).status).toBe(410);
    expect((await list())[0]).toMatchObject({ id, opened: 0 });
    expect((await list())[0]?.revokedAt).not.toBeNull();
  });

  it('is of one workspace, and its secret is kept nowhere', async () => {
    const { id, url } = await make();
    const secret = new URL(url).pathname.split('/').at(-1)!;
    expect(JSON.stringify(await tenant.scope.read('select l::text as row from file_link l'))).not.toContain(secret);
    const stranger = await server.createTenant();
    const elsewhere = url.replace(tenant.publicId, toPublicId('workspace', stranger.workspaceId));
    for (const wrong of [elsewhere, `${url.slice(0, -1)}${url.endsWith('x') ? 'y' : 'x'}`, url.replace('fln_', 'cal_')])
      expect((await at(wrong)).status).toBe(404);
    await expect(stranger.caller.fileLinks.revoke({ id })).rejects.toMatchObject({
      cause: { code: 'file_link.not_found' },
    });
    await expect(stranger.caller.fileLinks.create({ fileId, days: 1 })).rejects.toMatchObject({
      cause: { code: 'file.not_found' },
    });
    await expect(stranger.caller.fileLinks.list({ fileId })).rejects.toMatchObject({
      cause: { code: 'file.not_found' },
    });
  });

  it('of a file that is looked at, or harmful, gives nothing', async () => {
    const { url } = await make();
    for (const [scan, status] of [
      ['waiting', 409],
      ['infected', 403],
    ] as const) {
      await tenant.scope.write(({ sql }) => sql('update file_version set scan = $1', [scan]));
      expect((await at(url, '/content')).status).toBe(status);
      expect(await (await at(url)).text()).not.toContain('class="go"');
    }
  });
});
