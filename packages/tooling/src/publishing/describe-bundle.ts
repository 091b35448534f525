import { createHash } from 'node:crypto';
import type { ArchivedFile } from './archive.ts';
import type { Packed } from './make-packages.ts';

/** `integrity.json` of a release: what a page, a lockfile and a mirror can check. */
export interface Integrity {
  version: string;
  /** The tarballs by their file. */
  packages: Record<string, { name: string; integrity: string }>;
  /** The script that a page loads to stay at this version, and the line that does so. */
  script: { path: string; integrity: string; html: string };
  /** The same script under the address that always leads to the newest version: what it is in this release. */
  newest: { path: string; integrity: string };
  /** Every file of the bundle by its path on the platform. */
  files: Record<string, string>;
}

/** Describes the bundle as the platform of the same commit serves it; the builder of the bundle says its version and hashes. */
export function describeBundle(
  version: string,
  bundle: readonly ArchivedFile[],
  packages: readonly Packed[],
): Integrity {
  const read = (path: string): Buffer => {
    const file = bundle.find((one) => one.path === path);
    if (!file) throw new Error(`The bundle has no ${path}: run npm run build and look at what it says.`);
    return file.content;
  };
  // Written by widgets/build/write-version.ts.
  const built = JSON.parse(read('integrity.json').toString('utf8')) as {
    loader: { alias: string; pinned: string };
    integrity: Record<string, string>;
  };
  for (const [path, hash] of Object.entries(built.integrity))
    if (hashOf(read(path)) !== hash) throw new Error(`${path} is not what was built: run the command again.`);
  const { alias, pinned } = built.loader;
  const script = { path: `/embed/${pinned}`, integrity: hashOf(read(pinned)) };
  const html = `<script type="module" async src="https://api.agency.example${script.path}?prefix=acme" integrity="${script.integrity}" crossorigin></script>`;
  return {
    version,
    packages: Object.fromEntries(packages.map(({ file, name, integrity }) => [file, { name, integrity }])),
    script: { ...script, html },
    newest: { path: `/embed/${alias}`, integrity: hashOf(read(alias)) },
    files: Object.fromEntries(Object.entries(built.integrity).map(([path, hash]) => [`/embed/${path}`, hash])),
  };
}

const hashOf = (content: Buffer): string => `sha384-${createHash('sha384').update(content).digest('base64')}`;

/** Files of the bundle that a browser is given; maps are for those who look inside. */
export const isServed = ({ path }: ArchivedFile): boolean => /\.(js|txt|json|css)$/.test(path);
