import { parsePhoneNumberFromString, type CountryCode, isSupportedCountry } from 'libphonenumber-js/min';

/** Languages in which people write the names of countries. */
const languages = ['en', 'de', 'es', 'fr', 'ar', 'it', 'nl'];
/** What no list of names has. */
const shortNames: Readonly<Record<string, string>> = { usa: 'US', uk: 'GB', uae: 'AE', holland: 'NL' };

let byName: Map<string, string> | undefined;
const fold = (text: string): string =>
  text
    .normalize('NFKD')
    .replaceAll(/[^\p{L}]/gu, '')
    .toLowerCase();

/** Codes of regions by what they are called. */
function regions(): Map<string, string> {
  if (byName) return byName;
  byName = new Map(Object.entries(shortNames));
  const letters = Array.from({ length: 26 }, (_, at) => String.fromCodePoint(65 + at));
  const codes = letters
    .flatMap((one) => letters.map((other) => one + other))
    .filter((code) => isSupportedCountry(code));
  for (const language of languages) {
    const names = new Intl.DisplayNames([language], { type: 'region', fallback: 'none' });
    for (const code of codes) {
      const name = names.of(code);
      if (name && !byName.has(fold(name))) byName.set(fold(name), code);
    }
  }
  return byName;
}

/** The code of a country as people write it: `DE`, `Germany`, `Deutschland`; undefined where it is none that is known. */
function regionOf(country: string | null | undefined): CountryCode | undefined {
  const written = country?.trim() ?? '';
  const code = written.length === 2 ? written.toUpperCase() : regions().get(fold(written));
  return code !== undefined && isSupportedCountry(code) ? code : undefined;
}

/** A number in the form in which numbers are compared (E.164); null where it is none, or where nothing says of which country it is. */
export function normalPhone(written: string | null | undefined, country: string | null | undefined): string | null {
  if (!written) return null;
  // What follows a number, such as the words for an extension, is not part of it.
  const parsed = parsePhoneNumberFromString(written, regionOf(country));
  return parsed?.isPossible() ? parsed.number : null;
}
