import { everyDeep } from '../stories/find-deep.ts';
import { knownWords } from './known-words.ts';

const SPOKEN = [
  'aria-label',
  'aria-description',
  'aria-roledescription',
  'aria-valuetext',
  'placeholder',
  'title',
  'alt',
  'label',
];
const BRACKETED = /⟦[^⟦⟧]*⟧/g;
const WORD = /\p{L}{2,}/gu;
/** Addresses, the same in every language. */
const ADDRESS = /\S+\.\S{2,}/g;
/** Fields of a mail, the same in every language. */
const MERGE_FIELD = /\{\{[^}]*\}\}/g;
/** What a story asks for: codes of countries and of companies. */
const CODES = /\b(?:AG|DE|ES|FR|IT|PL)\b/g;
/** What people of every language call these things, and what their keyboards say. */
const NAMES = /\b(?:STARTTLS|TLS|SMTP|IMAP|CSV|URL|HTML|UTC|Ctrl|Esc)\b/g;
/** Initials of a person, in capitals where a script has them. */
const INITIALS = /^[\p{Lu}\p{Lo}]{1,2}$/u;

/** Every text below that people read or hear, with where it stands. */
function* spokenTexts(root: ParentNode): Generator<[text: string, where: string]> {
  for (const element of everyDeep(root)) {
    // What people wrote is in a language that nobody knows; an ending of a file is in none.
    if (element.matches('style, script, [lang="zxx"], [lang=""]')) continue;
    const where = `${(element.getRootNode() as ShadowRoot).host?.localName ?? ''} ${element.localName}`; // The page has no host.
    for (const name of SPOKEN) {
      const text = element.getAttribute(name);
      // A primitive may carry a story's own words in an attribute of its tag; what it shows of them is looked at inside it.
      if (text) yield [text, `${where}[${name}]`];
    }
    for (const node of element.childNodes) {
      if (node.nodeType === Node.TEXT_NODE && node.nodeValue?.trim()) yield [node.nodeValue.trim(), where];
    }
  }
}

/**
 * Texts that did not come through the catalogue, while the pseudo-locale puts all that did into brackets. Words of the story's
 * own file are no finding: a primitive says what it is given.
 */
export function escapedWords(root: ParentNode, storySource: string): string[] {
  const known = knownWords();
  const found = new Set<string>();
  for (const [text, where] of spokenTexts(root)) {
    let rest = text.replace(INITIALS, '').replace(MERGE_FIELD, ' ');
    // Bracketed texts may stand inside others.
    for (let before = ''; before !== rest;) [before, rest] = [rest, rest.replace(BRACKETED, ' ')];
    const plain = (words: string): string =>
      (words.match(WORD) ? known : []).reduce((left, one) => left.replaceAll(one, ' '), words);
    // An address may have known words among its own, and a known text an address.
    const left = [plain(rest).replace(ADDRESS, ' '), plain(rest.replace(ADDRESS, ' '))]
      .map((words) => words.replace(NAMES, ' ').replace(CODES, ' ').match(WORD) ?? [])
      .reduce((one, other) => (one.length <= other.length ? one : other));
    if (left.some((word) => !storySource.includes(word))) found.add(`${where}: ${text}`);
  }
  return [...found];
}
