import { execFile } from 'node:child_process';
import { cp, mkdir, mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { gzipSync } from 'node:zlib';
import { build } from 'esbuild';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buildPackage } from './build-package.ts';

const run = promisify(execFile);
const root = join(import.meta.dirname, '../..');
const libraries = [
  '@angular/core',
  '@types/react',
  'preact',
  'react',
  'react-dom',
  'rxjs',
  'solid-js',
  'svelte',
  'vue',
];
/** A project of a stranger: the packed package and the frameworks, nothing else of this repository. */
let consumer: string;
let dist: string;

beforeAll(async () => {
  consumer = await mkdtemp(join(tmpdir(), 'widgets-consumer-'));
  ({ dist } = await buildPackage(join(consumer, 'built')));
  const { stdout } = await run('npm', ['pack', dist, '--pack-destination', consumer, '--json', '--loglevel=error']);
  const [{ filename }] = JSON.parse(stdout) as [{ filename: string }];
  const installed = join(consumer, 'node_modules/@tabard/widgets');
  await mkdir(installed, { recursive: true });
  await run('tar', ['-xzf', join(consumer, filename), '-C', installed, '--strip-components=1']);
  for (const library of libraries) {
    const place = join(consumer, 'node_modules', library);
    await mkdir(dirname(place), { recursive: true });
    await symlink(join(root, 'widgets/node_modules', library), place);
  }
  await writeFile(join(consumer, 'package.json'), '{ "type": "module", "private": true }');
  await cp(join(import.meta.dirname, 'fixtures'), consumer, { recursive: true });
  await run(process.execPath, [join(installed, 'cli.js'), '--prefix', 'acme', '--out', consumer]);
}, 120_000);
afterAll(() => rm(consumer, { recursive: true, force: true }));

async function compile(file: string, options: object = {}): Promise<string> {
  const config = join(consumer, `tsconfig.${file}.json`);
  const compilerOptions = {
    strict: true,
    noEmit: true,
    types: [],
    target: 'es2022',
    lib: ['es2022', 'dom', 'dom.iterable'],
    ...options,
  };
  await writeFile(config, JSON.stringify({ compilerOptions, files: [file] }));
  return run(join(root, 'node_modules/.bin/tsc'), ['-p', config]).then(
    () => '',
    (error: { stdout: string }) => error.stdout,
  );
}

describe('the package', () => {
  const node = { module: 'nodenext', skipLibCheck: false };
  const bundler = { module: 'esnext', moduleResolution: 'bundler', skipLibCheck: true };
  it.each([
    ['html.ts', node],
    ['react.tsx', { ...bundler, jsx: 'react-jsx' }],
    ['preact.tsx', { ...bundler, jsx: 'react-jsx', jsxImportSource: 'preact' }],
    ['solid.tsx', { ...bundler, jsx: 'preserve', jsxImportSource: 'solid-js' }],
    ['vue.ts', bundler],
    ['svelte.ts', bundler],
    ['angular.ts', { ...bundler, experimentalDecorators: true }],
  ])('types tags, attributes and events under the prefix of a stranger in %s', async (file, options) => {
    expect(await compile(file, options)).toBe('');
  });

  it('does nothing when it is imported where there is no page', async () => {
    const entryPoints = ['html', 'load', 'preact', 'react', 'solid', 'svelte', 'vue'].map(
      (entryPoint) => `import '@tabard/widgets/${entryPoint}';`,
    );
    await writeFile(
      join(consumer, 'server.js'),
      `${entryPoints.join('\n')}\nimport { load } from '@tabard/widgets/load';\nload({}).catch((error) => console.log(error.message));`,
    );
    const { stdout } = await run(process.execPath, ['server.js'], { cwd: consumer });
    expect(stdout.trim()).toBe('load() needs a page: call it in the browser, after rendering.');
  });

  it.each(['18', '19'])('renders its elements on a server under React %s', async (version) => {
    const folder = join(consumer, `react-${version}`);
    for (const library of ['react', 'react-dom']) {
      await mkdir(join(folder, 'node_modules'), { recursive: true });
      const source = version === '18' ? `${library}-18` : library;
      // Copied, not linked: beside each other they find each other, and not the release this repository works with.
      await cp(join(root, 'widgets/node_modules', source), join(folder, 'node_modules', library), {
        recursive: true,
        dereference: true,
      });
    }
    await cp(join(consumer, 'node_modules/@tabard'), join(folder, 'node_modules/@tabard'), { recursive: true });
    await writeFile(
      join(folder, 'render.mjs'),
      `import { createElement, version } from 'react';
       import { renderToString } from 'react-dom/server';
       import { outreachComponents } from '@tabard/widgets/react';
       const { CampaignEditor, LeadTable } = outreachComponents('acme');
       const editor = createElement(CampaignEditor, { campaignId: 'cmp_1', closable: true, className: 'tall', onLoad() {} });
       console.log(version.split('.')[0], renderToString(createElement('main', null, editor, createElement(LeadTable, { leadId: undefined }))));`,
    );
    const { stdout } = await run(process.execPath, ['render.mjs'], { cwd: folder });
    expect(stdout.trim()).toBe(
      `${version} <main><acme-campaign-editor campaign-id="cmp_1" closable="" class="tall"></acme-campaign-editor><acme-lead-table></acme-lead-table></main>`,
    );
  });

  it('has its wrappers below 2 kB and pulls no element into a page that loads them from the platform', async () => {
    const { outputFiles } = await build({
      stdin: {
        contents: `export * from '@tabard/widgets/react'; export { load } from '@tabard/widgets/load';`,
        resolveDir: consumer,
      },
      bundle: true,
      minify: true,
      write: false,
      format: 'esm',
      external: ['react'],
    });
    expect(gzipSync(outputFiles[0]!.text).length).toBeLessThan(2048);
  });

  it('carries a manifest, editor data and a guide that name the same elements', async () => {
    const read = (name: string) => readFile(join(dist, name), 'utf8');
    const { modules } = JSON.parse(await read('custom-elements.json')) as {
      modules: { declarations: { tagName: string }[] }[];
    };
    const tags = modules.flatMap(({ declarations }) => declarations.map(({ tagName }) => tagName));
    const { tags: shown } = JSON.parse(await read('vscode.html-custom-data.json')) as { tags: { name: string }[] };
    const { contributions } = JSON.parse(await read('web-types.json')) as {
      contributions: { html: { elements: { name: string }[] } };
    };
    expect(shown.map(({ name }) => name)).toEqual(tags);
    expect(contributions.html.elements.map(({ name }) => name)).toEqual(tags);
    const guide = await read('llms.txt');
    for (const tag of tags) expect(guide).toContain(`<${tag.replace('outreach-', 'acme-')}>`);
  });

  it('names nothing of the platform in its types and needs nothing at run time', async () => {
    for (const entryPoint of ['index', 'elements', 'element-props', 'load', 'react', 'vue']) {
      expect(await readFile(join(dist, `${entryPoint}.d.ts`), 'utf8')).not.toMatch(/from ['"](zod|lit|@tabard|@trpc)/);
    }
    expect(JSON.parse(await readFile(join(dist, 'package.json'), 'utf8'))).not.toHaveProperty('dependencies');
  });

  it.each([
    ['publint', (folder: string) => [folder, '--strict']],
    ['attw', (folder: string) => ['--pack', folder, '--profile', 'esm-only']],
  ])('passes %s', { timeout: 60_000 }, async (tool, options) => {
    await expect(run(join(import.meta.dirname, '../node_modules/.bin', tool), options(dist))).resolves.toBeDefined();
  });
});
