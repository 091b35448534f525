import { configureLocalization } from '@lit/localize';

/** Languages whose words are ready. English is in the source itself. */
const languages = ['en', 'fr', 'es'] as const;

const catalogs = {
  fr: () => import('./locales/fr.ts'),
  es: () => import('./locales/es.ts'),
};

const { setLocale } = configureLocalization({
  sourceLocale: 'en',
  targetLocales: ['fr', 'es'],
  loadLocale: (locale) => catalogs[locale === 'es' ? 'es' : 'fr'](),
});

/** Loads the words of the nearest language there is; a locale without words still formats its dates and numbers. */
export async function useLanguage(locale: string): Promise<void> {
  const language = locale.toLowerCase().split('-')[0] ?? 'en';
  await setLocale(languages.find((known) => known === language) ?? 'en');
}

/** The direction of a locale's script. */
export function directionOf(locale: string): 'ltr' | 'rtl' {
  return /^(ar|fa|he|ur|ps|sd|ug|yi|dv|ckb)\b/i.test(locale) ? 'rtl' : 'ltr';
}
