import { existsSync } from 'node:fs';
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Built } from './bundle-runtime.ts';

/** Writes the licences of the libraries that travel in the bundle: comments are taken out of it, and their terms are not. */
export async function writeLicenses(path: string, built: readonly Built[]): Promise<void> {
  const folders = new Set(
    built.flatMap(({ sources }) => sources.filter((id) => id.includes('/node_modules/')).map(packageOf)),
  );
  const parts = await Promise.all(
    [...folders].toSorted().map(async (folder) => {
      const { name, version, license } = JSON.parse(await readFile(join(folder, 'package.json'), 'utf8')) as {
        name: string;
        version: string;
        license: string;
      }; // every package has these
      const file = (await readdir(folder)).find((entry) => /^licen[cs]e/i.test(entry));
      const text = file ? await readFile(join(folder, file), 'utf8') : '';
      return { title: `${name} ${version} (${license})`, text: text.trim() };
    }),
  );
  const byTitle = new Map(parts.map(({ title, text }) => [title, text]));
  await writeFile(path, [...byTitle].map(([title, text]) => `${title}\n\n${text}\n`).join('\n---\n\n'));
}

function packageOf(id: string): string {
  let folder = dirname(id.replace(/^\0/, '').replace(/\?.*$/, ''));
  while (!isPackage(folder)) folder = dirname(folder);
  return folder;
}

/** A folder of a library may hold a package.json that only says how its modules are written. */
const isPackage = (folder: string): boolean =>
  /\/node_modules\/(?:@[^/]+\/)?[^/]+$/.test(folder) && existsSync(join(folder, 'package.json'));
