import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { build } from 'esbuild';
import type { Harness } from './harness.ts';

export const name = 'widget';
export const title = 'what a page loads for its first widget beside bare Lit, gzip (W2, W3)';

const embed = new URL('../../widgets/dist/embed/', import.meta.url);
/** The folder of the version that was built last. */
let folder = embed;

/** Weighs the bundle of `npm run build`: the loader, the runtime, the element's file and all they import at once. */
export async function run(harness: Harness): Promise<void> {
  if (!existsSync(new URL('integrity.json', embed)))
    return harness.log('  skipped: widgets/dist/embed/integrity.json is missing; `npm run build` makes it.');
  const lit = await weighBareLit();
  const release = JSON.parse(readFileSync(new URL('integrity.json', embed), 'utf8')) as {
    version: string;
    elements: Record<string, string>;
  }; // written by the build
  folder = new URL(`${release.version}/`, embed);
  const entry = graphOf('runtime.js');
  const elements = Object.entries(release.elements)
    .map(([name, file]) => ({ name, size: weigh(graphOf(file, new Set(entry))) }))
    .toSorted((a, b) => a.size - b.size);
  const loader = kib(gzipSync(readFileSync(new URL('v1.js', embed)), { level: 9 }).length);
  harness.report({ id: 'W1', what: 'loader', unit: 'KiB', product: loader, reference: lit });
  harness.report({
    id: 'W2',
    what: 'runtime, before any element',
    unit: 'KiB',
    product: weigh(entry),
    reference: lit,
  });
  for (const { name, size } of elements)
    harness.report({ id: 'W2', what: `first widget: ${name}`, unit: 'KiB', product: size, reference: lit });
  const all = readdirSync(folder).filter((file) => file.endsWith('.js'));
  harness.report({ id: 'W3', what: 'all widgets together', unit: 'KiB', product: weigh(new Set(all)), reference: lit });
}

/** A file and everything it imports before it can run; what it loads later is not followed. */
function graphOf(file: string, seen = new Set<string>()): Set<string> {
  if (seen.has(file)) return seen;
  seen.add(file);
  const code = readFileSync(new URL(file, folder), 'utf8');
  for (const [, next] of code.matchAll(/(?:\bfrom|\bimport)\s*["'`]\.\/([^"'`]+\.js)["'`]/g))
    if (next) graphOf(next, seen);
  return seen;
}

const kib = (bytes: number) => bytes / 1024;
const weigh = (files: ReadonlySet<string>) =>
  kib([...files].reduce((sum, file) => sum + gzipSync(readFileSync(new URL(file, folder)), { level: 9 }).length, 0));

/** Lit with one element that says hello, bundled and minified alike. */
async function weighBareLit(): Promise<number> {
  const { outputFiles } = await build({
    stdin: {
      contents: `import { LitElement, html } from 'lit'; class Hello extends LitElement { render() { return html\`hello\`; } } customElements.define('x-hello', Hello);`,
      resolveDir: fileURLToPath(new URL('../../widgets', import.meta.url)),
    },
    bundle: true,
    minify: true,
    format: 'esm',
    target: 'es2022',
    write: false,
  });
  return kib(gzipSync(outputFiles[0]?.contents ?? '', { level: 9 }).length);
}
