import { languages, nearestLanguage, type Language } from '@tabard/contract';

/** The first of our languages that a browser asks for, in its order. */
export function acceptedLanguage(header: string | undefined): Language {
  const asked = (header ?? '')
    .slice(0, 500)
    .split(',')
    .map((part) => part.trim().slice(0, 2).toLowerCase());
  return nearestLanguage(asked.find((each) => languages.some((language) => language === each)) ?? '');
}
