import { existsSync, mkdirSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import { readChanges, touches, writeChangeLog, type Change } from './change-log.ts';
import { chooseVersion, lastTag } from './choose-version.ts';
import { describeBundle, isServed, type Integrity } from './describe-bundle.ts';
import { buildInto, fileOf, makePackages, ownScope, published } from './make-packages.ts';
import type { ReleaseOptions } from './release-options.ts';
import { readCommits, readRepository } from './repository.ts';

/** Where the command is run: the checkout, the folder its author stands in, and who is told what is done. */
export interface Place {
  root: string;
  from: string;
  say: (line: string) => void;
}

/** What a release has written. */
export interface Release {
  version: string;
  folder: string;
  /** The tag that the change log begins behind, if there is one. */
  since: string | undefined;
  /** Files by their names in the folder. */
  files: string[];
  tarballs: string[];
  integrity: Integrity;
  /** Lines of the change log that were left out because they name the product. */
  leftOut: number;
}

/** What embedders can notice at all. */
const noticed =
  /^(platform\/(src|migrations)|sdk\/src|widgets\/(src|wrappers|messages)|packages\/(contract|email|theme)\/src)\//;

/**
 * Builds everything, looks whether it is whole and free of the product's name where another is wanted, and writes only then.
 * @throws Error that says what to do.
 */
export async function makeRelease(options: ReleaseOptions, { root, from, say }: Place): Promise<Release> {
  const { scope = ownScope } = options;
  const repository = readRepository(root);
  if (repository.dirty.length > 0 && !options.allowDirty)
    throw new Error(
      `The work tree differs from its commit (${some(repository.dirty)}): commit or stash it, or say --allow-dirty for packages that nobody can make again.`,
    );
  const since = options.since ?? lastTag(repository.tags)?.name;
  const changes = readChanges(readCommits(root, since)).filter((change) => touches(change, noticed));
  const version = chooseVersion(options.version, repository.tags, changes);
  const folder = options.out === undefined ? join(root, 'dist/release', version) : resolve(from, options.out);
  const tarballs = published.map(({ name }) => fileOf(`${scope}/${name}`, version));
  const files = [...tarballs, 'CHANGELOG.md', 'integrity.json'];
  refuseForeign(folder, files);

  // Loaded when its answer is wanted: it brings the platform along.
  const { findProduct, namesProduct } = await import('./find-product.ts');
  const isNeutral = scope !== ownScope;
  const told = isNeutral ? changes.filter(({ scope, text }) => !namesProduct(`${scope} ${text}`)) : changes;
  const write = (some: readonly Change[]): string => writeChangeLog(version, repository.day, some);
  const packages = await makePackages({
    root,
    version,
    scope,
    say,
    changeLog: (_name, sources) => write(told.filter((change) => touches(change, sources))),
  });
  say('Building the bundle…');
  const bundle = await buildInto(root, 'widgets/build.ts', ['--no-budgets', '--out']);
  const integrity = describeBundle(version, bundle, packages);
  const contents = new Map<string, Buffer>([
    ...packages.map(({ file, archive }): [string, Buffer] => [file, archive]),
    ['CHANGELOG.md', Buffer.from(write(told))],
    ['integrity.json', Buffer.from(`${JSON.stringify(integrity, null, 2)}\n`)],
  ]);
  if (isNeutral) {
    const beside = [...contents]
      .filter(([path]) => !tarballs.includes(path))
      .map(([path, content]) => ({ path, content }));
    const found = [
      ...packages.flatMap(({ file, files: packed }) => findProduct(file, packed)),
      ...findProduct('the release', beside),
      ...findProduct('the bundle', bundle.filter(isServed)),
    ];
    if (found.length > 0)
      throw new Error(
        `Nothing was written, for the product is named in these files. Take the name out where it comes from, and run the command again.\n${found.map((line) => `  ${line}`).join('\n')}`,
      );
  }
  mkdirSync(folder, { recursive: true });
  for (const [file, content] of contents) writeFileSync(join(folder, file), content);
  return { version, folder, since, files, tarballs, integrity, leftOut: changes.length - told.length };
}

/** A folder is new, or holds an earlier run of the same release. */
function refuseForeign(folder: string, files: readonly string[]): void {
  if (!existsSync(folder)) return;
  if (!statSync(folder).isDirectory()) throw new Error(`${folder} is a file: give --out a folder.`);
  const foreign = readdirSync(folder).filter((name) => !files.includes(name));
  if (foreign.length > 0)
    throw new Error(`${folder} holds other things (${some(foreign)}): give --out a new or empty folder.`);
}

const some = (names: readonly string[]): string =>
  names.length > 3 ? `${names.slice(0, 3).join(', ')} and ${names.length - 3} more` : names.join(', ');

/** The last lines of the command: what there is now, and what can be done with it. */
export function tellRelease(release: Release, from: string): string {
  const { version, since, integrity, tarballs, leftOut } = release;
  const folder = relative(from, release.folder) || '.';
  const shown = folder.startsWith('..') ? release.folder : folder;
  const paths = tarballs.map((file) => join(shown, file)).map((path) => (path.startsWith('/') ? path : `./${path}`));
  return [
    `Version ${version}, with what changed since ${since ?? 'the first commit'}, is in ${shown}:`,
    ...release.files.map((file) => `  ${file}`),
    ...(leftOut > 0 ? [`${leftOut} lines that name the product were left out of the change logs.`] : []),
    '',
    'Pin the script in a page, with your own host and prefix:',
    `  ${integrity.script.html}`,
    'Install the packages in a project:',
    `  npm install ${paths.join(' ')}`,
    'Nothing was published. To publish, at a registry of yours:',
    ...paths.map((path) => `  npm publish ${path} --registry https://npm.agency.example`),
    `Mark the commit, so that the next release begins there:`,
    `  git tag v${version}`,
  ].join('\n');
}
