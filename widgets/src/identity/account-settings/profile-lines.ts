/** What a language is called, in that language: people look for the words that they know. */
export function languageName(locale: string): string {
  const name = new Intl.DisplayNames(locale, { type: 'language' }).of(locale) ?? locale;
  return name.charAt(0).toLocaleUpperCase(locale) + name.slice(1);
}

/** What a time zone is called. */
export const zoneName = (timeZone: string): string => timeZone.replaceAll('_', ' ');
