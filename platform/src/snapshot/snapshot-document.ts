import { readFile, rename, writeFile } from 'node:fs/promises';
import { z } from 'zod';
import { snapshotParts } from '#features';
import type { SnapshotPart } from '#kernel';

/** Why a snapshot cannot be read or applied, in a sentence for whoever asked. */
export class SnapshotError extends Error {
  constructor(message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = 'SnapshotError';
  }
}

/** The set-up of a workspace at one moment: of each part its things, oldest first. A part that is left out says nothing. */
export interface SnapshotDocument {
  snapshot: 1;
  takenAt: string;
  /** What the workspace was called; nothing hangs on it. */
  workspace: string;
  parts: Record<string, unknown[]>;
}

/** Things of one part that a document can hold. */
const most = 5_000;

/** As it is written and read again: what is not said is not there. */
export const asJson = <T>(value: T): T => JSON.parse(JSON.stringify(value)) as T; // plain values only

/** The order in which parts are written and applied. */
export const partsOf = (document: SnapshotDocument): SnapshotPart[] =>
  snapshotParts.filter(({ name }) => name in document.parts);

const schema: z.ZodType<SnapshotDocument> = z.strictObject({
  snapshot: z.literal(1, 'Another release wrote this snapshot.'),
  takenAt: z.iso.datetime(),
  workspace: z.string().max(200),
  parts: z.strictObject(
    Object.fromEntries(
      snapshotParts.map((part) => [
        part.name,
        z
          .array(part.shape)
          .max(part.most ?? most)
          .optional(),
      ]),
    ),
  ) as unknown as z.ZodType<Record<string, unknown[]>>, // a list for each part that is there
});

/** Reads a document, whoever wrote or changed it. @throws SnapshotError that says what is wrong, and where */
export async function readSnapshot(file: string): Promise<SnapshotDocument> {
  const text = await readFile(file, 'utf8').catch((error: NodeJS.ErrnoException) => {
    const words = error.code === 'ENOENT' ? `There is no file ${file}.` : `${file} cannot be read.`;
    throw new SnapshotError(words, { cause: error });
  });
  return parseSnapshot(text, file);
}

function parseSnapshot(text: string, file: string): SnapshotDocument {
  const parsed = schema.safeParse(parseJson(text, file));
  if (parsed.success) return asJson(parsed.data);
  const problems = parsed.error.issues
    .slice(0, 10)
    .map(({ path, message }) => `  ${path.join('.') || 'document'}: ${message}`);
  throw new SnapshotError(`${file} is no snapshot of this release:\n${problems.join('\n')}`);
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
