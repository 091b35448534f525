import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { CommandError } from './command.ts';

const root = fileURLToPath(new URL('../../..', import.meta.url));
const shared = ['packages/theme/src', 'packages/contract/src'];

/** Something that is built from sources. */
interface Build {
  /** What it is called in front of people. */
  name: string;
  /** Where it is, and a file that is written when it is whole. */
  folder: string;
  whole: string;
  sources: readonly string[];
  /** The program that builds it, in its folder. */
  in: string;
  program: readonly string[];
}

const widgets: Build = {
  name: 'widgets',
  folder: 'widgets/dist/embed',
  whole: 'v1.js',
  sources: ['widgets/src', 'sdk/src', ...shared],
  in: 'widgets',
  program: ['build.ts', '--no-budgets'],
};

const packages: readonly Build[] = [
  {
    name: 'SDK',
    folder: 'sdk/dist',
    whole: 'package.json',
    sources: ['sdk/src', 'sdk/build', 'platform/src/features', ...shared],
    in: 'sdk',
    program: ['build/build.ts'],
  },
  {
    name: 'package of the widgets',
    folder: 'widgets/dist/package',
    whole: 'package.json',
    sources: ['widgets/src', 'widgets/wrappers', 'sdk/src', ...shared],
    in: 'widgets',
    program: ['wrappers/build-package.ts'],
  },
];

/** Builds the widgets unless what is there is newer than their sources; gives the folder that is served at /embed. */
export const ensureWidgetBundle = (say: (line: string) => void): Promise<string> => ensureBuilt(widgets, say);

/** Builds in the same way what is published for embedders; gives the folders. */
export async function ensurePackages(say: (line: string) => void): Promise<string[]> {
  const folders: string[] = [];
  for (const build of packages) folders.push(await ensureBuilt(build, say));
  return folders;
}

async function ensureBuilt(build: Build, say: (line: string) => void): Promise<string> {
  const folder = join(root, build.folder);
  const made = await stat(join(folder, build.whole)).then(
    (file) => file.mtimeMs,
    () => 0,
  );
  const changed = Math.max(...(await Promise.all(build.sources.map((source) => newest(join(root, source))))));
  if (made >= changed) return folder;
  say(`Building the ${build.name}…`);
  const child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', ...build.program], {
    cwd: join(root, build.in),
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let words = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk: Buffer) => (words += chunk.toString()));
  const [code] = await once(child, 'exit');
  if (code !== 0) throw new CommandError(`The ${build.name} cannot be built:\n${words.trim().slice(-4000)}`);
  return folder;
}

async function newest(folder: string): Promise<number> {
  const entries = await readdir(folder, { withFileTypes: true, recursive: true });
  const times = await Promise.all(
    entries
      .filter((entry) => entry.isFile())
      .map((entry) => stat(join(entry.parentPath, entry.name)).then((file) => file.mtimeMs)),
  );
  return Math.max(0, ...times);
}
