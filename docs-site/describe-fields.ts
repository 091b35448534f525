import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';

/** What a JSON schema says of how long, large or many a value may be. */
interface Limited {
  minLength?: number;
  maxLength?: number;
  minimum?: number;
  maximum?: number;
  minItems?: number;
  maxItems?: number;
}

/** Whole numbers have these ends by nature. */
const natural = Number.MAX_SAFE_INTEGER;

/** The limits in words; empty where there are none. */
export function limitsOf({ minLength, maxLength, minimum, maximum, minItems, maxItems }: Limited): string {
  const range = (least: number | undefined, most: number | undefined, unit: string): string => {
    const from = least !== undefined && least !== 0 && Math.abs(least) < natural ? least : undefined;
    const to = most !== undefined && most < natural ? most : undefined;
    if (from !== undefined && to !== undefined) return `${from} to ${to}${unit}`;
    if (to !== undefined) return `at most ${to}${unit}`;
    return from === undefined ? '' : `at least ${from}${unit}`;
  };
  return [range(minLength, maxLength, ' characters'), range(minimum, maximum, ''), range(minItems, maxItems, ' items')]
    .filter(Boolean)
    .join(', ');
}

/**
 * What the contract's sources say of a field, by its name and the noun it is a field of. Schemas do not carry their comments: a name that
 * means different things in different places means what the noun's own file says, and one that means several there is left out.
 */
export async function commentsOfFields(folder: string): Promise<(name: string, noun?: string) => string> {
  const found = new Map<string, Map<string, string>>();
  for (const entry of await readdir(folder, { recursive: true, withFileTypes: true })) {
    // The language in which nouns are described speaks of fields in general.
    if (!entry.name.endsWith('.ts') || entry.parentPath.endsWith('/noun')) continue;
    const source = await readFile(join(entry.parentPath, entry.name), 'utf8');
    for (const [, text = '', name = ''] of source.matchAll(/\/\*\*((?:(?!\*\/)[\s\S])*)\*\/\s*(\w+)\??: /g)) {
      const words = text.replaceAll(/\s*\n\s*\* ?/g, ' ').trim();
      const meanings = found.get(name) ?? new Map<string, string>();
      const file = entry.name.slice(0, -'.ts'.length);
      // The same words in two places are one meaning; other words in one file are none.
      meanings.set(file, meanings.has(file) && meanings.get(file) !== words ? '' : words);
      found.set(name, meanings);
    }
  }
  return (name, noun = '') => {
    const meanings = found.get(name);
    const own = meanings?.get(noun);
    if (own !== undefined) return own;
    const [words = '', ...others] = new Set(meanings?.values());
    return others.length > 0 ? '' : words;
  };
}
