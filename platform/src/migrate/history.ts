import { readdir } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';

/** Folder of the one line of history. */
export const migrationsFolder = fileURLToPath(new URL('../../migrations', import.meta.url));

/** The names of all migrations of this program, oldest first, as the database records them. */
export async function readHistory(): Promise<string[]> {
  const files = await readdir(migrationsFolder);
  return files
    .filter((file) => /^\d{4}-.*\.[jt]s$/.test(file))
    .map((file) => file.slice(0, -3))
    .toSorted();
}
