import { decodeTransfer } from '../decode/index.ts';
import { readHeader, type HeaderField } from './read-header.ts';
import type { Reading } from './read-limits.ts';
import { readStructured, type Structured } from './read-parameters.ts';

/** A part of a mail: a multipart with its children, or a leaf with its body still encoded. */
export interface Part {
  type: string;
  typeParameters: Record<string, string>;
  disposition: Structured;
  encoding: string;
  contentId: string;
  children: Part[] | null;
  body: Buffer;
}

interface Walk {
  bytes: Buffer;
  reading: Reading;
  hint: string | undefined;
  count: number;
}

const GUESS_WITHIN = 100_000;

/** The tree of parts behind a mail's header. Every level looks at its octets once, and the levels are limited. */
export function walkParts(
  bytes: Buffer,
  { fields, bodyStart }: { fields: readonly HeaderField[]; bodyStart: number },
  { reading, hint }: { reading: Reading; hint: string | undefined },
): Part {
  const walk: Walk = { bytes, reading, hint, count: 0 };
  return describePart(walk, fields, { range: [bodyStart, bytes.length], depth: 0, usual: 'text/plain' });
}

interface Place {
  range: readonly [number, number];
  depth: number;
  /** The type of a part that names none. */
  usual: string;
}

function describePart(walk: Walk, fields: readonly HeaderField[], { range, depth, usual }: Place): Part {
  const field = (name: string) => fields.find((one) => one.name === name)?.raw ?? '';
  const { value, parameters } = readStructured(field('content-type'), walk.hint);
  const disposition = readStructured(field('content-disposition'), walk.hint);
  const part: Part = {
    type: mediaType(value, usual),
    typeParameters: parameters,
    disposition,
    encoding: field('content-transfer-encoding'),
    contentId: field('content-id').replace(/^[\s<]+|[\s>]+$/g, ''),
    children: null,
    body: walk.bytes.subarray(...range),
  };
  if (part.type.startsWith('multipart/')) openMultipart(walk, part, { range, depth });
  return part;
}

function mediaType(written: string, usual: string): string {
  if (/^[\w.+!#$&^-]+\/[\w.+!#$&^-]+$/.test(written)) return written;
  if (written.startsWith('multipart')) return 'multipart/mixed';
  const word = written.split('/')[0];
  if (word === 'text' || word === 'plain') return 'text/plain';
  if (word === 'html') return 'text/html';
  return written === '' ? usual : 'application/octet-stream';
}

function openMultipart(walk: Walk, part: Part, { range, depth }: Omit<Place, 'usual'>): void {
  const asText = () => Object.assign(part, { type: looksLikeHtml(part.body) ? 'text/html' : 'text/plain' });
  if (depth >= walk.reading.limits.depth) {
    walk.reading.truncated.add('depth');
    asText();
    return;
  }
  const named = (part.typeParameters['boundary'] ?? '').trimEnd();
  let ranges = named ? splitParts(walk, range, named) : [];
  if (ranges.length === 0) {
    const guessed = guessBoundary(part.body);
    if (guessed) ranges = splitParts(walk, range, guessed);
  }
  if (ranges.length === 0) {
    const end = named ? part.body.lastIndexOf(`\n--${named}--`, undefined, 'latin1') : -1;
    if (end !== -1) part.body = part.body.subarray(0, end);
    asText();
    return;
  }
  const usual = part.type === 'multipart/digest' ? 'message/rfc822' : 'text/plain';
  part.children = ranges.map((one) => {
    const { fields, bodyStart } = readHeader(walk.bytes, one, walk.reading, true);
    return describePart(walk, fields, { range: [bodyStart, one[1]], depth: depth + 1, usual });
  });
}

/** Where the parts between the lines of a boundary begin and end; the last may be without its end. */
function splitParts(walk: Walk, [start, end]: readonly [number, number], boundary: string): [number, number][] {
  const body = walk.bytes.subarray(start, end);
  const mark = Buffer.from(`\n--${boundary}`, 'latin1');
  const ranges: [number, number][] = [];
  let open: number | undefined;
  let at = startsWith(body, mark.subarray(1)) ? -1 : body.indexOf(mark);
  if (at === -1 && !startsWith(body, mark.subarray(1))) return [];
  do {
    const line = readDelimiter(body, at + mark.length);
    if (!line) {
      at = body.indexOf(mark, at + 1);
      continue;
    }
    if (open !== undefined) ranges.push(trimPart(body, open, at, start));
    open = undefined;
    if (walk.count >= walk.reading.limits.parts) {
      walk.reading.truncated.add('parts');
      return ranges;
    }
    if (!line.isLast) {
      open = line.end;
      walk.count += 1;
    }
    at = body.indexOf(mark, line.end - 1);
  } while (at !== -1);
  if (open !== undefined) ranges.push([start + open, end]);
  return ranges;
}

function startsWith(body: Buffer, mark: Buffer): boolean {
  return body.subarray(0, mark.length).equals(mark);
}

// The line end before a boundary belongs to the boundary.
function trimPart(body: Buffer, from: number, newline: number, start: number): [number, number] {
  const end = newline > from && body[newline - 1] === 13 ? newline - 1 : newline;
  return [start + from, start + Math.max(from, end)];
}

/** What follows a boundary in its line: nothing, or the two dashes of the last one; else it was none. */
function readDelimiter(body: Buffer, from: number): { isLast: boolean; end: number } | undefined {
  let at = from;
  const isLast = body[at] === 45 && body[at + 1] === 45;
  if (isLast) at += 2;
  while (at - from < 80 && (body[at] === 32 || body[at] === 9)) at += 1;
  if (body[at] === 13) at += 1;
  if (at >= body.length) return { isLast, end: body.length };
  return body[at] === 10 ? { isLast, end: at + 1 } : undefined;
}

/** The boundary that parts really have, when their multipart names none or another one. */
function guessBoundary(body: Buffer): string | undefined {
  const text = body.toString('latin1', 0, GUESS_WITHIN);
  const counts = new Map<string, number>();
  for (const [, line = '', next = ''] of text.matchAll(/^--([^\s][^\r\n]{0,200})\r?$(?=\n?([^\r\n]{0,40}))/gm)) {
    const boundary = line.trimEnd().replace(/--$/, '');
    if (/^-*$/.test(boundary)) continue;
    if (/^content-[a-z-]+[ \t]*:/i.test(next)) return boundary;
    const count = (counts.get(boundary) ?? 0) + 1;
    counts.set(boundary, count);
    if (count > 1) return boundary;
  }
  return undefined;
}

function looksLikeHtml(body: Buffer): boolean {
  return /^\s*<(!doctype html|html|head|body|div|p|table)\b/i.test(body.toString('latin1', 0, 500));
}

/** The leaves of a tree in their order. */
export function leavesOf(part: Part): Part[] {
  return part.children ? part.children.flatMap(leavesOf) : [part];
}

/** A leaf's octets as they were before they were encoded for the way; of a longer one the first `most`. */
export function contentOf(part: Part, most = Infinity): { content: Buffer; isWhole: boolean } {
  // No encoding makes more than four octets of one.
  const source = part.body.subarray(0, Math.min(part.body.length, most * 4));
  const content = decodeTransfer(source, part.encoding);
  return { content: content.subarray(0, most), isWhole: source.length === part.body.length && content.length <= most };
}
