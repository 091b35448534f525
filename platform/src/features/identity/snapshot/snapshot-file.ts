import { readFile, rename, writeFile } from 'node:fs/promises';
import type { SnapshotPart } from '#kernel';
import { parseDocument, SnapshotError, type SnapshotDocument } from './snapshot-document.ts';

/** Reads a document from a file. @throws SnapshotError that says what is wrong, and where */
export async function readSnapshot(parts: readonly SnapshotPart[], file: string): Promise<SnapshotDocument> {
  const text = await readFile(file, 'utf8').catch((error: NodeJS.ErrnoException) => {
    const words = error.code === 'ENOENT' ? `There is no file ${file}.` : `${file} cannot be read.`;
    throw new SnapshotError(words, { cause: error });
  });
  try {
    return parseDocument(parts, parseJson(text, file));
  } catch (error) {
    if (!(error instanceof SnapshotError) || error.details.length === 0) throw error;
    const problems = error.details.map(({ path, message }) => `  ${path}: ${message}`);
    throw new SnapshotError(`${file} is no snapshot of this release:\n${problems.join('\n')}`, { cause: error });
  }
}

function parseJson(text: string, file: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new SnapshotError(`${file} is no snapshot: it is not JSON.`, { cause: error });
  }
}

/** Writes a document, which appears under its name when it is complete. It holds no secrets; texts of mails are in it. @throws SnapshotError */
export async function writeSnapshot(file: string, document: SnapshotDocument): Promise<void> {
  const part = `${file}.part`;
  try {
    await writeFile(part, `${JSON.stringify(document, null, 2)}\n`, { mode: 0o600 });
    await rename(part, file);
  } catch (error) {
    throw new SnapshotError(`${file} cannot be written. See that its folder is there and that you may write to it.`, {
      cause: error,
    });
  }
}
