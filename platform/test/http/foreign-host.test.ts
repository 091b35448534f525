import { request as httpRequest } from 'node:http';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { loadConfig } from '#config';
import { startTestServer, type TestServer } from '../fixture/index.ts';

const env = {
  PUBLIC_URL: 'https://api.agency.example',
  HOSTED_URL: 'https://app.agency.example',
  LINKS_URL: 'https://go.agency.example',
  HOST_NAMES: 'api.internal, [fd00::1]',
};
let server: TestServer;
let laptop: TestServer;
beforeAll(async () => {
  server = await startTestServer({ env });
  laptop = await startTestServer({ env: { HOST_NAMES: '' } });
});
afterAll(async () => {
  await server.stop();
  await laptop.stop();
});

/** Asks by a name of its own: `fetch` always says the one that it connects to. */
function ask(url: string, path: string, headers: Record<string, string>, method = 'GET') {
  return new Promise<{ status: number; body: string }>((resolve, reject) => {
    const { port } = new URL(url);
    httpRequest({ hostname: 'localhost', port, path, method, headers }, (response) => {
      let body = '';
      response.on('data', (part: Buffer) => (body += part.toString()));
      response.on('end', () => resolve({ status: response.statusCode ?? 0, body }));
    })
      .on('error', reject)
      .end();
  });
}

describe('a request', () => {
  it.each(['/sign-in', '/', '/setup', '/invitation', '/errors/request-invalid', '/embed/v1.js', '/rpc/leads.list'])(
    'for %s under a foreign name is answered 421, whoever asks',
    async (path) => {
      for (const host of ['rebound.example', 'app.agency.example.rebound.example', 'localhost', '127.0.0.1:4000']) {
        const program = await ask(server.url, path, { Host: host });
        expect([program.status, JSON.parse(program.body).code], host).toEqual([421, 'request.unknown_host']);
        const person = await ask(server.url, path, { Host: host, Accept: 'text/html' });
        expect(person.status, host).toBe(421);
        expect(person.body).not.toContain('<form');
      }
    },
  );

  it.each([
    'api.agency.example',
    'app.agency.example:8443',
    'GO.agency.example.',
    'api.internal:4000',
    '[fd00::1]:4000',
  ])('under the name %s is ours', async (host) => {
    expect((await ask(server.url, '/sign-in', { Host: host })).status).toBe(200);
  });

  it('may name any address of loopback where the platform runs on a laptop, and nothing else', async () => {
    for (const host of ['localhost', '127.0.0.1:4000', '[::1]'])
      expect((await ask(laptop.url, '/sign-in', { Host: host })).status, host).toBe(200);
    expect((await ask(laptop.url, '/sign-in', { Host: 'rebound.example' })).status).toBe(421);
  });

  it('is not believed what it says of a proxy that nobody set up', async () => {
    const headers = { Host: 'rebound.example', 'X-Forwarded-Host': 'app.agency.example' };
    expect((await ask(server.url, '/sign-in', headers)).status).toBe(421);
  });

  it('of a probe is answered by whatever address the machine has', async () => {
    for (const path of ['/health/live', '/health/ready', '/health'])
      expect((await ask(server.url, path, { Host: '10.0.0.7:4000' })).status, path).toBe(200);
  });

  it('for a link of a mail is answered under every name: mails that were sent keep theirs', async () => {
    expect((await ask(server.url, '/u/not-a-token', { Host: 'old-links.example' })).status).toBe(404);
  });
});

it('a name with a scheme or a port is refused when the platform starts', () => {
  const start = (names: string) =>
    loadConfig({ DATABASE_URL: 'postgres://x@localhost/x', SECRET_KEY: 'x'.repeat(32), HOST_NAMES: names });
  for (const names of ['https://api.internal', 'api.internal:4000', 'api.internal,,b'])
    expect(() => start(names), names).toThrow('HOST_NAMES');
  expect(start('a.internal, b.internal').http.hostNames).toEqual(['a.internal', 'b.internal']);
});
