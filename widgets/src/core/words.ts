import { configureLocalization } from '@lit/localize';
import { generateMsgId } from '@lit/localize/internal/id-generation.js';
import { renderingPrefix } from '../base/html.ts';
import { sourceLocale, type targetLocales } from './locale-codes.ts';

/** Words by message id, as catalogs have them. */
type Words = Record<string, unknown>;
type Translated = (typeof targetLocales)[number];

/** Of every language, as `lit-localize.json` lists them: one that is missing here, or is none of those, does not compile. */
const catalogs: Readonly<Record<Translated, () => Promise<{ templates: Words }>>> = {
  ar: () => import('./locales/ar.ts'),
  de: () => import('./locales/de.ts'),
  es: () => import('./locales/es.ts'),
  fr: () => import('./locales/fr.ts'),
};
const isTranslated = (language: string): language is Translated => language in catalogs;

const byPrefix = new Map<string, Words>();
/** Counts what was asked for: words that arrive after later ones were asked for are not wanted any more. */
const asked = new Map<string, number>();
let latest = '';

/** Two agencies on one page may speak two languages: what is rendered is looked up for the prefix that renders it. */
const spoken: Words = new Proxy<Words>(
  {},
  {
    get: (_, id: string) => byPrefix.get(renderingPrefix() ?? latest)?.[id],
  },
);

// Both names mean "as spoken": going from one to the other tells every element that words changed.
const { getLocale, setLocale } = configureLocalization({
  sourceLocale,
  targetLocales: ['one', 'other'],
  // The catalogs are made by the library's own tools; only their keys are looked at here.
  loadLocale: async () => ({ templates: spoken as never }),
});

/** Makes the elements of a prefix speak a language, with the host's own words where it has some. */
export async function speak(
  prefix: string,
  language: string,
  messages: Readonly<Record<string, string>>,
): Promise<void> {
  const turn = (asked.get(prefix) ?? 0) + 1;
  asked.set(prefix, turn);
  const catalog = isTranslated(language) ? (await catalogs[language]()).templates : null;
  if (asked.get(prefix) !== turn) return;
  byPrefix.set(prefix, Object.assign(Object.create(null) as Words, catalog, ownWords(messages)));
  latest = prefix;
  await setLocale(getLocale() === 'one' ? 'other' : 'one');
}

/** The host names a text by its id or by its English words; `{0}` stands for the first thing put into it. */
function ownWords(messages: Readonly<Record<string, string>>): Words {
  return Object.fromEntries(
    Object.entries(messages).map(([name, text]) => {
      const [strings, slots] = split(name);
      const id = /^[sh][0-9a-f]{16}$/.test(name) ? name : generateMsgId(slots.length ? strings : name, false);
      const [parts, values] = split(text);
      return [id, values.length ? { strTag: true, strings: parts, values } : text];
    }),
  );
}

function split(text: string): [strings: string[], slots: number[]] {
  const pieces = text.split(/\{(\d+)\}/);
  return [pieces.filter((_, at) => at % 2 === 0), pieces.filter((_, at) => at % 2 === 1).map(Number)];
}
