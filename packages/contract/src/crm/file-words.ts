/** What a file is, by its content. Free of zod, so browsers may import it. */
export const fileKinds = [
  'image',
  'pdf',
  'text',
  'document',
  'sheet',
  'slides',
  'audio',
  'video',
  'archive',
  'other',
] as const;
/** What a file is, by its content. */
export type FileKind = (typeof fileKinds)[number];

/** What is known of harmful content: nobody looks, it waits to be looked at, nothing was found, something was. */
export const scanStates = ['unscanned', 'waiting', 'clean', 'infected'] as const;
/** What is known of harmful content in a file. */
export type ScanState = (typeof scanStates)[number];

/** The most bytes of a file's name, as file systems have it. */
export const nameBytes = 255;
/** The most bytes that one request of an upload carries. */
export const partBytes = 8 * 1024 * 1024;

/** Invisible signs, and those that turn the order of the letters around them: `invoice\u202Efdp.exe` would read as a PDF. */
// oxlint-disable-next-line no-control-regex -- control characters are what is looked for
const hidden = /[\u0000-\u001f\u007f-\u009f\u061c\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]/g;
const bytesOf = (text: string): number => new TextEncoder().encode(text).length;

/** A file's name as it is kept: the last part of a path, on one line, at most 255 bytes with its ending; empty where nothing is left. */
export function cleanFileName(given: string): string {
  const name = given.toWellFormed().normalize('NFC').replace(hidden, '').split(/[/\\]/).at(-1)!.trim(); // splitting gives one at least
  const plain = name
    .replace(/[<>:"|?*]/g, '_')
    .replace(/[. ]+$/, '')
    .replace(/^\.+/, '');
  if (bytesOf(plain) <= nameBytes) return plain;
  const ending = /\.[^.]{1,16}$/.exec(plain)?.[0] ?? '';
  const letters = Array.from(plain.slice(0, plain.length - ending.length));
  while (bytesOf(letters.join('') + ending) > nameBytes) letters.pop();
  return letters.join('').trimEnd() + ending;
}

/** What stands behind the last dot of a name, in lower case. */
export const endingOf = (name: string): string => /\.([^.]+)$/.exec(name)?.[1]?.toLowerCase() ?? '';
