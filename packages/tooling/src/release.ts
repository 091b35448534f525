import { resolve } from 'node:path';
import { makeRelease, tellRelease } from './publishing/make-release.ts';
import { readReleaseOptions } from './publishing/release-options.ts';

/**
 * `npm run release -- [--version 1.4.0] [--scope @acme] [--out folder] [--since revision] [--allow-dirty]`: versioned packages with
 * change logs and the hashes of what pages load, in a folder. It publishes nothing.
 */
const root = resolve(import.meta.dirname, '../../..');
// A path is meant from where its author stands.
const from = process.env.INIT_CWD ?? root;
try {
  const release = await makeRelease(readReleaseOptions(process.argv.slice(2)), { root, from, say: console.log });
  console.log(`\n${tellRelease(release, from)}`);
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
