import { execFileSync } from 'node:child_process';
import { cpSync, globSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import type * as Router from '../../platform/src/features/router.ts';
import { readDocs } from './read-docs.ts';
import { readMeanings } from './read-meanings.ts';
import { writeApi } from './write-api.ts';

/** The package as it is published: two bundles, declarations that stand on their own, and its own package.json. */
const root = fileURLToPath(new URL('..', import.meta.url)).replace(/\/$/, '');
const compiler = fileURLToPath(new URL('../../node_modules/.bin/tsc', import.meta.url));
const features = fileURLToPath(new URL('../../platform/src/features', import.meta.url));
const contract = fileURLToPath(new URL('../../packages/contract/src', import.meta.url));
const own = `${root}/dist`;

/** Builds `sdk/dist`, or into another folder. */
export async function buildSdk(dist = own): Promise<{ dist: string }> {
  // Below the SDK, where its libraries are found; two that build into folders of their own do not meet.
  const work = dist === own ? `${root}/.build` : `${root}/.build/${process.pid}`;
  for (const folder of [`${work}/src`, dist]) rmSync(folder, { recursive: true, force: true });
  await build({
    absWorkingDir: root,
    entryPoints: ['src/index.ts', 'src/browser.ts'],
    outdir: dist,
    bundle: true,
    splitting: true,
    chunkNames: 'chunk-[hash]',
    format: 'esm',
    platform: 'neutral',
    target: 'es2022',
    sourcemap: false,
    legalComments: 'none',
  });
  // The router's types would drag the whole platform along; a description of the same router takes their place.
  cpSync(`${root}/src`, `${work}/src`, { recursive: true, filter: (path) => !path.endsWith('.test.ts') });
  const { appRouter } = (await import(`${features}/router.ts`)) as typeof Router; // by path: the compiler must not follow
  writeFileSync(`${work}/src/api.ts`, writeApi(appRouter, readDocs(features), readMeanings(contract)));
  writeFileSync(`${work}/tsconfig.json`, JSON.stringify(declarationConfig(dist)));
  execFileSync(compiler, ['-p', `${work}/tsconfig.json`], { stdio: 'inherit' });
  if (dist !== own) rmSync(work, { recursive: true });
  mkdirSync(dist, { recursive: true });
  for (const file of globSync(`${dist}/**/*.d.ts`)) {
    const text = readFileSync(file, 'utf8');
    writeFileSync(
      file,
      text.replaceAll(/(from '\.[^']*)\.ts'/g, "$1.js'").replaceAll(/(from "\.[^"]*)\.ts"/g, '$1.js"'),
    );
  }
  writeFileSync(`${dist}/package.json`, `${JSON.stringify(published(), null, 2)}\n`);
  cpSync(`${root}/../LICENSE`, `${dist}/LICENSE`);
  cpSync(`${root}/build/README.md`, `${dist}/README.md`);
  return { dist };
}

const declarationConfig = (outDir: string): object => ({
  compilerOptions: {
    target: 'es2022',
    lib: ['es2024', 'dom', 'dom.iterable', 'dom.asynciterable'],
    module: 'nodenext',
    strict: true,
    allowImportingTsExtensions: true,
    verbatimModuleSyntax: true,
    declaration: true,
    emitDeclarationOnly: true,
    // Without any: the package needs no types of Node or of a framework.
    types: [],
    rootDir: 'src',
    outDir,
  },
  include: ['src'],
});

function published(): object {
  const { name, version, license } = JSON.parse(readFileSync(`${root}/package.json`, 'utf8')) as Record<string, string>; // our own file
  const page = { types: './browser.d.ts', default: './browser.js' };
  return {
    name,
    version,
    license,
    type: 'module',
    sideEffects: false,
    engines: { node: '>=20' },
    exports: { '.': { browser: page, types: './index.d.ts', default: './index.js' }, './browser': page },
  };
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const { dist: folder } = await buildSdk(process.argv[2]);
  console.log(`sdk built in ${folder}`);
}
