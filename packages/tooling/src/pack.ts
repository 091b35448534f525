import { mkdirSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { makePackages } from './publishing/make-packages.ts';

/** `npm run pack -- <folder>`: what hosts install, built and packed from the sources as they are: a release without version, change log and hashes. */
const root = resolve(import.meta.dirname, '../../..');
const [wanted, ...more] = process.argv.slice(2);
if (!wanted || more.length > 0) {
  console.error('Say where the packages go: npm run pack -- <folder>');
  process.exit(1);
}
// A path is meant from where its author stands.
const folder = resolve(process.env.INIT_CWD ?? root, wanted);
mkdirSync(folder, { recursive: true });
try {
  for (const { file, archive } of await makePackages({ root })) {
    const path = join(folder, file);
    writeFileSync(path, archive);
    console.log(path);
  }
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
