/** The languages of all that the platform itself says: mails, pages, footers. Types ask for the words of each. */
export const languages = ['en', 'fr', 'es', 'de'] as const;
export type Language = (typeof languages)[number];

/** The language of a locale such as de-AT; English where it is none of ours. */
export function nearestLanguage(locale: string): Language {
  const asked = locale.trim().slice(0, 2).toLowerCase();
  return languages.find((language) => language === asked) ?? 'en';
}
