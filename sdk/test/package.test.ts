import type * as Browser from '../src/browser.ts';
import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { gzipSync } from 'node:zlib';
import { build } from 'esbuild';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buildSdk } from '../build/build.ts';

const run = promisify(execFile);
const root = join(import.meta.dirname, '../..');
const tsc = join(root, 'node_modules/.bin/tsc');
/** A project of a stranger: nothing of this repository but the packed package. */
let consumer: string;
let dist: string;

/** Everything a first program uses; what is marked must not compile. */
const program = `
import { createClient, isSdkError, NotFoundError, webhooks, type Client, type WorkspaceEvent } from '@tabard/sdk';
export async function use(client: Client): Promise<string[]> {
  const session = await client.sessions.current();
  const page = await client.workspaces.list({ limit: 5 });
  const names: string[] = [session.organization.name, ...page.items.map((workspace) => workspace.brand.displayName)];
  for await (const workspace of client.workspaces.list()) names.push(workspace.timeZone);
  const { data, response } = await client.workspaces.get({ id: 'wsp_1' }).withResponse();
  names.push(data.name, response.requestId);
  for await (const event of client.events.stream({})) names.push(event.type);
  try {
    await client.workspaces.update({ id: 'wsp_1', dailyCap: null }, { idempotencyKey: 'k' });
  } catch (error) {
    if (error instanceof NotFoundError) names.push(error.code);
    else if (isSdkError(error)) names.push(error.message);
  }
  // @ts-expect-error -- a field that is not there
  await client.workspaces.get({ id: 'wsp_1', nope: true });
  // @ts-expect-error -- a procedure that is not there
  await client.workspaces.explode();
  // @ts-expect-error -- an input that may not be left out
  await client.leads.get();
  return names;
}
export const read = (body: string, headers: Headers): Promise<WorkspaceEvent> => webhooks.unwrap(body, headers, ['whsec_a']);
export const client = createClient({ baseUrl: 'https://api.example.com', apiKey: 'sk_live_x' });
console.log(typeof client.workspaces.get, typeof client.uploads.create);
`;

beforeAll(async () => {
  ({ dist } = await buildSdk());
  consumer = await mkdtemp(join(tmpdir(), 'sdk-consumer-'));
  const { stdout } = await run('npm', ['pack', dist, '--pack-destination', consumer, '--json', '--loglevel=error']);
  const [{ filename }] = JSON.parse(stdout) as [{ filename: string }];
  const installed = join(consumer, 'node_modules/@tabard/sdk');
  await mkdir(installed, { recursive: true });
  await run('tar', ['-xzf', join(consumer, filename), '-C', installed, '--strip-components=1']);
  await writeFile(join(consumer, 'package.json'), '{ "type": "module", "private": true }');
  await writeFile(join(consumer, 'use.ts'), program);
});
afterAll(() => rm(consumer, { recursive: true, force: true }));

async function compile(options: object, folder = consumer, files = ['use.ts']): Promise<string> {
  const config = join(folder, 'tsconfig.json');
  const compilerOptions = { strict: true, noEmit: true, types: [], target: 'es2022', skipLibCheck: false, ...options };
  await writeFile(config, JSON.stringify({ compilerOptions, files }));
  return run(tsc, ['-p', config]).then(
    () => '',
    (error: { stdout: string }) => error.stdout,
  );
}

describe('the package', () => {
  const lib = ['es2022', 'esnext.disposable', 'dom', 'dom.iterable', 'dom.asynciterable'];

  it("compiles in a stranger's strict project, by Node's rules and by a bundler's, checking its declarations too", async () => {
    expect(await compile({ module: 'nodenext', lib })).toBe('');
    expect(await compile({ module: 'esnext', moduleResolution: 'bundler', lib, customConditions: ['browser'] })).toBe(
      '',
    );
  });

  it('describes exactly what the router has', async () => {
    const folder = join(import.meta.dirname, '../.build');
    await writeFile(
      join(folder, 'drift.ts'),
      `import type { Api as Written } from './src/api.ts';
       import type { Api as Inferred } from '../src/api.ts';
       export const one = (api: Inferred): Written => api;
       export const other = (api: Written): Inferred => api;
       // @ts-expect-error -- were one of them any, the two lines above would say nothing
       export const none = (api: Inferred) => [api.workspaces.explode];
       // @ts-expect-error -- the same for the other
       export const neither = (written: Written) => [written.workspaces.explode];`,
    );
    const options = {
      module: 'nodenext',
      target: 'es2024',
      lib: ['es2024', 'esnext.temporal', 'dom', 'dom.iterable'],
      types: ['node'],
      allowImportingTsExtensions: true,
      skipLibCheck: true,
    };
    expect(await compile(options, folder, ['drift.ts'])).toBe('');
  });

  it('names nothing of the platform and needs nothing at run time', async () => {
    const api = await readFile(join(dist, 'api.d.ts'), 'utf8');
    expect(api).not.toMatch(/zod|trpc|@tabard/);
    expect(api).toContain(
      '/** Gets one workspace by its id or by what your own system calls it, with its brand as inherited. */',
    );
    expect(JSON.parse(await readFile(join(dist, 'package.json'), 'utf8'))).not.toHaveProperty('dependencies');
  });

  it('runs in Node', async () => {
    await build({
      absWorkingDir: consumer,
      entryPoints: ['use.ts'],
      outfile: join(consumer, 'use.mjs'),
      format: 'esm',
      packages: 'external',
    });
    const { stdout } = await run(process.execPath, [join(consumer, 'use.mjs')], { cwd: consumer });
    expect(stdout.trim()).toBe('function function');
  });

  it('is bundled for browsers below 12 kB, refuses secret keys there, and leaves out what is not used', async () => {
    const bundle = async (code: string) => {
      const { outputFiles } = await build({
        stdin: { contents: code, resolveDir: consumer },
        bundle: true,
        minify: true,
        write: false,
        format: 'esm',
        platform: 'browser',
      });
      return outputFiles[0]!.text;
    };
    const whole = await bundle(`export * from '@tabard/sdk'`);
    expect(gzipSync(whole).length).toBeLessThan(12_000);
    expect(await bundle(`import '@tabard/sdk'`)).toBe('');
    expect(whole).toContain('does not belong in a page');
    const { createClient } = (await import(`data:text/javascript,${encodeURIComponent(whole)}`)) as typeof Browser;
    expect(() => createClient({ baseUrl: 'https://api.example.com', apiKey: 'sk_live_x' })).toThrow(/embed session/);
    const late = createClient({ baseUrl: 'https://api.example.com', token: () => 'sk_live_x', maxRetries: 0 });
    await expect(late.sessions.current()).rejects.toThrow(/embed session/);
  });

  it.each([
    ['publint', ['publint']],
    ['attw', ['attw', '--pack', '--profile', 'esm-only']],
  ])('passes %s', async (_name, [tool, ...options]) => {
    const bin = join(import.meta.dirname, '../node_modules/.bin', tool!);
    const [flag, ...rest] = options;
    const args = flag ? [flag, dist, ...rest] : [dist, '--strict'];
    await expect(run(bin, args)).resolves.toBeDefined();
  });
});
