import { execFileSync } from 'node:child_process';
import { cpSync, globSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { analyzeElements } from './analyze-elements.ts';
import { toVsCodeData, toWebTypes } from './to-editor-data.ts';
import { toManifest } from './to-manifest.ts';
import { writeGuide } from './write-guide.ts';
import { NEUTRAL_PREFIX } from './element-contract.ts';

/** The package as it is published: elements, entryPoints for frameworks with types that stand alone, the manifest and what editors read. */
const root = fileURLToPath(new URL('..', import.meta.url)).replace(/\/$/, '');
const entryPoints = ['html', 'load', 'preact', 'react', 'solid', 'svelte', 'vue'] as const;
const frameworks = { preact: '>=10.19', react: '>=18', 'solid-js': '>=1.8', svelte: '>=5', vue: '>=3.4' };

/** Builds `widgets/dist/package`, or into another folder. */
export async function buildPackage(dist = join(root, 'dist/package')): Promise<{ dist: string }> {
  rmSync(dist, { recursive: true, force: true });
  mkdirSync(dist, { recursive: true });
  const shared = {
    absWorkingDir: root,
    bundle: true,
    format: 'esm',
    target: 'es2022',
    outdir: dist,
    legalComments: 'none',
  } as const;
  await Promise.all([
    build({
      ...shared,
      entryPoints: { index: 'src/core/init.ts' },
      splitting: true,
      chunkNames: 'elements/[name]-[hash]',
      platform: 'browser',
      minifyWhitespace: true,
      tsconfig: 'tsconfig.json',
    }),
    build({
      ...shared,
      entryPoints: entryPoints.map((entryPoint) => `src/wrappers/${entryPoint}.ts`),
      splitting: true,
      chunkNames: 'chunk-[hash]',
      platform: 'neutral',
      external: Object.keys(frameworks),
    }),
    build({ ...shared, entryPoints: { cli: 'wrappers/write-for-prefix.ts' }, platform: 'node', target: 'node20' }),
  ]);
  writeDeclarations(dist);
  const { elements } = analyzeElements();
  const { version, license } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as Record<string, string>; // our own file
  const json = (name: string, value: unknown): void =>
    writeFileSync(join(dist, name), `${JSON.stringify(value, null, 2)}\n`);
  json('custom-elements.json', toManifest(elements));
  json('contracts.json', { elements });
  json('vscode.html-custom-data.json', toVsCodeData(elements, NEUTRAL_PREFIX));
  json('web-types.json', toWebTypes(elements, NEUTRAL_PREFIX, version ?? ''));
  writeFileSync(join(dist, 'llms.txt'), writeGuide(elements, 'acme'));
  cpSync(join(root, '../LICENSE'), join(dist, 'LICENSE'));
  cpSync(join(root, 'wrappers/README.md'), join(dist, 'README.md'));
  json('package.json', published(version, license));
  return { dist };
}

function writeDeclarations(dist: string): void {
  const work = join(root, `dist/package-types-${process.pid}.json`);
  mkdirSync(join(root, 'dist'), { recursive: true });
  const compilerOptions = {
    target: 'es2022',
    lib: ['es2022', 'dom', 'dom.iterable'],
    module: 'nodenext',
    strict: true,
    skipLibCheck: true,
    allowImportingTsExtensions: true,
    declaration: true,
    emitDeclarationOnly: true,
    types: [],
    rootDir: '../src/wrappers',
    outDir: dist,
  };
  writeFileSync(work, JSON.stringify({ compilerOptions, include: ['../src/wrappers/*.ts'] }));
  execFileSync(join(root, '../node_modules/.bin/tsc'), ['-p', work], { stdio: 'inherit' });
  rmSync(work);
  for (const file of globSync(`${dist}/**/*.d.ts`)) {
    writeFileSync(
      file,
      readFileSync(file, 'utf8').replaceAll(/((?:from|import\() ?['"]\.[^'"]*)\.ts(['"])/g, '$1.js$2'),
    );
  }
  const named = [...readFileSync(join(dist, 'options.d.ts'), 'utf8').matchAll(/export (?:interface|type) (\w+)/g)].map(
    ([, name]) => name,
  );
  writeFileSync(
    join(dist, 'index.d.ts'),
    `import type { Instance, LoadOptions } from './options.js';
export type { ${named.join(', ')} } from './options.js';
/**
 * Connects elements that are part of your own bundle to a workspace. Returns at once; elements that are on the page or come
 * later load by themselves. For a page only: on a server import \`/load\`, which does nothing until it is called.
 */
export declare function init(options: LoadOptions): Instance;
`,
  );
}

function published(version = '', license = ''): object {
  const entryPoint = (name: string): object => ({ types: `./${name}.d.ts`, default: `./${name}.js` });
  return {
    name: '@tabard/widgets',
    version,
    license,
    type: 'module',
    sideEffects: false,
    engines: { node: '>=20' },
    bin: { 'outreach-elements': 'cli.js' },
    exports: {
      '.': entryPoint('index'),
      ...Object.fromEntries(entryPoints.map((name) => [`./${name}`, entryPoint(name)])),
      './custom-elements.json': './custom-elements.json',
      './web-types.json': './web-types.json',
      './vscode.html-custom-data.json': './vscode.html-custom-data.json',
      './package.json': './package.json',
    },
    customElements: 'custom-elements.json',
    'web-types': './web-types.json',
    peerDependencies: frameworks,
    peerDependenciesMeta: Object.fromEntries(Object.keys(frameworks).map((name) => [name, { optional: true }])),
  };
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const { dist } = await buildPackage(process.argv[2]);
  console.log(`the package of the elements is in ${dist}`);
}
