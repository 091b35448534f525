import type { FileFault } from '@tabard/contract';

/** What makes a text not CSV, with the line where it begins; 0 where that is not known. */
export class CsvError extends Error {
  readonly code: FileFault;
  readonly line: number;
  constructor(code: FileFault, message: string, line = 0) {
    super(message);
    this.code = code;
    this.name = 'CsvError';
    this.line = line;
  }
}

/** The most characters one row may have; a quote that is never closed would otherwise swallow the file. */
const rowLimit = 1_000_000;
const [quote, carriageReturn, lineFeed, space, tab] = [34, 13, 10, 32, 9];

/**
 * Reads CSV (RFC 4180; any line ending; quotes doubled inside quotes, blanks around them) from pieces of text in bounded memory.
 * Calls back once for each row that is not blank, with its fields and the line it starts on.
 * @throws CsvError for a quote that is not closed or followed by text.
 */
export class CsvScanner {
  readonly #delimiter: number;
  readonly #onRow: (fields: string[], line: number) => void;
  #rest = '';
  #line = 1;

  constructor(delimiter: string, onRow: (fields: string[], line: number) => void) {
    this.#delimiter = delimiter.charCodeAt(0);
    this.#onRow = onRow;
  }

  push(text: string): void {
    this.#scan(this.#rest + text, false);
    if (this.#rest.length > rowLimit)
      throw new CsvError(
        'row_too_long',
        `The row that starts on line ${this.#line} is longer than ${rowLimit} characters. A quote in it is probably not closed.`,
        this.#line,
      );
  }

  end(): void {
    this.#scan(this.#rest, true);
  }

  /** Scans whole rows and keeps the beginning of the last one. */
  #scan(text: string, final: boolean): void {
    let rowStart = 0;
    while (rowStart < text.length) {
      const next = this.#row(text, rowStart, final);
      if (next < 0) break;
      rowStart = next;
    }
    this.#rest = text.slice(rowStart);
  }

  /** Reads one row; gives where the next one starts, or -1 when this one is not complete yet. */
  #row(text: string, start: number, final: boolean): number {
    const delimiter = this.#delimiter;
    const fields: string[] = [];
    let lines = 1;
    let at = start;
    for (;;) {
      const opening = pastBlanks(text, at, delimiter);
      const field = text.charCodeAt(opening) === quote ? this.#quoted(text, at, opening, final, lines) : undefined;
      if (field === 'incomplete') return -1;
      const from = at;
      if (field) {
        if (field.text.includes('\n')) lines += field.text.split('\n').length - 1;
        fields.push(field.text.includes('"') ? field.text.replaceAll('""', '"') : field.text);
        at = field.end;
      } else {
        let code = text.charCodeAt(at);
        while (at < text.length && code !== delimiter && code !== lineFeed && code !== carriageReturn)
          code = text.charCodeAt(++at);
        fields.push(text.slice(from, at));
      }
      if (at >= text.length) {
        if (!final) return -1;
        break;
      }
      const code = text.charCodeAt(at++);
      if (code === delimiter) continue;
      if (code === carriageReturn) {
        // Its line feed may come with the next piece.
        if (at === text.length && !final) return -1;
        if (text.charCodeAt(at) === lineFeed) at += 1;
      }
      break;
    }
    if (fields.length > 1 || fields[0] !== '') this.#onRow(fields, this.#line);
    this.#line += lines;
    return at;
  }

  /** The field whose quote stands at `opening`. With blanks before it and text behind it, the quote is part of plain text: `undefined`. */
  #quoted(
    text: string,
    start: number,
    opening: number,
    final: boolean,
    lines: number,
  ): { text: string; end: number } | 'incomplete' | undefined {
    const close = closingQuote(text, opening);
    const hasBlanks = opening > start;
    const line = this.#line + lines - 1;
    // A quote at the very end may be the first of a doubled one.
    if (close < 0 || (close === text.length - 1 && !final)) {
      if (!final) return 'incomplete';
      if (hasBlanks) return undefined;
      throw new CsvError('quote_open', `The quote that opens on line ${line} is never closed.`, line);
    }
    const end = pastBlanks(text, close + 1, this.#delimiter);
    const after = text.charCodeAt(end);
    if (end < text.length && after !== this.#delimiter && after !== carriageReturn && after !== lineFeed) {
      if (hasBlanks) return undefined;
      const closed = line + text.slice(opening, close).split('\n').length - 1;
      throw new CsvError('quote_followed', `There is text behind a closing quote on line ${closed}.`, closed);
    }
    return { text: text.slice(opening + 1, close), end };
  }
}

/** Where the blanks end that some programs write between a delimiter and a quote. */
function pastBlanks(text: string, start: number, delimiter: number): number {
  let at = start;
  for (let code = text.charCodeAt(at); code === space || (code === tab && code !== delimiter);)
    code = text.charCodeAt(++at);
  return at;
}

/** Where the quote that opens at `open` closes, or -1. */
function closingQuote(text: string, open: number): number {
  let at = text.indexOf('"', open + 1);
  while (at >= 0 && text.charCodeAt(at + 1) === quote) at = text.indexOf('"', at + 2);
  return at;
}
