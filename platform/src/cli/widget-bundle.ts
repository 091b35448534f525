import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { CommandError } from './command.ts';

const root = fileURLToPath(new URL('../../..', import.meta.url));
const built = join(root, 'widgets/dist/embed');
const sources = ['widgets/src', 'sdk/src', 'packages/theme/src', 'packages/contract/src'];

/** Builds the widgets unless what is there is newer than their sources; gives the folder that is served at /embed. */
export async function ensureWidgetBundle(say: (line: string) => void): Promise<string> {
  const made = await stat(join(built, 'v1.js')).then(
    (file) => file.mtimeMs,
    () => 0,
  );
  const changed = Math.max(...(await Promise.all(sources.map((folder) => newest(join(root, folder))))));
  if (made >= changed) return built;
  say('Building the widgets…');
  const child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', 'build.ts', '--no-budgets'], {
    cwd: join(root, 'widgets'),
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let words = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk: Buffer) => (words += chunk.toString()));
  const [code] = await once(child, 'exit');
  if (code !== 0) throw new CommandError(`The widgets cannot be built:\n${words.trim().slice(-4000)}`);
  return built;
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
