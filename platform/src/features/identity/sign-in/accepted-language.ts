const languages = ['en', 'fr', 'es'] as const;

/** A language that pages of ours are written in. */
export type PageLanguage = (typeof languages)[number];

/** The first of our languages that a browser asks for, in its order. */
export function acceptedLanguage(header: string | undefined): PageLanguage {
  const asked = (header ?? '')
    .slice(0, 500)
    .split(',')
    .map((part) => part.trim().slice(0, 2).toLowerCase());
  return languages.find((language) => language === asked.find((each) => isOurs(each))) ?? 'en';
}

const isOurs = (language: string): boolean => languages.some((each) => each === language);
