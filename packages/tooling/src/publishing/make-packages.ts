import { createHash } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative, sep } from 'node:path';
import { runCommand } from '../run-command.ts';
import { writeArchive, type ArchivedFile } from './archive.ts';

/** What embedders install, and the program that builds it into a folder. */
export const published = [
  {
    name: 'sdk',
    program: 'sdk/build/build.ts',
    sources: /^(sdk\/(src|build)|packages\/contract\/src)\/|^platform\/src\/features\/.*\.router\.ts$/,
  },
  {
    name: 'widgets',
    program: 'widgets/wrappers/build-package.ts',
    sources: /^(widgets\/(src|wrappers|messages)|packages\/theme\/src|sdk\/src)\//,
  },
] as const;

/** The scope of the packages in this repository. */
export const ownScope = '@tabard';

/** How packages are made. */
export interface PackageOptions {
  root: string;
  /** The version of the sources unless told. */
  version?: string;
  /** The product's own unless told. */
  scope?: string;
  /** The change log of one package; none unless told. */
  changeLog?: (name: string, sources: RegExp) => string;
  /** Is told what is built next. */
  say?: (line: string) => void;
}

/** A package that is ready to be written. */
export interface Packed {
  /** `@acme/sdk`. */
  name: string;
  /** `acme-sdk-1.4.0.tgz`. */
  file: string;
  archive: Buffer;
  /** The hash by which lockfiles know it. */
  integrity: string;
  /** What is in it. */
  files: readonly ArchivedFile[];
}

/** Builds and packs everything that embedders install, in a folder of its own that nobody else writes to. */
export async function makePackages(options: PackageOptions): Promise<Packed[]> {
  const packages: Packed[] = [];
  for (const { name, program, sources } of published) {
    options.say?.(`Building ${options.scope ?? ownScope}/${name}…`);
    const files = (await buildInto(options.root, program)).map((file) => dress(file, options));
    const log = options.changeLog?.(name, sources);
    if (log !== undefined) files.push({ path: 'CHANGELOG.md', content: Buffer.from(log) });
    packages.push(pack(files));
  }
  return packages;
}

/** Runs a program that builds into the folder it is given, and reads what it left there. */
export async function buildInto(root: string, program: string, words: string[] = []): Promise<ArchivedFile[]> {
  const folder = mkdtempSync(join(tmpdir(), 'built-'));
  try {
    const built = await runCommand(process.execPath, [join(root, program), ...words, folder], { cwd: root });
    if (built.code !== 0) throw new Error(`${program} could not build:\n${built.output.trim()}`);
    return readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name))
      .map((path) => ({ path: relative(folder, path).replaceAll(sep, '/'), content: readFileSync(path) }));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

const lastName = 'Tabard';

/** A file under the version and scope that are wanted. */
function dress({ path, content }: ArchivedFile, { version, scope = ownScope }: PackageOptions): ArchivedFile {
  let text = content.toString('utf8');
  if (version !== undefined && (path === 'package.json' || path === 'web-types.json'))
    text = `${JSON.stringify({ ...(JSON.parse(text) as object), version }, null, 2)}\n`;
  if (scope !== ownScope) {
    text = text.replaceAll(`${ownScope}/`, `${scope}/`);
    // The notice stays, under the name that its holders give themselves here.
    if (path === 'LICENSE') text = text.replace(`The ${lastName} authors`, 'The authors');
  }
  return { path, content: Buffer.from(text) };
}

function pack(files: readonly ArchivedFile[]): Packed {
  const manifest = files.find(({ path }) => path === 'package.json')?.content.toString('utf8') ?? '{}';
  // The program that built it wrote these.
  const {
    name,
    version,
    bin = {},
  } = JSON.parse(manifest) as { name: string; version: string; bin?: Record<string, string> };
  const programs = new Set(Object.values(bin));
  const archived = files.map((file) => ({ ...file, executable: programs.has(file.path) }));
  const archive = writeArchive(archived);
  return {
    name,
    file: fileOf(name, version),
    archive,
    integrity: `sha512-${createHash('sha512').update(archive).digest('base64')}`,
    files: archived,
  };
}

/** The name that npm gives to the tarball of a package. */
export const fileOf = (name: string, version: string): string => `${name.slice(1).replace('/', '-')}-${version}.tgz`;
