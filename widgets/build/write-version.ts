import { createHash } from 'node:crypto';
import { mkdir, readdir, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import { bundleLoader } from './bundle-loader.ts';
import type { Built } from './bundle-runtime.ts';
import { elementsOf, filesOf } from './elements-of.ts';

/** What the build says about itself in `integrity.json`, for hosts that pin a version and for whoever serves the files. */
export interface Release {
  version: string;
  /** The alias, asked for again and again, and the same loader under its version, which never changes. */
  loader: { alias: string; pinned: string };
  /** The file of each element by its name, below the version. */
  elements: Record<string, string>;
  /** Subresource integrity of every file that never changes, by its path under `/embed/`. */
  integrity: Record<string, string>;
}

/** Releases that stay, so that a page opened before a new one still finds its files. */
const KEPT = 5;

const integrityOf = (code: string): string => `sha384-${createHash('sha384').update(code).digest('base64')}`;

/** Writes a version's folder and the alias that points to it; what is served compressed is compressed here, once. */
export async function writeVersion(out: string, built: readonly Built[]): Promise<Release> {
  const [elements, files] = [elementsOf(built), filesOf(built)];
  const version = createHash('sha256')
    .update(await bundleLoader('', files))
    .update(JSON.stringify(built.map(({ file, code }) => [file, code])))
    .digest('hex')
    .slice(0, 12);
  const folder = join(out, version);
  await mkdir(folder, { recursive: true });
  const pinned = await bundleLoader('./', files);
  const alias = await bundleLoader(`./${version}/`, files);
  const integrity: Record<string, string> = { [`${version}/v1.js`]: integrityOf(pinned) };
  await writeCompressed(join(folder, 'v1.js'), pinned);
  for (const { file, code, map } of built) {
    integrity[`${version}/${file}`] = integrityOf(code);
    await writeCompressed(join(folder, file), code);
    if (map) await writeFile(join(folder, `${file}.map`), map);
  }
  const release: Release = { version, loader: { alias: 'v1.js', pinned: `${version}/v1.js` }, elements, integrity };
  await writeFile(join(folder, 'integrity.json'), `${JSON.stringify(release, null, 2)}\n`);
  await writeFile(join(out, 'integrity.json'), `${JSON.stringify(release, null, 2)}\n`);
  // Last, for from now on pages are sent to the new folder.
  await writeCompressed(join(out, 'v1.js'), alias);
  await forgetOld(out, version);
  return release;
}

async function writeCompressed(path: string, code: string): Promise<void> {
  await writeFile(path, code);
  await writeFile(`${path}.gz`, gzipSync(code, { level: 9 }));
  await writeFile(`${path}.br`, brotliCompressSync(code, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } }));
}

async function forgetOld(out: string, current: string): Promise<void> {
  const folders = (await readdir(out, { withFileTypes: true })).filter((entry) => entry.isDirectory());
  const dated = await Promise.all(
    folders.map(async ({ name }) => ({ name, at: (await stat(join(out, name))).mtimeMs })),
  );
  const old = dated.filter(({ name }) => name !== current).toSorted((a, b) => b.at - a.at);
  for (const { name } of old.slice(KEPT - 1)) await rm(join(out, name), { recursive: true });
}
