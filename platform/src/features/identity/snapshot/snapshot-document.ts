import { snapshotDocument } from '@tabard/contract/identity/snapshot';
import { z } from 'zod';
import type { SnapshotPart } from '#kernel';

/** Why a snapshot cannot be read or applied, in a sentence for whoever asked. */
export class SnapshotError extends Error {
  /** Where in the document, and what is wrong there. */
  readonly details: readonly { path: string; message: string }[];
  constructor(message: string, options: ErrorOptions & { details?: SnapshotError['details'] } = {}) {
    super(message, options);
    this.name = 'SnapshotError';
    this.details = options.details ?? [];
  }
}

/** The set-up of a workspace at one moment: of each part its things, oldest first. A part that is left out says nothing. */
export type SnapshotDocument = z.infer<typeof snapshotDocument>;

/** Things of one part that a document can hold. */
const most = 5_000;

/** As it is written and read again: what is not said is not there. */
export const asJson = <T>(value: T): T => JSON.parse(JSON.stringify(value)) as T; // plain values only

/** The parts that a document has, in the order in which they are written and applied. */
export const partsOf = (parts: readonly SnapshotPart[], document: SnapshotDocument): SnapshotPart[] =>
  parts.filter(({ name }) => name in document.parts);

/** A document of these parts, whoever wrote or changed it. @throws SnapshotError with what is wrong, and where */
export function parseDocument(parts: readonly SnapshotPart[], given: unknown): SnapshotDocument {
  const schema = snapshotDocument.extend({
    parts: z.strictObject(
      Object.fromEntries(
        parts.map((part) => [
          part.name,
          z
            .array(part.shape)
            .max(part.most ?? most)
            .optional(),
        ]),
      ),
    ),
  });
  const parsed = schema.safeParse(given);
  if (parsed.success) return asJson(parsed.data) as SnapshotDocument; // parts that are left out are not there
  const details = parsed.error.issues
    .slice(0, 10)
    .map(({ path, message }) => ({ path: path.join('.') || 'document', message }));
  throw new SnapshotError('It is no snapshot of this release.', { details });
}
