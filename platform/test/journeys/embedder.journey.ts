import { execFile, spawn, type ChildProcess } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import { openPortal, type PortalPage } from './portal-page.ts';
import { freePorts, freshDatabase, makeHome, startCommand, type Running } from './start-product.ts';

/**
 * An embedder who has the documentation and nothing else: what is done here stands in the guides "A first key", "Install the packages"
 * and "Embed in ten lines", and what it is done with is taken from their snippets.
 */
const run = promisify(execFile);
const root = join(import.meta.dirname, '../../..');
const guides = join(root, 'docs-site/src/content/docs/guides');

/** The embedder's own server: the guide's endpoint, and one page under a strict policy. */
const server = `import { createServer } from 'node:http';
import { readFile } from 'node:fs/promises';
import { openSession } from './session.js';

const page = await readFile('page.html');
const policy = "default-src 'none'; script-src 'nonce-n0nce' 'strict-dynamic'; style-src 'self'; img-src 'self' data:; " +
  "connect-src 'self' " + process.env.API + "; require-trusted-types-for 'script'";
createServer(async (request, response) => {
  if (request.url === '/outreach-session') {
    const session = await openSession({ id: 'u1', name: 'Uma', email: 'uma@quayside.example' });
    return response.setHeader('Content-Type', 'application/json').end(JSON.stringify(session));
  }
  response.setHeader('Content-Security-Policy', policy).setHeader('Content-Type', 'text/html; charset=utf-8').end(page);
}).listen(Number(process.env.PORT), '127.0.0.1');
`;

let home: string;
let scratch: string;
let product: Running;
let api: string;
let host: ChildProcess;
let portal: PortalPage;

beforeAll(async () => {
  [home, scratch] = await Promise.all([makeHome(), mkdtemp(join(tmpdir(), 'embedder-'))]);
  const [port = 0] = await freePorts(1);
  api = `http://localhost:${port}`;
  product = await startCommand(['start', '--no-demo'], {
    ...(await freshDatabase()),
    TABARD_HOME: home,
    PORT: String(port),
    SETUP_ORGANIZATION: 'Quayside',
  });
});
afterEach(async ({ task }) => {
  if (task.result?.state === 'fail') await portal?.failurePicture(task.name);
});
afterAll(async () => {
  await portal?.close();
  host?.kill();
  await product?.stop();
  for (const folder of [home, scratch]) await rm(folder, { recursive: true, force: true });
});

/** The first snippet of a guide in a language that holds a word, with the guide's addresses replaced by ours. */
async function snippet(guide: string, language: string, word: string): Promise<string> {
  const text = await readFile(join(guides, `${guide}.md`), 'utf8');
  const blocks = text.split(/^```/m).filter((_, at) => at % 2 === 1);
  const found = blocks.find((code) => code.startsWith(`${language}\n`) && code.includes(word));
  if (!found) throw new Error(`No snippet of ${guide} holds ${word}.`);
  return found.slice(language.length + 1).replaceAll('https://api.agency.example', api);
}
const key = (): string => /sk_live_\w{38}/.exec(product.output())?.[0] ?? '';

it('gets a key from the first start, and packs and installs SDK and wrappers in a folder of its own', async () => {
  await expect.poll(key).toMatch(/^sk_live_/);
  expect(await snippet('packages', 'sh', 'pack')).toContain('npm run pack --');
  const { stdout } = await run(process.execPath, [join(root, 'packages/tooling/bootstrap.mjs'), 'pack', scratch]);
  const tarballs = stdout.trim().split('\n');
  expect(tarballs).toHaveLength(2);
  await writeFile(join(scratch, 'package.json'), '{ "private": true, "type": "module" }');
  await run('npm', ['install', ...tarballs, '--offline', '--no-audit', '--no-fund'], { cwd: scratch });
  const loads = `import { load } from '@tabard/widgets/load'; console.log(typeof load)`;
  const asked = await run(process.execPath, ['--input-type=module', '-e', loads], { cwd: scratch });
  expect(asked.stdout.trim()).toBe('function');
});

it("opens sessions by the guide's own code, and finds its workspace with curl's words", async () => {
  const asked = await snippet('http', 'sh', 'rpc/leads.list');
  expect(asked).toContain('Authorization: Bearer $KEY');
  const { body } = await call('workspaces.list', {});
  const [workspace] = body.result.data.items as { id: string; name: string }[];
  expect(workspace?.name).toBe('Quayside');
  const code = (await snippet('embed', 'ts', 'openSession'))
    .replace(/wsp_\w+/, workspace?.id ?? '')
    .replace(/widgets: .*,/, "widgets: { inbox: {}, 'lead-table': {}, 'campaign-list': {} },")
    .replace("'https://portal.agency.example'", "process.env.ORIGIN ?? ''");
  // A snippet of TypeScript without a type in it is JavaScript.
  await writeFile(join(scratch, 'session.js'), code.replace(/\(user: \{[^}]*\}\)/, '(user)'));
});

it('shows three elements in its own colour and in French, under a strict policy and without one report', async () => {
  const page = (await snippet('embed', 'html', 'acme-inbox'))
    .replace(
      "prefix: 'acme',",
      "prefix: 'quay',\n    locale: 'fr',\n    appearance: { brandColor: '#0b6e4f', theme: 'light' },",
    )
    .replace(
      '<acme-inbox></acme-inbox>',
      '<quay-inbox></quay-inbox><quay-lead-table></quay-lead-table><quay-campaign-list></quay-campaign-list>',
    )
    .replace('<script type="module">', '<script type="module" nonce="n0nce">');
  await writeFile(
    join(scratch, 'page.html'),
    `<!doctype html><html lang="fr"><head><title>Portail</title><link rel="icon" href="data:,"></head><body>${page}</body></html>`,
  );
  await writeFile(join(scratch, 'server.js'), server);
  const [port = 0] = await freePorts(1);
  const origin = `http://localhost:${port}`;
  host = spawn(process.execPath, ['server.js'], {
    cwd: scratch,
    env: { PATH: process.env['PATH'], PORT: String(port), ORIGIN: origin, API: api, OUTREACH_KEY: key() },
    stdio: ['ignore', 'inherit', 'inherit'],
  });
  await expect
    .poll(() =>
      fetch(origin).then(
        ({ status }) => status,
        () => 0,
      ),
    )
    .toBe(200);
  portal = await openPortal(origin);
  for (const tag of ['quay-inbox', 'quay-lead-table', 'quay-campaign-list'])
    await portal.page.locator(`${tag}:state(ready)`).waitFor();
  await portal.page.getByRole('heading', { name: /Prospects/ }).waitFor();
  expect(
    await portal.page.locator('quay-lead-table').evaluate((one) => getComputedStyle(one).getPropertyValue('--_accent')),
  ).toBe('#0b6e4f');
  expect(await portal.page.content()).not.toMatch(/tabard/i);
  await portal.picture('embedder');
  expect(portal.troubles).toEqual([]);
});

// oxlint-disable-next-line no-explicit-any -- the answer is looked into
async function call(procedure: string, input: object): Promise<{ status: number; body: any }> {
  const response = await fetch(`${api}/rpc/${procedure}`, {
    method: 'POST',
    headers: { Authorization: `Bearer ${key()}`, 'Content-Type': 'application/json' },
    body: JSON.stringify(input),
  });
  return { status: response.status, body: await response.json() };
}
