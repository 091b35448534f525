import { existsSync } from 'node:fs';
import { readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { readRunningServer, stopServer } from './running-server.ts';

// Two stamps name each other: `moved-to` in the home names the folder with the data, `belongs-to` in that folder the home.
const read = async (folder: string, stamp: string) =>
  (await readFile(join(folder, stamp), 'utf8').catch(() => '')).trim();

/** The folder that holds a home's data elsewhere; null when it has none, or when the home is a copy of one that still stands. */
export async function findMoved(home: string): Promise<string | null> {
  const folder = await read(home, 'moved-to');
  if (!folder || !existsSync(folder)) return null;
  const owner = await read(folder, 'belongs-to');
  if (owner === home) return folder;
  if (owner && (await read(owner, 'moved-to')) === folder) return null;
  await stamp(home, folder);
  return folder;
}

/** Ties a data folder to the home it belongs to. */
export async function stamp(home: string, folder: string): Promise<void> {
  await writeFile(join(folder, 'belongs-to'), `${home}\n`);
  await writeFile(join(home, 'moved-to'), `${folder}\n`);
}

/** Deletes the data of homes that stood at this path and were deleted: without its stamp the person wants a fresh start. */
export async function removeAbandoned(home: string, systemFolder: string): Promise<void> {
  const names = await readdir(systemFolder).catch(() => []);
  for (const name of names.filter((one) => one.startsWith('data-'))) {
    const folder = join(systemFolder, name);
    if ((await read(folder, 'belongs-to')) !== home) continue;
    const running = await readRunningServer(join(folder, 'cluster'));
    if (running) await stopServer(running.pid);
    await rm(folder, { recursive: true, force: true });
  }
}
