import { z } from 'zod';
import { idPrefixes, type IdKind } from './id-prefixes.ts';
import { nouns } from './nouns.ts';

/** An id as the database holds it: a UUIDv7 with hyphens. */
export type Uuid = string;

/** Shows a UUID as the public id of its kind: `lea_0192f3c4d5e67a8b9c0d1e2f3a4b5c6d`. */
export function toPublicId(kind: IdKind, uuid: Uuid): string {
  return `${idPrefixes[kind]}_${uuid.replaceAll('-', '')}`;
}

/** Reads a public id of one kind back into its UUID; `null` when it is not one. */
export function fromPublicId(kind: IdKind, publicId: string): Uuid | null {
  const prefix = idPrefixes[kind];
  if (publicId.length !== prefix.length + 33 || !publicId.startsWith(`${prefix}_`)) return null;
  const hex = publicId.slice(prefix.length + 1);
  if (!/^[0-9a-f]{32}$/.test(hex)) return null;
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
}

/**
 * The schema of an id in an input: takes the public form, gives the UUID.
 * A malformed id is refused with the prefix it should have had.
 */
export function idInput(kind: IdKind) {
  return z
    .string()
    .max(64)
    .transform((value, context): Uuid => {
      const uuid = fromPublicId(kind, value);
      if (uuid) return uuid;
      context.addIssue({ code: 'custom', message: `Expected an id that starts with "${idPrefixes[kind]}_".` });
      return z.NEVER;
    })
    .meta(describeId(kind));
}

/** The schema of an id in an output: the public form. */
export function idOutput(kind: IdKind) {
  return z.string().meta(describeId(kind));
}

const describeId = (kind: IdKind) => ({
  idKind: kind,
  description: `Id of the ${nouns[kind].words[0]}; starts with "${idPrefixes[kind]}_".`,
});
