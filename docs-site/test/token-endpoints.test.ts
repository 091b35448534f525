import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freePort } from '@tabard/testing';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { startTestServer, type TestServer, type TestTenant } from '../../platform/test/fixture/index.ts';
import { choosable, firstChoice, pageSnippet, tokenPath } from '../src/snippets/page-snippet.ts';
import { languages, tokenEndpoint, type Language } from '../src/snippets/token-endpoint.ts';

/** How the sample of each language is run, where this machine has the language. */
const runners: Partial<
  Record<Language, { probe: [string, ...string[]]; run: (file: string, port: string) => string[] }>
> = {
  node: { probe: [process.execPath, '--version'], run: (file) => [process.execPath, file] },
  python: { probe: ['python3', '--version'], run: (file) => ['python3', '-u', file] },
  php: { probe: ['php', '--version'], run: (file, port) => ['php', '-S', `127.0.0.1:${port}`, file] },
  go: { probe: ['go', 'version'], run: (file) => ['go', 'run', file] },
};
const present = Object.entries(runners).filter(([, { probe }]) => spawnSync(probe[0], probe.slice(1)).status === 0);

let server: TestServer;
let tenant: TestTenant;
let folder: string;
let child: ChildProcess | undefined;
beforeAll(async () => {
  server = await startTestServer();
  tenant = await server.createTenant();
  folder = await mkdtemp(join(tmpdir(), 'token-endpoints-'));
});
afterEach(() => child?.kill('SIGKILL'));
afterAll(async () => {
  await server.stop();
  await rm(folder, { recursive: true, force: true });
});

describe('the token endpoint', () => {
  it.each(present)('in %s gives a page a session that works', async (name, { run }) => {
    const language = name as Language; // a key of the list above
    const file = join(folder, languages[language].file);
    await writeFile(file, tokenEndpoint(language, { ...firstChoice, apiUrl: server.url }));
    const port = String(await freePort());
    const [command = '', ...args] = run(file, port);
    child = spawn(command, args, {
      env: { ...process.env, PORT: port, OUTREACH_KEY: tenant.apiKey, OUTREACH_WORKSPACE: tenant.publicId },
      stdio: 'ignore',
    });
    const url = `http://127.0.0.1:${port}`;
    const ask = (path: string, method = 'POST') => fetch(url + path, { method }).catch(() => null);
    await expect.poll(async () => (await ask('/nothing'))?.status, { timeout: 30_000 }).toBe(404);
    const answer = await ask(tokenPath);
    expect([answer?.status, answer?.headers.get('cache-control')]).toEqual([200, 'no-store']);
    const { clientSecret, expiresAt } = (await answer!.json()) as { clientSecret: string; expiresAt: string };
    expect(Date.parse(expiresAt)).toBeGreaterThan(Date.now());
    const current = await server.call(
      'sessions.current',
      {},
      {
        token: clientSecret,
        headers: { Origin: firstChoice.origin },
      },
    );
    expect(current.body.result.data).toMatchObject({ user: { id: 'user-1' }, widgets: [firstChoice.widget] });
  });

  it('in every language asks for the chosen element and origin, and names nobody', () => {
    for (const language of Object.keys(languages) as Language[])
      for (const widget of choosable) {
        const code = tokenEndpoint(language, { ...firstChoice, widget, origin: 'https://host.example' });
        expect(code, language).toMatch(new RegExp(`["']${widget}["']`));
        expect(code, language).toContain('https://host.example');
        expect(code, language).toContain(firstChoice.apiUrl);
        expect(code, language).not.toMatch(/tabard/i);
      }
  });
});

describe('the snippet of a page', () => {
  it('names the chosen element under the chosen prefix', () => {
    const snippet = pageSnippet({ ...firstChoice, widget: 'lead-table', prefix: 'globex', theme: 'dark' });
    expect(snippet).toContain(`${firstChoice.apiUrl}/embed/v1.js?prefix=globex`);
    expect(snippet).toContain('<globex-lead-table></globex-lead-table>');
    expect(snippet).toContain('theme="dark"');
  });
});
