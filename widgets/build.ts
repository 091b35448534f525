import { mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { bundleLoader } from './build/bundle-loader.ts';
import { bundleRuntime } from './build/bundle-runtime.ts';
import { showSizes, bundleSizes } from './build/bundle-sizes.ts';
import { writeLicenses } from './build/write-licenses.ts';
import { filesOf } from './build/elements-of.ts';
import { writeVersion } from './build/write-version.ts';

/**
 * Builds what a page loads, under `dist/embed`: `v1.js`, the small loader, and a folder for the version that never changes, with the
 * runtime and one file for each element. Prints the size of each and fails above the budgets of the embedding contract.
 * `--only-sizes` writes nothing; `--no-budgets` does not fail; `--clean` forgets earlier versions; `--out <folder>` writes elsewhere.
 */
const asked = (flag: string): boolean => process.argv.includes(flag);
const elsewhere = asked('--out') ? process.argv[process.argv.indexOf('--out') + 1] : undefined;
const out = elsewhere ?? join(import.meta.dirname, 'dist/embed');
const built = await bundleRuntime();
const loader = await bundleLoader('./000000000000/', filesOf(built));
if (!asked('--only-sizes')) {
  if (asked('--clean')) await rm(out, { recursive: true, force: true });
  await mkdir(out, { recursive: true });
  const { version } = await writeVersion(out, built);
  await writeLicenses(join(out, version, 'licenses.txt'), built);
}

const sizes = bundleSizes(built, loader);
console.log(showSizes(sizes));
const over = sizes.filter(({ size, budget }) => budget !== null && size > budget);
// A start must not fail because an element grew; a build of the house must.
if (over.length > 0 && !asked('--no-budgets')) {
  const names = over.map(({ name }) => name).join(', ');
  console.error(`Over budget: ${names}. See what grew, and load later what is not needed at once.`);
  process.exitCode = 1;
}
