import { parse } from 'csv-parse/sync';
import { expect, it } from 'vitest';
import { csvLine, withoutDefusing } from './csv-line.rules.ts';

it.each([
  ['=cmd()', `'=cmd()`],
  ['a;=cmd()', `"a;'=cmd()"`],
  ['a\t+1', `"a\t'+1"`],
  ['a; "@SUM(1)', `"a; ""'@SUM(1)"`],
  ['x\n-1+1', `"x\n'-1+1"`],
  ['＝1', `'＝1`],
  ['jo=ann@x.example; 5 - 3', '"jo=ann@x.example; 5 - 3"'],
])('a cell runs in no spreadsheet, whichever delimiter it reads: %j', (cell, written) => {
  expect(csvLine([cell])).toBe(`${written}\r\n`);
});

it.each(['=cmd()', '+31 20 123', 'a;=cmd()', `'=1`, `it's -5`, 'x\n-1+1', '＝1', `O'Hara`])(
  'a cell that was defused is read again as it was: %j',
  (cell) => {
    const [[written = ''] = []] = parse(csvLine([cell]), { relax_column_count: true });
    expect(withoutDefusing(written)).toBe(cell);
  },
);
