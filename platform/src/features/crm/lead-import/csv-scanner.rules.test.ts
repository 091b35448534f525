import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CsvError, CsvScanner } from './csv-scanner.rules.ts';

function scan(pieces: string[], delimiter = ','): { fields: string[]; line: number }[] {
  const rows: { fields: string[]; line: number }[] = [];
  const scanner = new CsvScanner(delimiter, (fields, line) => rows.push({ fields, line }));
  for (const piece of pieces) scanner.push(piece);
  scanner.end();
  return rows;
}

const cut = (text: string, sizes: number[]) => {
  const pieces: string[] = [];
  for (let at = 0, turn = 0; at < text.length; turn++) pieces.push(text.slice(at, (at += sizes[turn % sizes.length]!)));
  return pieces;
};

describe('the CSV scanner', () => {
  it('reads what a well-known parser reads, however the text is cut into pieces', () => {
    const cell = fc.oneof(fc.string({ maxLength: 6 }), fc.constantFrom('', '"', '\n', '\r\n', ',', 'é😀', ' a '));
    const table = fc.array(fc.array(cell, { minLength: 1, maxLength: 4 }), { maxLength: 6 });
    fc.assert(
      fc.property(
        table,
        fc.constantFrom('\n', '\r\n'),
        fc.constantFrom(',', ';', '\t'),
        fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 1, maxLength: 5 }),
        (rows, ending, delimiter, sizes) => {
          const text = rows
            .map((row) => row.map((value) => `"${value.replaceAll('"', '""')}"`).join(delimiter))
            .join(ending);
          const expected: string[][] = parse(text, {
            delimiter,
            relax_column_count: true,
            skip_empty_lines: false,
            record_delimiter: ['\n', '\r\n'],
          });
          expect(scan(cut(text, sizes), delimiter).map((row) => row.fields)).toEqual(
            expected.filter((row) => row.length > 1 || row[0] !== ''),
          );
        },
      ),
      { numRuns: 500 },
    );
  });

  it('names the line on which a row starts, also behind fields with line ends', () => {
    expect(scan(['a,b\n"x\ny",2\r\n\r\n3,4'])).toEqual([
      { fields: ['a', 'b'], line: 1 },
      { fields: ['x\ny', '2'], line: 2 },
      { fields: ['3', '4'], line: 5 },
    ]);
  });

  it.each([
    ['a,b\n1,"never closed\n2,3', 2],
    ['a,b\n1,"closed" and more', 2],
  ])('says on which line a quote is broken: %j', (text, line) => {
    expect(() => scan([text])).toThrow(CsvError);
    expect(() => scan([text])).toThrow(new RegExp(`line ${line}`));
  });
});
