import { z } from 'zod';

/**
 * An archive is a gzipped file of JSON, a line each: a head, rows table by table in an order in which they can be taken in, files in
 * parts, and an end that counts them, without which it was cut off.
 */
export const archiveHead = z.object({
  archive: z.literal(1),
  /** The last migration of the installation that wrote it. */
  migration: z.string(),
  takenAt: z.iso.datetime(),
  /** What the words that open its passwords are salted with. */
  salt: z.string(),
  /** Opens only with those words. */
  proof: z.string(),
  workspace: z.object({
    id: z.uuid(),
    name: z.string(),
    settings: z.record(z.string(), z.unknown()),
    brand: z.record(z.string(), z.unknown()),
  }),
});
export type ArchiveHead = z.infer<typeof archiveHead>;

export const archiveLine = z.union([
  z.object({ table: z.string(), row: z.record(z.string(), z.unknown()) }),
  z.object({ file: z.string(), part: z.base64(), last: z.boolean() }),
  z.object({ end: z.object({ rows: z.int(), files: z.int() }) }),
]);
export type ArchiveLine = z.infer<typeof archiveLine>;
