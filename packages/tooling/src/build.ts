import { existsSync, globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { build, type BuildOptions } from 'esbuild';
import { runCommand } from './run-command.ts';

/** `pnpm build`: every member that has a build script, what others need first; then the platform as one file. One line each. */
const root = join(import.meta.dirname, '../../..');
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
const entries = ['main', 'cli/main']
  .map((name) => `platform/src/${name}.ts`)
  .filter((path) => existsSync(join(root, path)));
if (entries.length > 0) await step('@tabard/platform', () => build(platformBundle(entries)));
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

/** Our own code in one file for a quick cold start; libraries stay in node_modules: some carry native parts or load workers by path. */
function platformBundle(files: string[]): BuildOptions {
  return {
    absWorkingDir: root,
    entryPoints: files,
    outbase: 'platform/src',
    outdir: 'platform/dist',
    bundle: true,
    platform: 'node',
    format: 'esm',
    target: 'node24',
    sourcemap: true,
    logLevel: 'silent',
    plugins: [
      {
        name: 'libraries-stay-outside',
        setup(run) {
          run.onResolve({ filter: /^[^.#/]/ }, ({ path, kind }) =>
            kind === 'entry-point' || path.startsWith('@tabard/') ? undefined : { path, external: true },
          );
        },
      },
    ],
  };
}
