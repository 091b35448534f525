import type { Encoding } from './csv-dialect.rules.ts';
import { CsvError } from './csv-scanner.rules.ts';

/** The most bytes without a line end; a file that has more is none of rows. */
const longestLine = 4_000_000;
const [lineFeed, carriageReturn] = [10, 13];
const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
const western = new TextDecoder('windows-1252');

/**
 * Text from the bytes of a file as they come, of which nothing is replaced in silence: what a file is was judged by its beginning,
 * so each line that is not UTF-8 is read as Western, and each that is, is read as UTF-8.
 * @throws CsvError for bytes that are no text in UTF-16, and for a line without end.
 */
export class CsvDecoder {
  readonly #wide: TextDecoder | null;
  #rest: Uint8Array = new Uint8Array();
  #atStart = true;

  constructor(encoding: Encoding) {
    this.#wide = encoding.startsWith('utf-16') ? new TextDecoder(encoding, { fatal: true }) : null;
  }

  /** The text up to the last line end that has come. */
  push(chunk: Uint8Array): string {
    if (this.#wide) return this.#decodeWide(chunk, true);
    const bytes = this.#rest.length > 0 ? Buffer.concat([this.#rest, chunk]) : chunk;
    const cut = Math.max(bytes.lastIndexOf(lineFeed), bytes.lastIndexOf(carriageReturn)) + 1;
    this.#rest = bytes.slice(cut);
    if (this.#rest.length > longestLine)
      throw new CsvError(
        'line_too_long',
        `A line is longer than ${longestLine} bytes. Save the file as CSV, one row a line.`,
      );
    return this.#decode(bytes.subarray(0, cut));
  }

  end(): string {
    return this.#wide ? this.#decodeWide(new Uint8Array(), false) : this.#decode(this.#rest);
  }

  #decode(bytes: Uint8Array): string {
    const text = asUtf8(bytes) ?? lineByLine(bytes);
    if (!this.#atStart || text === '') return text;
    this.#atStart = false;
    return text.startsWith('\ufeff') ? text.slice(1) : text;
  }

  #decodeWide(bytes: Uint8Array, stream: boolean): string {
    try {
      return this.#wide!.decode(bytes, { stream });
    } catch (error) {
      if (!(error instanceof TypeError)) throw error;
      throw new CsvError(
        'encoding_changes',
        'The file begins as UTF-16 and goes on as something else. Save it as CSV (UTF-8).',
      );
    }
  }
}

function asUtf8(bytes: Uint8Array): string | null {
  try {
    return utf8.decode(bytes);
  } catch {
    return null;
  }
}

function lineByLine(bytes: Uint8Array): string {
  let text = '';
  for (let from = 0; from < bytes.length;) {
    const end = bytes.indexOf(lineFeed, from);
    const line = bytes.subarray(from, end < 0 ? bytes.length : end + 1);
    text += asUtf8(line) ?? western.decode(line);
    from += line.length;
  }
  return text;
}
