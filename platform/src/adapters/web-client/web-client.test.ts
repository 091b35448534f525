import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { WebAddressRefused, WebServerSilent } from '#ports';
import { createWebClient } from './web-client.ts';

let server: Server;
let url = '';
let asked = 0;
beforeAll(async () => {
  server = createServer((request, response) => {
    asked++;
    if (request.url === '/elsewhere') response.writeHead(302, { location: `${url}/plain` }).end();
    else if (request.url === '/endless') response.end('x'.repeat(2_000_000));
    else if (request.url === '/plain') request.pipe(response);
    // Anything else is never answered.
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => {
  server.closeAllConnections();
  server.close();
});

const outside = createWebClient({ allowPrivate: false });
const inside = createWebClient({ allowPrivate: true });
const get = { method: 'GET', headers: {} };

it.each([
  'http://issuer.example',
  'ftp://issuer.example',
  'not an address',
  'https://user:password@issuer.example',
  'https://127.0.0.1',
  'https://[::1]',
  'https://[::ffff:10.0.0.1]',
  'https://10.1.2.3',
  'https://192.168.0.1:8443',
  'https://169.254.169.254/latest/meta-data',
  'https://localhost',
  'https://0.0.0.0',
  'https://2130706433',
])('never asks %s', async (address) => {
  await expect(outside.ask(address, get)).rejects.toBeInstanceOf(WebAddressRefused);
});

it('gives what the server answered, and follows it nowhere', async () => {
  const answer = await inside.ask(`${url}/plain`, { method: 'POST', headers: { 'x-a': 'b' }, body: 'hello' });
  expect([answer.status, Buffer.from(answer.body).toString()]).toEqual([200, 'hello']);
  const before = asked;
  expect((await inside.ask(`${url}/elsewhere`, get)).status).toBe(302);
  expect(asked).toBe(before + 1);
});

it('gives up where the answer is endless, does not come, or nobody is there', async () => {
  await expect(inside.ask(`${url}/endless`, get)).rejects.toBeInstanceOf(WebServerSilent);
  const left = new AbortController();
  const waiting = inside.ask(`${url}/silent`, { ...get, signal: left.signal });
  left.abort();
  await expect(waiting).rejects.toBeInstanceOf(WebServerSilent);
  await expect(inside.ask('http://127.0.0.1:1', get)).rejects.toBeInstanceOf(WebServerSilent);
});
