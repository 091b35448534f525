import { createHash } from 'node:crypto';
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { runCommand } from '../run-command.ts';
import type { Integrity } from './describe-bundle.ts';

const root = join(import.meta.dirname, '../../../..');
const place = mkdtempSync(join(tmpdir(), 'released-'));
const project = join(place, 'project');
const version = '999.1.0';
afterAll(() => rmSync(place, { recursive: true, force: true }));

/** A work tree is seldom clean where a test is written. */
async function release(folder: string): Promise<string> {
  const words = ['--version', version, '--scope', '@acme', '--allow-dirty', '--out', join(place, folder)];
  const { code, output } = await runCommand(
    process.execPath,
    [join(root, 'packages/tooling/bootstrap.mjs'), 'release', ...words],
    { cwd: root },
  );
  expect(code, output).toBe(0);
  return output;
}

async function inProject(command: string, ...words: string[]): Promise<string> {
  const { code, output } = await runCommand(command, words, { cwd: project });
  expect(code, output).toBe(0);
  return output;
}

const read = (...path: string[]): string => readFileSync(join(place, ...path), 'utf8');
const hashes = (folder: string): [string, string][] =>
  readdirSync(join(place, folder))
    .toSorted()
    .map((file) => [
      file,
      createHash('sha256')
        .update(readFileSync(join(place, folder, file)))
        .digest('hex'),
    ]);

describe('a release under a scope of its own', () => {
  let said: string;
  beforeAll(async () => {
    said = await release('first');
    mkdirSync(project);
    writeFileSync(join(project, 'package.json'), '{ "private": true, "type": "module" }');
    const tarballs = ['sdk', 'widgets'].map((name) => join(place, 'first', `acme-${name}-${version}.tgz`));
    await inProject('npm', 'install', ...tarballs, '--offline', '--no-audit', '--no-fund');
  });

  it('gives the same bytes a second time', async () => {
    await release('second');
    expect(hashes('second')).toEqual(hashes('first'));
    expect(hashes('first').map(([file]) => file)).toEqual([
      'CHANGELOG.md',
      `acme-sdk-${version}.tgz`,
      `acme-widgets-${version}.tgz`,
      'integrity.json',
    ]);
  });

  it('names the product nowhere, and says what is installed and published, and by whom', () => {
    const folders = [join(place, 'first'), join(project, 'node_modules/@acme')];
    const files = folders.flatMap((folder) =>
      readdirSync(folder, { recursive: true, withFileTypes: true })
        .filter((entry) => entry.isFile() && !entry.name.endsWith('.tgz'))
        .map((entry) => join(entry.parentPath, entry.name)),
    );
    expect(files.length).toBeGreaterThan(40);
    expect(files.filter((file) => /tabard/i.test(file.slice(place.length) + readFileSync(file, 'latin1')))).toEqual([]);
    expect(said).toContain('Nothing was published.');
    expect(said).toContain(`acme-widgets-${version}.tgz --registry`);
    expect(said).toContain(`git tag v${version}`);
  });

  it.each(['sdk', 'widgets'])('has its version, a change log and a notice in %s', (name) => {
    const folder = ['project/node_modules/@acme', name];
    expect(JSON.parse(read(...folder, 'package.json'))).toMatchObject({ name: `@acme/${name}`, version });
    expect(read(...folder, 'CHANGELOG.md')).toContain(`## ${version} (`);
    expect(read(...folder, 'LICENSE')).toContain('The authors');
    expect(read(...folder, 'README.md')).toContain(`@acme/${name}`);
  });

  it('is imported by a server', async () => {
    writeFileSync(
      join(project, 'server.js'),
      `import { createClient } from '@acme/sdk';
       import { createClient as inPage } from '@acme/sdk/browser';
       import { load } from '@acme/widgets/load';
       console.log([createClient, inPage, load].map((one) => typeof one).join());`,
    );
    expect((await inProject(process.execPath, 'server.js')).trim()).toBe('function,function,function');
  });

  it('compiles in every framework, and Angular’s file comes from its command', async () => {
    for (const library of [
      '@angular/core',
      '@types/react',
      'preact',
      'react',
      'react-dom',
      'rxjs',
      'solid-js',
      'svelte',
      'vue',
    ]) {
      const link = join(project, 'node_modules', library);
      mkdirSync(dirname(link), { recursive: true });
      symlinkSync(join(root, 'widgets/node_modules', library), link);
    }
    cpSync(join(root, 'widgets/wrappers/fixtures'), project, { recursive: true });
    for (const file of readdirSync(project).filter((name) => /\.tsx?$/.test(name)))
      writeFileSync(join(project, file), read('project', file).replaceAll('@tabard/', '@acme/'));
    await inProject('npx', '--offline', 'outreach-elements', '--prefix', 'acme', 'angular');
    expect(read('project/acme-elements.ts')).toContain(`from '@acme/widgets/html'`);
    writeFileSync(
      join(project, 'server.ts'),
      `import { createClient } from '@acme/sdk';
       const outreach = createClient({ apiKey: 'sk', baseUrl: 'https://api.agency.example' });
       export const email: Promise<string> = outreach.leads.get({ id: 'led_1' }).then((lead) => lead.email);`,
    );
    const shared = {
      strict: true,
      noEmit: true,
      types: [],
      target: 'es2022',
      lib: ['es2024', 'dom', 'dom.iterable', 'dom.asynciterable'],
      skipLibCheck: true,
    };
    const bundler = { ...shared, module: 'esnext', moduleResolution: 'bundler', experimentalDecorators: true };
    for (const [file, compilerOptions] of [
      ['server.ts', { ...shared, module: 'nodenext', skipLibCheck: false }],
      ['html.ts', { ...shared, module: 'nodenext', skipLibCheck: false }],
      ['react.tsx', { ...bundler, jsx: 'react-jsx' }],
      ['vue.ts', bundler],
      ['svelte.ts', bundler],
      ['angular.ts', bundler],
    ] as const) {
      writeFileSync(join(project, 'tsconfig.json'), JSON.stringify({ compilerOptions, files: [file] }));
      await inProject(join(root, 'node_modules/.bin/tsc'), '-p', '.');
    }
  });

  it('lists the hashes of the packages and of all that a page loads, and the line that pins it', () => {
    const integrity = JSON.parse(read('first/integrity.json')) as Integrity;
    for (const [file, { integrity: hash }] of Object.entries(integrity.packages)) {
      const content = readFileSync(join(place, 'first', file));
      expect(hash).toBe(`sha512-${createHash('sha512').update(content).digest('base64')}`);
    }
    const { path, integrity: hash, html } = integrity.script;
    expect(path).toMatch(/^\/embed\/[0-9a-f]{12}\/v1\.js$/);
    expect(html).toContain(`${path}?prefix=acme" integrity="${hash}" crossorigin`);
    expect(integrity.files[path]).toBe(hash);
    expect(Object.values(integrity.files).every((one) => /^sha384-[A-Za-z0-9+/]{64}$/.test(one))).toBe(true);
    const served = join(root, 'widgets/dist/embed', path.slice('/embed/'.length));
    // What the platform serves from the same sources, where it was built.
    if (existsSync(served))
      expect(hash).toBe(`sha384-${createHash('sha384').update(readFileSync(served)).digest('base64')}`);
  });
});
