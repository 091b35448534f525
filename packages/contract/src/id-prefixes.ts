import { nounEntries, type IdKind, type NounName } from './nouns.ts';

/** What the public ids of each noun begin with. Free of zod, so browsers may import it. */
export const idPrefixes = Object.fromEntries(
  nounEntries.flatMap(([noun, { prefix }]) => (prefix === undefined ? [] : [[noun, prefix]])),
) as Readonly<Record<IdKind & NounName, string>>; // the nouns that have a prefix

export type { IdKind };
