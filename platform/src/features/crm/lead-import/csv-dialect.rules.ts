import type { encodings } from '@tabard/contract';
import { delimiters } from '@tabard/contract';
import { CsvScanner } from './csv-scanner.rules.ts';

export type Encoding = (typeof encodings)[number];
export type Delimiter = (typeof delimiters)[number];

/** The encoding that the first bytes of a file speak for: its byte order mark, the zeros of UTF-16, valid UTF-8, or the Western one. */
export function detectEncoding(head: Uint8Array): Encoding {
  if (head[0] === 0xff && head[1] === 0xfe) return 'utf-16le';
  if (head[0] === 0xfe && head[1] === 0xff) return 'utf-16be';
  if (head[0] === 0xef && head[1] === 0xbb && head[2] === 0xbf) return 'utf-8';
  let [even, odd] = [0, 0];
  for (let index = 0; index < Math.min(head.length, 4096); index++)
    if (head[index] === 0) {
      if (index % 2) odd += 1;
      else even += 1;
    }
  const half = Math.min(head.length, 4096) / 2;
  if (odd > half * 0.4 && even < half * 0.1) return 'utf-16le';
  if (even > half * 0.4 && odd < half * 0.1) return 'utf-16be';
  try {
    // `stream`: the head may end inside a character.
    new TextDecoder('utf-8', { fatal: true }).decode(head, { stream: true });
    return 'utf-8';
  } catch {
    return 'windows-1252';
  }
}

/** Rows of the beginning of a file from the line of its headings, the last one left out because it may be cut. */
export function headRows(text: string, delimiter: string, complete: boolean, headerRow = 1): string[][] {
  const rows: string[][] = [];
  const scanner = new CsvScanner(delimiter, (fields, line) => {
    if (rows.length < 200 && line >= headerRow && !isSeparatorRow(fields, delimiter, line)) rows.push(fields);
  });
  scanner.push(text);
  if (complete) scanner.end();
  return rows;
}

/** Whether a row is the line `sep=;` with which a file tells spreadsheets its delimiter. */
export function isSeparatorRow(fields: readonly string[], delimiter: string, line: number): boolean {
  return line === 1 && /^sep=.?$/i.test(fields.join(delimiter).trim());
}

/** The delimiter that a file's first line names, if it does. */
export function statedDelimiter(text: string): Delimiter | null {
  const stated = /^sep=(.)[\r\n]/i.exec(text)?.[1];
  return delimiters.find((delimiter) => delimiter === stated) ?? null;
}

/** The delimiter that cuts the beginning of a file into rows of the most equal width, wider rows first. */
export function detectDelimiter(text: string, complete: boolean, headerRow = 1): Delimiter {
  let best: { delimiter: Delimiter; score: number } = { delimiter: ',', score: 0 };
  for (const delimiter of delimiters) {
    let widths: number[];
    try {
      widths = headRows(text, delimiter, complete, headerRow).map((row) => row.length);
    } catch {
      continue; // with this delimiter the text is not CSV
    }
    const width = widths[0] ?? 1;
    if (width < 2) continue;
    const score = (widths.filter((other) => other === width).length / widths.length) * 100 + Math.min(width, 50);
    if (score > best.score) best = { delimiter, score };
  }
  return best.delimiter;
}
