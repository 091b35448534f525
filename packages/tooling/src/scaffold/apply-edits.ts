import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** A line for one file and the place it goes to: an empty match just before what follows it. */
export type Edit = readonly [path: string, before: RegExp, line: string];

/** Enters lines in files that keep a closed list. Refuses a file that no longer looks as expected. Returns the paths. */
export function applyEdits(root: string, edits: readonly Edit[], author: string): string[] {
  for (const [path, before, line] of edits) {
    const text = readFileSync(join(root, path), 'utf8');
    const joined = text.replace(before, () => line);
    if (joined === text)
      throw new Error(`${path} no longer looks as expected: add "${line.trim()}" by hand, and mend ${author}.`);
    writeFileSync(join(root, path), joined);
  }
  return [...new Set(edits.map(([path]) => path))];
}
