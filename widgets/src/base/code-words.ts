import { msg } from '@lit/localize';
import type { ErrorCode } from '@tabard/contract';

/** A sentence; `name` is what the code is about, where it says so. */
type Word = (name: string) => string;
/** What codes say, by the code. */
export type CodeWords = Partial<Record<ErrorCode, Word>>;

const gone = (): string => msg('This is no longer here. Go back and choose again.');

/** What is known so far. The table of all comes a moment after the first paint, and with whatever says that something failed. */
const words: Record<string, Word> = {};

/** Adds words; what only the readers of one element meet comes with it. */
export function addCodeWords(more: CodeWords): void {
  Object.assign(words, more);
}

/** What a code of the platform means to people, in the language of the page; null for one that has no words here. */
export function codeWords(code: string | null | undefined, name = ''): string | null {
  if (!code) return null;
  if (Object.hasOwn(words, code)) return words[code]?.(name) ?? null;
  return code.endsWith('.not_found') ? gone() : null;
}
