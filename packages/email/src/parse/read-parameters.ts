import { decodeBytes, decodeRaw, decodeWords, toBytes, trimBlanks } from '../decode/index.ts';

/** A structured field such as `Content-Type`: its value in lower case, and its parameters by name. */
export interface Structured {
  value: string;
  parameters: Record<string, string>;
}

// Where a semicolon was forgotten only these names begin a new parameter.
const PARAMETER = /(?<![\w!#$&+.^`|~-])([\w!#$&+.^`|~-]{1,60}(?:\*\d{1,3})?\*?)\s*=\s*("(?:[^"\\]|\\.)*"?|[^;\r\n]*)/gs;
const FORGOTTEN = /\s+(?=(?:charset|boundary|name|filename|format|delsp|type|size|reply-type)\*?(?:\d\*?)?\s*=)/i;
const LONGEST = 20_000;
const MOST = 200;

/** Reads a structured field (RFC 2045, 2183, 2231) and the ways it is written wrongly. */
export function readStructured(raw: string, hint?: string): Structured {
  const text = raw.slice(0, LONGEST).replace(/\s{50,}/g, ' ');
  const begin = /^[\s;"]*([^;\s"=]*(?:\s*\/\s*[^;\s"=]+)?)/.exec(text)!;
  // A parameter where the value should be.
  const value = /^\s{0,9}=/.test(text.slice(begin[0].length)) ? ['', ''] : begin;
  const found = new Map<string, { order: number; text: string; isEncoded: boolean }[]>();
  for (const piece of splitParameters(text.slice(value[0]!.length)).slice(0, MOST)) {
    for (const [, key = '', written = ''] of piece.matchAll(PARAMETER)) {
      const [, name = '', order, star] = /^(.*?)(?:\*(\d{1,3}))?(\*)?$/.exec(key.toLowerCase())!;
      const entry = { order: Number(order ?? 0), text: unquote(written), isEncoded: star === '*' };
      const others = found.get(name);
      if (!others) found.set(name, [entry]);
      else if (order !== undefined || (entry.isEncoded && !others[0]!.isEncoded)) others.push(entry);
    }
  }
  const parameters: Record<string, string> = Object.create(null);
  for (const [name, entries] of found) parameters[name] = joinParameter(entries, hint).replaceAll('\0', '');
  return { value: value[1]!.replace(/\s/g, '').toLowerCase(), parameters };
}

/** The parameters one by one; where a known name follows an unquoted value after a blank, a semicolon was forgotten. */
function splitParameters(text: string): string[] {
  const pieces: string[] = [];
  let start = 0;
  let isQuoted = false;
  for (let index = 0; index < text.length; index += 1) {
    const letter = text[index];
    if (letter === '\\' && isQuoted) index += 1;
    else if (letter === '"') isQuoted = !isQuoted;
    else if (letter === ';' && !isQuoted) {
      pieces.push(text.slice(start, index));
      start = index + 1;
    }
  }
  return [...pieces, text.slice(start)].flatMap((piece) => (piece.includes('"') ? [piece] : piece.split(FORGOTTEN)));
}

function unquote(written: string): string {
  const text = trimBlanks(written);
  if (!text.startsWith('"')) return text;
  return text.replace(/^"|"$/g, '').replace(/\\(["\\])/g, '$1');
}

function joinParameter(entries: { order: number; text: string; isEncoded: boolean }[], hint?: string): string {
  // An encoded value stands beside a plain one for programs that cannot read it.
  const isPair = entries.length > 1 && entries.every(({ order }) => order === 0);
  const ordered = isPair
    ? entries.filter(({ isEncoded }) => isEncoded).slice(0, 1)
    : entries.toSorted((a, b) => a.order - b.order);
  if (!ordered.some(({ isEncoded }) => isEncoded)) {
    const text = ordered.map((entry) => entry.text).join('');
    return text.includes('=?') ? decodeWords(text, hint) : decodeRaw(text, hint);
  }
  const charset = /^([^']{0,60})'[^']{0,60}'/.exec(ordered[0]!.text);
  // Joined before they are decoded: senders cut letters and even their escapes in two.
  const joined = ordered.map(({ text, isEncoded }, index) => {
    const plain = index === 0 && charset ? text.slice(charset[0].length) : text;
    return isEncoded ? plain : plain.replaceAll('%', '%25');
  });
  return decodeBytes(percentDecode(joined.join('')), charset?.[1], hint);
}

function percentDecode(text: string): Buffer {
  return toBytes(text.replace(/%([0-9a-f]{2})/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16))));
}
