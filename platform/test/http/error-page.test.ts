import { docsPath, errors, type ErrorCode } from '@tabard/contract/errors';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestServer, type TestServer } from '../fixture/index.ts';

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer();
});
afterAll(() => server.stop());

describe('the link of an error', () => {
  it('leads to a neutral page of the same host for every code', async () => {
    for (const code of Object.keys(errors) as ErrorCode[]) {
      const page = await fetch(server.url + docsPath(code));
      expect([code, page.status, page.headers.get('content-type')]).toEqual([code, 200, 'text/html; charset=utf-8']);
      expect(page.headers.get('content-security-policy')).toContain("default-src 'none'");
      const text = await page.text();
      expect(text).toContain(`<code>${code}</code>`);
      expect(text, code).not.toMatch(/tabard/i);
    }
  });

  it('stands in every error answer, of procedures and of other addresses', async () => {
    const { body } = await server.call('leads.nope');
    const plain = (await (await fetch(`${server.url}/nope`)).json()) as { docs: string; type: string };
    for (const path of [body.error.data.docs, plain.docs, plain.type])
      expect((await fetch(new URL(path, server.url))).status).toBe(200);
  });

  it('is there behind a slash, too', async () => {
    expect((await fetch(`${server.url}/errors/request-invalid/`)).status).toBe(200);
  });

  it('of no code leads nowhere', async () => {
    for (const path of ['/errors/nope', '/errors/%3Cscript%3E', '/errors/'])
      expect((await fetch(server.url + path)).status, path).toBe(404);
  });

  it('is what a person sees in a browser whose address is wrong, and a program gets JSON', async () => {
    const look = (accept: string) => fetch(`${server.url}/nowhere/at/all`, { headers: { accept } });
    const page = await look('text/html,application/xhtml+xml,*/*;q=0.8');
    expect([page.status, page.headers.get('content-type')]).toEqual([404, expect.stringMatching(/^text\/html/)]);
    expect(await page.text()).toMatch(/<h1>/);
    expect((await look('*/*')).headers.get('content-type')).toMatch(/problem\+json/);
  });
});

describe('a bare address', () => {
  it('leads to where one signs in, and a slash too many is taken away', async () => {
    const at = async (path: string) => {
      const { status, headers } = await fetch(server.url + path, { redirect: 'manual' });
      return [status, headers.get('location')];
    };
    for (const path of ['/', '/app']) expect(await at(path)).toEqual([303, expect.stringMatching(/\/sign-in$/)]);
    expect(await at('/sign-in/?to=%2Fapp')).toEqual([308, '/sign-in?to=%2Fapp']);
    expect(await at('//elsewhere.example/')).toEqual([404, null]);
  });
});
