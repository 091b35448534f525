import { Readable } from 'node:stream';
import { strToU8, unzipSync, zipSync } from 'fflate';
import writeXlsxFile from 'write-excel-file/node';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestPlatform, type TestPlatform, type TestWorkspace } from '../../../../test/fixture/index.ts';
import { storeUpload } from '../upload/index.ts';

let platform: TestPlatform;
let workspace: TestWorkspace;
let empty: Record<string, Uint8Array>;
beforeAll(async () => {
  platform = await startTestPlatform();
  workspace = await platform.createWorkspace();
  empty = unzipSync(await writeXlsxFile([{ sheet: 'One', data: [[{ value: 'email', type: String }]] }]).toBuffer());
});
afterAll(() => platform.stop());

const sheetXml = 'xl/worksheets/sheet1.xml';
/** A workbook whose only sheet is this XML; without a prefix that would be declared nowhere. */
const bookOf = (sheet: string, more: Record<string, string> = {}): Uint8Array =>
  zipSync({
    ...empty,
    ...Object.fromEntries(
      Object.entries({ [sheetXml]: `<worksheet>${sheet}</worksheet>`, ...more }).map(([name, xml]) => [
        name,
        strToU8(xml),
      ]),
    ),
  });
const text = '<is><t>email</t></is>';
const cell = (at: string, more = 't="inlineStr"') => `<c r="${at}" ${more}>${text}</c>`;
const rowsOf = (...rows: string[]) => `<sheetData>${rows.join('')}</sheetData>`;
const good = rowsOf(
  `<row r="1">${cell('A1')}</row>`,
  '<row r="2"><c r="A2" t="inlineStr"><is><t>x@y.example</t></is></c></row>',
);

async function inspect(book: Uint8Array) {
  const { id } = await storeUpload(workspace.scope, Readable.from([Buffer.from(book)]), { fileName: 'leads.xlsx' });
  return workspace.caller.leadImports.inspect({ uploadId: id });
}
const reasonOf = async (book: Uint8Array): Promise<unknown> =>
  inspect(book).then(
    () => 'read',
    (error: { cause?: { code?: string; details?: { reason?: string }[] } }) =>
      error.cause?.code === 'lead_import.unreadable' ? error.cause.details?.[0]?.reason : error,
  );

describe('a workbook that was made to harm', () => {
  it('with a cell that stands further out than any sheet goes is refused at once, and the next workbook is read', async () => {
    const book = bookOf(rowsOf(`<row r="1">${cell('ZZZZZZZ1')}</row>`));
    expect(book.length).toBeLessThan(8_000);
    const before = Date.now();
    expect(await reasonOf(book)).toBe('not_workbook');
    expect(Date.now() - before).toBeLessThan(5_000);
    expect(await inspect(bookOf(good))).toMatchObject({ sheets: ['One'], columns: [{ name: 'email' }] });
  });

  it.each([
    ['a column past the last', rowsOf(`<row r="1">${cell('XFE1')}</row>`), 'not_workbook'],
    ['a column that no mapping can name', rowsOf(`<row r="1">${cell('ALM1')}</row>`), 'too_many_columns'],
    ['a row past the last', rowsOf(`<row r="1048577">${cell('A1048577')}</row>`), 'not_workbook'],
    ['a row without end', rowsOf(`<row r="1e9">${cell('A1')}</row>`), 'not_workbook'],
    ['a far row alone', rowsOf(`<row r="1048576">${cell('A1048576')}</row>`), 'workbook_too_large'],
    ['a far row that only its cell names', rowsOf(`<row>${cell('A1048576')}</row>`), 'workbook_too_large'],
    [
      'a wide row and a low one',
      rowsOf(`<row r="1">${cell('ALL1')}</row>`, `<row r="90000">${cell('A90000')}</row>`),
      'workbook_too_large',
    ],
    ['a row and a cell that disagree', rowsOf(`<row r="1">${cell('A1048576')}</row>`), 'not_workbook'],
    ['a cell that stands nowhere', rowsOf(`<row r="1"><c t="inlineStr">${text}</c></row>`), 'not_workbook'],
    ['small letters', rowsOf(`<row r="1">${cell('zzzzzzz1')}</row>`), 'not_workbook'],
    ['single quotes', rowsOf(`<row r='1'><c t='inlineStr' r='ZZZZZZZ1'>${text}</c></row>`), 'not_workbook'],
    ['entities', rowsOf(`<row r="1"><c r="&#90;ZZZZZZ&#x31;" t="inlineStr">${text}</c></row>`), 'not_workbook'],
    [
      'prefixes',
      `<x:sheetData><x:row r="1"><x:c r="ZZZZZZZ1"><x:v>1</x:v></x:c></x:row></x:sheetData>`,
      'not_workbook',
    ],
    ['an attribute given twice', rowsOf(`<row r="1"><c r="A1" x:r="ZZZZZZZ1"><v>1</v></c></row>`), 'not_workbook'],
    ['a size that no sheet has', `<dimension ref="A1:ZZZZZZZ9"/>${good}`, 'not_workbook'],
    ['columns that no sheet has', `<cols><col min="1" max="999999999"/></cols>${good}`, 'not_workbook'],
    ['spans that no sheet has', rowsOf(`<row r="1" spans="1:99999999">${cell('A1')}</row>`), 'not_workbook'],
    [
      'merged cells that no sheet has',
      `${good}<mergeCells><mergeCell ref="A1:A9999999"/></mergeCells>`,
      'not_workbook',
    ],
  ])('is refused for %s', async (_, sheet, reason) => {
    expect(await reasonOf(bookOf(sheet))).toBe(reason);
  });

  it('is refused where one long text that is kept once stands in very many cells', async () => {
    const rows = Array.from(
      { length: 20_000 },
      (_, at) => `<row r="${at + 1}"><c r="A${at + 1}" t="s"><v>0</v></c></row>`,
    );
    const shared = { 'xl/sharedStrings.xml': `<sst><si><t>${'a'.repeat(30_000)}</t></si></sst>` };
    expect(await reasonOf(bookOf(rowsOf(...rows), shared))).toBe('workbook_too_large');
  });

  it('is refused where it has very many sheets, and long names are cut', async () => {
    const sheets = (count: number, name: string) => ({
      'xl/workbook.xml': `<workbook><sheets>${`<sheet name='${name}' sheetId="1" r:id="rId1"/>`.repeat(count)}</sheets></workbook>`,
      'xl/_rels/workbook.xml.rels': `<Relationships><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet1.xml"/></Relationships>`,
    });
    expect(await reasonOf(bookOf(good, sheets(1_001, 'a')))).toBe('workbook_too_large');
    expect(await inspect(bookOf(good, sheets(2, 'b'.repeat(50_000))))).toMatchObject({
      sheets: ['b'.repeat(100), 'b'.repeat(100)],
    });
  });
});

describe('a workbook of an honest program', () => {
  it('is read though its formats go to the last row and column, and another of its sheets is too wide', async () => {
    const rels = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
    const book = bookOf(
      `<dimension ref="A1:XFD1048576"/><cols><col min="1" max="16384" width="9"/></cols>${good.replace(
        '</sheetData>',
        '<row r="1048576" hidden="1"><c r="XFD1048576" s="0"/></row></sheetData>',
      )}`,
      {
        'xl/workbook.xml':
          '<workbook><sheets><sheet name="A &amp; B" sheetId="1" r:id="a"/><sheet name="Wide" sheetId="2" r:id="b"/></sheets></workbook>',
        'xl/_rels/workbook.xml.rels': `<Relationships><Relationship Id="a" Type="${rels}/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="b" Type="${rels}/worksheet" Target="worksheets/sheet2.xml"/></Relationships>`,
        'xl/worksheets/sheet2.xml': `<worksheet>${rowsOf(`<row r="1">${cell('ZZZZ1')}</row>`)}</worksheet>`,
      },
    );
    expect(await inspect(book)).toMatchObject({
      sheets: ['A & B', 'Wide'],
      columns: [{ name: 'email', samples: ['x@y.example'] }],
      estimatedRows: 1,
    });
  });
});
