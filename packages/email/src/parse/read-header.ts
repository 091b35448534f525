import { trimBlanks } from '../decode/index.ts';
import type { Reading } from './read-limits.ts';

/** A header field: its name in lower case, its value unfolded, a character for each byte. */
export interface HeaderField {
  name: string;
  raw: string;
}

/** A header and where the body behind it begins. */
export interface Header {
  fields: HeaderField[];
  bodyStart: number;
}

// A part describes itself; a mail also carries what its way added.
const [PART_BYTES, PART_FIELDS] = [128, 32];
const FIRST_LOOK = 64 * 1024;
const FIELD = /^([!-9;-~]{1,200})[ \t]*:(.*)$/s;
// What may follow a damaged line of a header; anything else is the body of a mail without an empty line.
const USUAL_FIELD =
  /^(from|to|cc|bcc|subject|date|message-id|reply-to|sender|received|return-path|references|in-reply-to|mime-version|content-[a-z-]+|list-[a-z-]+|x-[\w-]+|dkim-[a-z-]+|arc-[a-z-]+|authentication-results|delivered-to|user-agent|thread-[a-z]+|precedence|auto-submitted|importance|priority)[ \t]*:/i;

/** Reads the header that begins at `start`; it ends at an empty line or where lines stop looking like one. */
export function readHeader(
  bytes: Buffer,
  [start, end]: readonly [number, number],
  reading: Reading,
  isPart = false,
): Header {
  const most = isPart ? reading.limits.headerBytes / PART_BYTES : reading.limits.headerBytes;
  const [headerEnd, bodyStart] = findHeaderEnd(bytes.subarray(start, end));
  if (headerEnd > most) reading.truncated.add('headers');
  const text = bytes.toString('latin1', start, start + Math.min(headerEnd, most));
  const { fields, length } = readFields(text, reading, isPart);
  const isCutShort = length < text.length && text.trim() !== '';
  return { fields, bodyStart: isCutShort ? start + length : Math.min(start + bodyStart, end) };
}

function findHeaderEnd(part: Buffer): [headerEnd: number, bodyStart: number] {
  if (part[0] === 10) return [0, 1];
  if (part[0] === 13 && part[1] === 10) return [0, 2];
  // A header is short and what follows may be long: the look goes further only as far as it has to.
  for (let length = FIRST_LOOK; ; length *= 4) {
    const look = part.subarray(0, length);
    const bare = look.indexOf('\n\n', 0, 'latin1');
    const full = (bare === -1 ? look : look.subarray(0, bare + 1)).indexOf('\n\r\n', 0, 'latin1');
    if (full !== -1) return [full + 1, full + 3];
    if (bare !== -1) return [bare + 1, bare + 2];
    if (length >= part.length) return [part.length, part.length];
  }
}

function readFields(text: string, reading: Reading, isPart: boolean): { fields: HeaderField[]; length: number } {
  const fields: { name: string; pieces: string[] }[] = [];
  let start = 0;
  while (start < text.length) {
    const end = text.indexOf('\n', start) + 1 || text.length;
    const line = text.slice(start, end).replaceAll('\0', '');
    const isFolded = line.startsWith(' ') || line.startsWith('\t');
    const field = isFolded ? null : FIELD.exec(line);
    if (field) fields.push({ name: field[1]!.toLowerCase(), pieces: [field[2]!] });
    else if (isFolded) fields.at(-1)?.pieces.push(line);
    else if ((isPart || fields.length > 0) && !followedByField(text, end)) break;
    if (fields.length > reading.limits.headerFields / (isPart ? PART_FIELDS : 1)) {
      fields.pop();
      reading.truncated.add('headers');
      start = text.length;
      break;
    }
    start = end;
  }
  return {
    fields: fields.map(({ name, pieces }) => ({ name, raw: unfold(pieces) })),
    length: fields.length > 0 ? start : 0,
  };
}

function followedByField(text: string, at: number): boolean {
  const next = text.slice(at, at + 400).split('\n', 3);
  return next.some((line) => USUAL_FIELD.test(line));
}

function unfold(pieces: readonly string[]): string {
  return trimBlanks(pieces.map(trimBlanks).join(' '));
}
