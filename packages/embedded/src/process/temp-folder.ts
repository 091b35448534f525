import { readFileSync } from 'node:fs';
import { mkdtemp, readdir, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { isAlive } from './is-alive.ts';

const HOUR = 3_600_000;
/** The file in which a folder names the process it belongs to. */
const OWNER = 'owner.pid';

/**
 * Makes a temporary folder of this process, after deleting those of the same prefix that are older than an hour and whose
 * process is gone: what a killed run or a crashed machine left behind.
 */
export async function makeTempFolder(prefix: string): Promise<string> {
  await sweep(prefix);
  const folder = await mkdtemp(join(tmpdir(), prefix));
  await writeFile(join(folder, OWNER), String(process.pid));
  return folder;
}

async function sweep(prefix: string): Promise<void> {
  const names = await readdir(tmpdir());
  const folders = names.filter((name) => name.startsWith(prefix)).map((name) => join(tmpdir(), name));
  for (const folder of folders) {
    try {
      const { mtimeMs } = await stat(folder);
      if (Date.now() - mtimeMs < HOUR || isAlive(ownerOf(folder))) continue;
      await rm(folder, { recursive: true, force: true });
    } catch {
      // Another user's, or somebody else sweeps it right now.
    }
  }
}

function ownerOf(folder: string): number {
  try {
    return Number(readFileSync(join(folder, OWNER), 'utf8')) || Infinity;
  } catch {
    return Infinity;
  }
}
