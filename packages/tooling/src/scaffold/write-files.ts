import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** Joins, then writes new files; refuses before anything is touched when one is there. Returns every path that changed. */
export function writeFiles(root: string, files: Record<string, string>, joinLists: () => string[]): string[] {
  const taken = Object.keys(files).find((path) => existsSync(join(root, path)));
  if (taken) throw new Error(`${taken} is already there: nothing was written.`);
  const changed = joinLists();
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
  }
  return [...Object.keys(files), ...changed];
}
