import { readdir, readFile } from 'node:fs/promises';
import { join, relative } from 'node:path';
import type { Walk } from './client.ts';
import { TraceError } from './trace-error.ts';

/** Files that end up in a page of whoever builds with a package; everything else is read by those who build. */
const isSeenInPages = (name: string): boolean => name.endsWith('.js') && !/^cli\b/.test(name);

/** What is published for embedders: their pages' visitors see its code, they themselves its names, types and words. */
export async function lookAtPackages({ packages, inspection, stranger }: Walk): Promise<void> {
  for (const folder of packages) {
    const entries = await readdir(folder, { withFileTypes: true, recursive: true }).catch(() => []);
    const files = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
    if (!files.some((file) => file.endsWith('.js')))
      throw new TraceError(
        `The package in ${folder} is not built: run npm run build, and npm run package in widgets, first.`,
      );
    for (const file of files) {
      const name = relative(folder, file);
      const text = await readFile(file, 'latin1');
      if (isSeenInPages(name)) inspection.look(stranger, `${folder.split('/').at(-2) ?? ''}: ${name}`, text);
      else inspection.lookAsDeveloper(stranger, text);
    }
  }
}
