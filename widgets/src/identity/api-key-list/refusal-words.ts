import { msg } from '@lit/localize';
import type { CodeWords } from '../../base/code-words.ts';

/** What the platform refuses of keys. */
export const refusalWords: CodeWords = {
  'api_key.scope_exceeded': () => msg('A key can only have what you may yourself. Choose less, or ask who may more.'),
  'api_key.ended': () => msg('This key has ended. Make another one.'),
};
