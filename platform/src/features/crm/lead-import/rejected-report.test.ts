import { expect, it } from 'vitest';
import { csvLine } from './rejected-report.ts';

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
