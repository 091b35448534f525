/** What makes a text not CSV, with the line where it begins. */
export class CsvError extends Error {
  readonly line: number;
  constructor(message: string, line: number) {
    super(message);
    this.name = 'CsvError';
    this.line = line;
  }
}

/** The most characters one row may have; a quote that is never closed would otherwise swallow the file. */
const rowLimit = 1_000_000;
const [quote, carriageReturn, lineFeed] = [34, 13, 10];

/**
 * Reads CSV (RFC 4180; any line ending; quotes doubled inside quotes) from pieces of text in bounded memory.
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
      if (text.charCodeAt(at) === quote) {
        const close = closingQuote(text, at);
        // A quote at the very end may be the first of a doubled one.
        if (close < 0 || (close === text.length - 1 && !final)) {
          if (final)
            throw new CsvError(
              `The quote that opens on line ${this.#line + lines - 1} is never closed.`,
              this.#line + lines - 1,
            );
          return -1;
        }
        const field = text.slice(at + 1, close);
        if (field.includes('\n')) lines += field.split('\n').length - 1;
        fields.push(field.includes('"') ? field.replaceAll('""', '"') : field);
        at = close + 1;
        const after = text.charCodeAt(at);
        if (at < text.length && after !== delimiter && after !== carriageReturn && after !== lineFeed)
          throw new CsvError(
            `There is text behind a closing quote on line ${this.#line + lines - 1}.`,
            this.#line + lines - 1,
          );
      } else {
        const from = at;
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
}

/** Where the quote that opens at `open` closes, or -1. */
function closingQuote(text: string, open: number): number {
  let at = text.indexOf('"', open + 1);
  while (at >= 0 && text.charCodeAt(at + 1) === quote) at = text.indexOf('"', at + 2);
  return at;
}
