import { globSync, readFileSync } from 'node:fs';
import { readFile, rm } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';
import { build, type BuildOptions } from 'esbuild';
import { runCommand } from './run-command.ts';

/** `npm run build`: every member that has a build script, what others need first; then the platform as one file. One line each. */
const root = join(import.meta.dirname, '../../..');
const out = join(root, 'platform/dist');
const order = ['packages/*', 'sdk', 'widgets', 'examples/*', 'docs-site'];

interface Manifest {
  name: string;
  scripts?: Record<string, string>;
}

const members = order
  .flatMap((pattern) => globSync(`${pattern}/package.json`, { cwd: root }).toSorted())
  .map((path) => JSON.parse(readFileSync(join(root, path), 'utf8')) as Manifest)
  .filter(({ scripts }) => scripts?.build);

for (const { name } of members) {
  await step(name, async () => {
    const { code, output } = await runCommand('pnpm', ['--filter', name, 'run', 'build'], { cwd: root });
    if (code !== 0) throw new Error(output.trim());
  });
}
await step('@tabard/platform', async () => {
  await rm(out, { recursive: true, force: true });
  await build(platformBundle());
});
console.log(process.exitCode ? 'Build failed' : 'Built');

async function step(name: string, work: () => Promise<unknown>): Promise<void> {
  // What comes later would be built from stale parts.
  if (process.exitCode) return;
  const began = performance.now();
  const seconds = (): string => ((performance.now() - began) / 1000).toFixed(1);
  try {
    await work();
    console.log(`${name.padEnd(28)} ok (${seconds()} s)`);
  } catch (error) {
    console.log(`${name.padEnd(28)} FAILED (${seconds()} s)`);
    console.log(String(error instanceof Error ? error.message : error).replaceAll(/^/gm, '    '));
    process.exitCode = 1;
  }
}

/**
 * Our own code in few files for a quick cold start. Libraries that the platform lists stay in node_modules: some carry native
 * parts or load workers by path. Those that only a bundled package lists cannot be found from there and are bundled.
 * The services of the zero-setup start stay in their sources: a server with a DATABASE_URL never loads them.
 */
function platformBundle(): BuildOptions {
  const manifest = readFileSync(join(root, 'platform/package.json'), 'utf8');
  const { dependencies } = JSON.parse(manifest) as { dependencies: Record<string, string> }; // our own manifest
  const isOutside = (name: string): boolean =>
    name === '@tabard/embedded' || (name in dependencies && !name.startsWith('@tabard/'));
  return {
    absWorkingDir: root,
    entryPoints: { main: 'platform/src/main.ts', cli: 'platform/src/cli/main.ts' },
    outdir: out,
    bundle: true,
    splitting: true,
    chunkNames: 'chunk-[hash]',
    platform: 'node',
    format: 'esm',
    target: 'node24',
    sourcemap: true,
    logLevel: 'silent',
    define: { 'process.env.TABARD_BUNDLED': '"1"' },
    // Bundled CommonJS asks for Node's modules with a `require` that an ES module does not have.
    banner: {
      js: `import { createRequire as makeRequire } from 'node:module'; const require = makeRequire(import.meta.url);`,
    },
    plugins: [
      {
        name: 'libraries-stay-outside',
        setup(run) {
          run.onResolve({ filter: /^[^.#/]/ }, ({ path, kind }) => {
            const name = path.split('/', path.startsWith('@') ? 2 : 1).join('/');
            return kind !== 'entry-point' && isOutside(name) ? { path, external: true } : undefined;
          });
        },
      },
      {
        name: 'places-stay-true',
        setup(run) {
          // A file that looks for its neighbours (migrations, programs) is found from its source, wherever its code ends up.
          run.onLoad({ filter: /platform[\\/]src[\\/].*\.ts$/ }, async ({ path }) => {
            const source = await readFile(path, 'utf8');
            const fromHere = relative(out, path).split(sep).join('/');
            const place = `new URL('${fromHere}', import.meta.url).href`;
            return { contents: source.replaceAll('import.meta.url', place), loader: 'ts' };
          });
        },
      },
    ],
  };
}
