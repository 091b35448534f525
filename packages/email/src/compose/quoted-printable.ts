import { escapeBytes } from './encode-header.ts';

const WIDTH = 75; // and one more for the soft break's "="
const SAFE_VALUE = /^[!-<>-~](?:[ -<>-~]*[!-<>-~])?$/;
const SAFE_LINE = /^[\t -<>-~]*$/;
// oxlint-disable-next-line no-control-regex -- the whole ASCII range, controls included
const ASCII = /^[\u0000-\u007f]*$/;
const UNSAFE = /[^\t -<>-~]/gu;

/** A stretch of text encoded once; it can be placed at any column. */
export interface Segment {
  readonly plain: string;
  readonly encoded: string;
  /** Columns its first line takes, and the column after its last line. */
  readonly first: number;
  readonly last: number;
  readonly startsWithBreak: boolean;
  readonly hasBreak: boolean;
  /** White space at the very end: whether it must be encoded depends on what follows. */
  readonly held: string;
}

/** The quoted-printable form of a text (RFC 2045): CRLF at its line ends, lines of at most 76 octets. */
export function encodeSegment(plain: string): Segment {
  if (plain.length <= WIDTH && SAFE_VALUE.test(plain)) {
    const size = plain.length;
    return { plain, encoded: plain, first: size, last: size, startsWithBreak: false, hasBreak: false, held: '' };
  }
  const lines = plain.replace(/\r\n?/g, '\n').split('\n');
  const final = lines.at(-1)!;
  const held = /[ \t]$/.test(final) ? final.at(-1)! : '';
  lines[lines.length - 1] = held ? final.slice(0, -1) : final;
  const encoded = lines.map((line, index) => encodeLine(line, index === lines.length - 1)).join('\r\n');
  const firstBreak = encoded.indexOf('\r\n');
  return {
    plain,
    encoded,
    first: firstBreak === -1 ? encoded.length : firstBreak,
    last: firstBreak === -1 ? encoded.length : encoded.length - encoded.lastIndexOf('\n') - 1,
    startsWithBreak: firstBreak === 0,
    hasBreak: firstBreak !== -1,
    held,
  };
}

function encodeLine(line: string, isOpen: boolean): string {
  const endsInSpace = !isOpen && /[ \t]$/.test(line);
  if (line.length <= WIDTH && !endsInSpace && SAFE_LINE.test(line)) return line;
  if (line.length <= WIDTH && !endsInSpace) {
    const short = line.replace(UNSAFE, (character) => escapeBytes(character, '='));
    if (short.length <= WIDTH) return short;
  }
  if (!endsInSpace && ASCII.test(line))
    return cutLines(line.replace(UNSAFE, (character) => escapeBytes(character, '=')));
  let encoded = '';
  let column = 0;
  let left = Array.from(line).length;
  for (const character of line) {
    left -= 1;
    const mustEscape = !SAFE_LINE.test(character) || (left === 0 && endsInSpace);
    const unit = mustEscape ? escapeBytes(character, '=') : character;
    if (column + unit.length > WIDTH) {
      encoded += '=\r\n';
      column = 0;
    }
    encoded += unit;
    column += unit.length;
  }
  return encoded;
}

/** Soft breaks for a line whose escapes are three columns each. */
function cutLines(line: string): string {
  let cut = '';
  let start = 0;
  while (line.length - start > WIDTH) {
    let end = start + WIDTH;
    if (line[end - 1] === '=') end -= 1;
    else if (line[end - 2] === '=') end -= 2;
    cut += `${line.slice(start, end)}=\r\n`;
    start = end;
  }
  return cut + line.slice(start);
}

/** Writes one quoted-printable body from encoded segments. */
export class QuotedPrintableWriter {
  #output = '';
  #column = 0;
  #held = '';

  segment(segment: Segment): void {
    if (segment.plain === '') return;
    this.#release(segment.startsWithBreak);
    if (this.#column > 0 && this.#column + segment.first > WIDTH) this.#softBreak();
    this.#output += segment.encoded;
    this.#column = segment.hasBreak ? segment.last : this.#column + segment.last;
    this.#held = segment.held;
  }

  finish(): string {
    this.#release(true);
    return this.#output;
  }

  #release(beforeBreak: boolean): void {
    if (this.#held === '') return;
    const space = beforeBreak ? escapeBytes(this.#held, '=') : this.#held;
    if (this.#column + space.length > WIDTH) this.#softBreak();
    this.#output += space;
    this.#column += space.length;
    this.#held = '';
  }

  #softBreak(): void {
    this.#output += '=\r\n';
    this.#column = 0;
  }
}

/** Writes one base64 body: shorter than quoted-printable for scripts other than Latin. */
export class Base64Writer {
  #output = '';

  segment(segment: Segment): void {
    this.#output += segment.plain;
  }

  finish(): string {
    return wrapBase64(Buffer.from(this.#output.replace(/\r\n?|\n/g, '\r\n')));
  }
}

/** Bytes as base64 in lines of 76. */
export function wrapBase64(bytes: Uint8Array): string {
  const encoded = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('base64');
  return encoded.replace(/.{76}(?!$)/g, '$&\r\n');
}

/** The transfer encoding that keeps a text shortest and readable in its source. */
export function chooseEncoding(text: string): 'quoted-printable' | 'base64' {
  const bytes = Buffer.byteLength(text);
  return (bytes - text.length) * 3 > bytes ? 'base64' : 'quoted-printable';
}
