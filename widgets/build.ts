import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { build, type PluginBuild } from 'esbuild';

/**
 * Builds what a page loads: `dist/embed/v1.js`, a small entry, and one chunk for each element, fetched when its tag appears.
 * Prints the weight of each element with all it needs and fails above the budgets of the embedding contract.
 */
const root = import.meta.dirname;
const out = join(root, 'dist');
/** What a page pays for an element, in kB of gzip. */
const BUDGETS: Record<string, number> = { 'mailbox-list': 30, inbox: 60, 'campaign-editor': 90 };
const TOTAL_BUDGET = 220;

await rm(join(out, 'embed'), { recursive: true, force: true });
await mkdir(out, { recursive: true });
const { metafile } = await build({
  entryPoints: { v1: join(root, 'src/embed.ts') },
  outdir: join(out, 'embed'),
  bundle: true,
  splitting: true,
  format: 'esm',
  target: 'es2022',
  minify: true,
  sourcemap: 'external',
  legalComments: 'external',
  chunkNames: 'chunk-[hash]',
  metafile: true,
  tsconfig: join(root, 'tsconfig.json'),
  plugins: [minifyTemplates()],
});

const sizes = new Map<string, number>();
for (const file of await readdir(join(out, 'embed'))) {
  if (file.endsWith('.js')) sizes.set(file, gzipSync(await readFile(join(out, 'embed', file)), { level: 9 }).length);
}
const outputs = Object.fromEntries(
  Object.entries(metafile.outputs).map(([path, output]) => [path.split('/').at(-1) ?? path, output]),
);

/** Every file that must be there before an element can render, without what it loads later. */
function needs(file: string, seen = new Set<string>()): Set<string> {
  if (seen.has(file)) return seen;
  seen.add(file);
  for (const { path, kind } of outputs[file]?.imports ?? []) {
    if (kind === 'import-statement') needs(path.split('/').at(-1) ?? path, seen);
  }
  return seen;
}
const weigh = (files: Iterable<string>): number =>
  [...files].reduce((sum, file) => sum + (sizes.get(file) ?? 0), 0) / 1024;

const rows: [string, number, number | null][] = [['embed/v1.js and provider', weigh(needs('v1.js')), null]];
for (const [file, output] of Object.entries(outputs)) {
  const name = /\/(?:[a-z]+)\/([a-z-]+)\/\1\.ts$/.exec(output.entryPoint ?? '')?.[1];
  if (name) rows.push([name, weigh(needs(file, needs('v1.js'))), BUDGETS[name] ?? null]);
}
rows.push(['everything', weigh(sizes.keys()), TOTAL_BUDGET]);
let over = false;
for (const [name, weight, budget] of rows) {
  over ||= budget !== null && weight > budget;
  console.log(`${name.padEnd(28)} ${weight.toFixed(1).padStart(6)} kB gz${budget === null ? '' : ` of ${budget}`}`);
}
await writeFile(
  join(out, 'sizes.json'),
  `${JSON.stringify(Object.fromEntries(rows.map(([name, weight]) => [name, Math.round(weight * 10) / 10])), null, 2)}\n`,
);
// A start must not fail because an element grew; a build of the house must.
if (over && !process.argv.includes('--no-budgets')) {
  console.error(
    'An element is over its budget. See what grew in dist/sizes.json, and load later what is not needed at once.',
  );
  process.exitCode = 1;
}

/** Takes the indentation out of `css` and `html` literals: the browser never needed it, and templates stay readable here. */
function minifyTemplates() {
  return {
    name: 'minify-templates',
    setup(builder: PluginBuild) {
      builder.onLoad({ filter: /widgets\/src\/.*\.ts$/ }, async ({ path }) => {
        const source = await readFile(path, 'utf8');
        const css = source.replace(
          /css`([^`$]*)`/g,
          (_, text: string) =>
            `css\`${text
              .replace(/\s+/g, ' ')
              .replace(/ ?([{};,]) ?/g, '$1')
              .replace(/: /g, ':')}\``,
        );
        return { contents: css.replace(/\n[ \t]+/g, '\n'), loader: 'ts' };
      });
    },
  };
}
