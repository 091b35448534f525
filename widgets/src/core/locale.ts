import type { speak as Speak } from './words.ts';

/** On its way, or here, once any element on the page needed words. */
let coming: Promise<{ speak: typeof Speak }> | undefined;

/**
 * Loads the words of the nearest language there is, for the elements of a prefix; a locale without words, which is found out there,
 * still formats its dates and numbers. English with no words of the host's own needs nothing, unless it comes `again`, after another locale.
 */
export async function useLanguage(
  prefix: string,
  locale: string,
  messages: Readonly<Record<string, string>> = {},
  again = false,
): Promise<void> {
  const language = locale.toLowerCase().split('-')[0] ?? 'en';
  if (language === 'en' && Object.keys(messages).length === 0 && !again && !coming) return;
  // Of two imports under way the later one may be the first to arrive; of two waits for one import it is not.
  const { speak } = await (coming ??= import('./words.ts'));
  await speak(prefix, language, messages);
}

/** The direction of a locale's script. */
export function directionOf(locale: string): 'ltr' | 'rtl' {
  return /^(ar|fa|he|ur|ps|sd|ug|yi|dv|ckb)\b/i.test(locale) ? 'rtl' : 'ltr';
}
