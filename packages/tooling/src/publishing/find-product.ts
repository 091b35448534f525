import { findTraces, productMark } from '@tabard/platform/trace';
import type { ArchivedFile } from './archive.ts';

/** Whether a text names the product. */
export const namesProduct = (text: string): boolean => findTraces(text, [productMark]).length > 0;

/** Each place where files, or their paths, name the product: one line for each. */
export function findProduct(from: string, files: readonly ArchivedFile[]): string[] {
  return files.flatMap(({ path, content }) =>
    findTraces(`${path}\n${content.toString('latin1')}`, [productMark]).map(
      ({ around }) => `${from}, ${path}: … ${around} …`,
    ),
  );
}
