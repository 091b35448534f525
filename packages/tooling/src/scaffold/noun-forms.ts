/** One noun in the spellings that the layers use. */
export interface NounForms {
  kebab: string;
  camel: string;
  pascal: string;
  snake: string;
  /** In sentences. */
  words: string;
  /** The router's key: `salesNotes`. */
  plural: string;
  pascalPlural: string;
  pluralKebab: string;
  pluralWords: string;
}

/** The closed list of areas, as in ARCHITECTURE.md. */
export const areas = [
  'identity',
  'crm',
  'outreach',
  'inbox',
  'ai',
  'automation',
  'insight',
  'sources',
  'integrations',
  'content',
  'billing',
  'privacy',
  'operations',
];

/** Reads a singular kebab-case noun; throws with the way out when it is not one. */
export function nounForms(noun: string): NounForms {
  if (!/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/.test(noun)) {
    throw new Error(
      `"${noun}" is not a noun as we write them: singular, lower case, words joined by hyphens, such as sales-note.`,
    );
  }
  const camel = noun.replaceAll(/-(.)/g, (_match, letter: string) => letter.toUpperCase());
  return {
    kebab: noun,
    camel,
    pascal: camel.charAt(0).toUpperCase() + camel.slice(1),
    snake: noun.replaceAll('-', '_'),
    words: noun.replaceAll('-', ' '),
    plural: pluralOf(camel),
    pascalPlural: pluralOf(camel.charAt(0).toUpperCase() + camel.slice(1)),
    pluralKebab: pluralOf(noun),
    pluralWords: pluralOf(noun.replaceAll('-', ' ')),
  };
}

function pluralOf(word: string): string {
  if (/[^aeiou]y$/.test(word)) return `${word.slice(0, -1)}ies`;
  return /(s|x|z|ch|sh)$/.test(word) ? `${word}es` : `${word}s`;
}

/** Where its author has to say something that follows from nothing else. */
export const toSay = (what: string): string => `TODO: say ${what}.`; // written into new files, never left in ours
