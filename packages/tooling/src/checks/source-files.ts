import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Changed } from './check.ts';

/** A file of the checkout: its path from the root with forward slashes, and its text. */
export interface SourceFile {
  path: string;
  text: string;
}

/** Every file that git tracks or would track, so that a rule holds before the commit and generated folders stay out. */
export function listFiles(root: string): string[] {
  const output = execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard', '-z'], {
    cwd: root,
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
  });
  return output.split('\0').filter((path) => path && existsSync(join(root, path)));
}

/** Reads the listed files for which `wanted` holds; of those only the changed ones where it is said which they are. */
export function readFiles(root: string, wanted: (path: string) => boolean, changed?: Changed): SourceFile[] {
  return listFiles(root)
    .filter((path) => changed?.has(path) ?? true)
    .filter(wanted)
    .map((path) => ({ path, text: readFileSync(join(root, path), 'utf8') }));
}

export const isCode = (path: string): boolean => /\.(ts|mts|mjs|js|cjs)$/.test(path) && !path.endsWith('.d.ts');
export const isTest = (path: string): boolean => /\.(test|journey|bench)\.ts$|(^|\/)test\//.test(path);
