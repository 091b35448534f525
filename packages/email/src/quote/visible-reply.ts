import { attributionLines, nextWritten, splitShared } from './attribution.ts';
import { isDeviceLine, signatureLines } from './closings.ts';
import { separatorLines } from './separators.ts';

/** A text reply in two: what its author wrote, and what was quoted or signed. */
export interface VisibleReply {
  reply: string;
  quoted: string;
  /**
   * Whether the reply is surely its author's. It is not where nothing stands above a quote without marks: then all below
   * is shown rather than nothing, and may be the quoted mail itself.
   */
  certain: boolean;
}

interface Parting {
  lines: readonly string[];
  own: string[];
  hasOwn: boolean;
  starts: (number | undefined)[];
  quoted: { line: string; isSigned: boolean }[];
  /** Where a quote without marks began, and how many lines introduce it. */
  rest: { start: number; introduced: number } | undefined;
}

/**
 * Parts a plain text reply from its quotes and its signature; the whole text is the reply when neither is found. Every
 * line is looked at a bounded number of times, by patterns that cannot look back: the work grows with the length of the
 * text and no faster.
 */
export function visibleReply(text: string): VisibleReply {
  const lines = text.replace(/\r\n?/g, '\n').split('\n');
  const parting: Parting = { lines, own: [], hasOwn: false, starts: [], quoted: [], rest: undefined };
  for (let index = 0; index < parting.lines.length && !parting.rest;) index += takeLines(parting, index);
  const reply = joined(ownLines(parting));
  if (reply !== '') return { reply, quoted: joined(parting.quoted.map(({ line }) => line)), certain: true };
  return showRest(parting);
}

/** Puts the lines from here on where they belong and says how many they were. */
function takeLines(parting: Parting, index: number): number {
  const { lines, own } = parting;
  const line = lines[index]!;
  if (line.trim() === '') {
    own.push(line);
    return 1;
  }
  if (isMarked(line) || isBrokenLink(lines, index)) {
    hide(parting, [line]);
    return 1;
  }
  const shared = splitShared(line);
  if (shared && isMarked(nextWritten(lines, index + 1))) {
    own.push(shared.answer);
    parting.hasOwn = true;
    hide(parting, [shared.attribution]);
    return 1;
  }
  const introduced = quoteStart(parting, index);
  if (introduced > 0) return takeQuote(parting, index, introduced);
  const isQuote = (at: number) => isMarked(lines[at]!) || quoteStart(parting, at) > 0;
  const signed = parting.hasOwn ? signatureLines(lines, index, isQuote) : 0;
  const hidden = signed || (isDeviceLine(lines, index) ? 1 : 0);
  if (hidden > 0) hide(parting, lines.slice(index, index + hidden), true);
  else {
    own.push(line);
    parting.hasOwn = true;
  }
  return Math.max(1, hidden);
}

function takeQuote(parting: Parting, index: number, introduced: number): number {
  const { lines } = parting;
  hide(parting, lines.slice(index, index + introduced));
  // Below quoted lines that carry marks the author may go on writing.
  if (isMarked(nextWritten(lines, index + introduced))) return introduced;
  parting.rest = { start: index, introduced };
  hide(parting, lines.slice(index + introduced));
  return lines.length - index;
}

function hide({ quoted }: Parting, lines: readonly string[], isSigned = false): void {
  for (const line of lines) quoted.push({ line, isSigned });
}

/** How many lines from here on introduce an earlier mail; asked again for the same line, it remembers. */
function quoteStart({ lines, starts }: Parting, index: number): number {
  return (starts[index] ??= attributionLines(lines, index) || separatorLines(lines, index));
}

/** Nothing is the author's by its look: what stands below a quote's beginning, or else what was taken for a signature. */
function showRest({ lines, quoted, rest }: Parting): VisibleReply {
  const all = joined(quoted.map(({ line }) => line));
  if (rest) {
    const below = lines.slice(rest.start + rest.introduced);
    const reply = joined(below.filter((line) => !isMarked(line)));
    const hidden = [...lines.slice(0, rest.start + rest.introduced), ...below.filter(isMarked)];
    if (reply !== '') return { reply, quoted: joined(hidden), certain: false };
  }
  const signed = joined(quoted.filter(({ isSigned }) => isSigned).map(({ line }) => line));
  if (signed === '') return { reply: '', quoted: all, certain: true };
  return {
    reply: signed,
    quoted: joined(quoted.filter(({ isSigned }) => !isSigned).map(({ line }) => line)),
    certain: true,
  };
}

function isMarked(line: string): boolean {
  // Arrows around a link are no mark.
  return /^ {0,3}>/.test(line) && !/^[> ]{3,80}[^<]{0,300}<{2,3}\s{0,9}$/.test(line.slice(0, 400));
}

// A quoted address of a page that was too long for its line.
function isBrokenLink(lines: readonly string[], index: number): boolean {
  const isBetween = isMarked(lines[index - 1] ?? '') && isMarked(lines[index + 1] ?? '');
  return isBetween && /^\s?\(?[^\s]{1,300}[=&/?%)][^\s]{0,300}\s?>?$/.test(lines[index]!.slice(0, 400));
}

/** The author's lines without the rule that a mail program draws above what it quotes. */
function ownLines({ own, quoted }: Parting): string[] {
  let end = own.length;
  while (quoted.length > 0 && end > 0 && /^[-_=*\u2014\u2013\u2500\s]*$/u.test(own[end - 1]!.slice(0, 100))) end -= 1;
  return own.slice(0, end);
}

function joined(lines: readonly string[]): string {
  return lines
    .map((line) => line.trimEnd())
    .join('\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
}
