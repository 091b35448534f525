import { Readable } from 'node:stream';
import { fromPublicId, type LeadImport } from '@tabard/contract';
import { strToU8, unzipSync, zipSync } from 'fflate';
import writeXlsxFile, { type SheetData } from 'write-excel-file/node';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { runJob, sweepTable, type Feature, type RouteRequest, type WorkspaceRoute } from '#kernel';
import { leadExportFeature } from '#features/crm/lead-export';
import { retentions } from '#features';
import { startTestPlatform, type TestPlatform, type TestWorkspace } from '../../../../test/fixture/index.ts';
import { storeUpload } from '../upload/index.ts';
import { runImport } from './run-import.ts';

let platform: TestPlatform;
let workspace: TestWorkspace;
beforeAll(async () => {
  platform = await startTestPlatform();
  workspace = await platform.createWorkspace();
});
afterAll(() => platform.stop());

type Cell = string | number | Date | null;
const sheetOf = (rows: Cell[][]) =>
  rows.map((row) =>
    row.map((value) => {
      if (value === null) return null;
      if (value instanceof Date) return { value, type: Date, format: 'dd.mm.yyyy' };
      return { value, type: typeof value === 'number' ? Number : String };
    }),
  ) as unknown as SheetData; // cells of one kind each
const bookOf = (...sheets: [name: string, rows: Cell[][]][]): Promise<Buffer> =>
  writeXlsxFile(sheets.map(([sheet, rows]) => ({ sheet, data: sheetOf(rows) }))).toBuffer();

/** Under a name that says something else: what a file is is told by what is in it. */
const uploaded = async (content: Buffer | Uint8Array, fileName = 'leads.csv'): Promise<string> =>
  (await storeUpload(workspace.scope, Readable.from([Buffer.from(content)]), { fileName })).id;

async function imported(uploadId: string, mapping: (string | null)[], more: object = {}): Promise<LeadImport> {
  const { id } = await workspace.caller.leadImports.start({ uploadId, mapping, ...more });
  await runImport(workspace.scope, fromPublicId('leadImport', id)!); // an import answers with an id of its kind
  return workspace.caller.leadImports.get({ id });
}

describe('a workbook', () => {
  it('is known by what is in it, and comes in with all digits of its numbers, its dates as days and its letters as they are', async () => {
    const uploadId = await uploaded(
      await bookOf([
        'Fair & "show"',
        [
          ['E-Mail', 'Vorname', 'Phone', 'Consent date', 'Score', 'Tags'],
          ['zoe@book.example', 'Zoë\nMarie', 4930123456789, new Date('2026-03-29T00:00:00Z'), 7, 'vip, "fair"'],
          [null, null, null, null, null, null],
          ['not an address', 'Ola', null, null, null, null],
        ],
      ]),
    );
    const found = await workspace.caller.leadImports.inspect({ uploadId });
    expect(found).toMatchObject({
      sheets: ['Fair & "show"'],
      sheet: 1,
      headerRow: 1,
      encoding: 'utf-8',
      delimiter: ',',
    });
    const mapping = found.columns.map(({ suggestion }) => suggestion);
    expect(mapping).toEqual(['email', 'first_name', 'phone', 'lawful_basis_at', 'score', 'tags']);
    const done = await imported(uploadId, mapping);
    expect(done).toMatchObject({ state: 'completed', rows: { created: 1, rejected: 1 }, rejected: [{ line: 4 }] });
    const { items } = await workspace.caller.leads.list({ filter: { search: 'zoe@book.example' } });
    expect(items).toMatchObject([
      {
        firstName: 'Zoë Marie',
        phone: '4930123456789',
        lawfulBasisAt: '2026-03-29T00:00:00.000Z',
        score: 7,
        tags: ['"fair"', 'vip'],
      },
    ]);
  });

  it('gives the sheet that is asked for, and headings from the line that is said to have them', async () => {
    const uploadId = await uploaded(
      await bookOf(
        ['First', [['a'], ['b']]],
        ['Second', [['Our fair'], [null], ['Email', 'City'], ['ana@second.example', 'Porto']]],
      ),
    );
    const found = await workspace.caller.leadImports.inspect({ uploadId, sheet: 2, headerRow: 3 });
    expect(found).toMatchObject({
      sheets: ['First', 'Second'],
      sheet: 2,
      headerRow: 3,
      columns: [{ name: 'Email' }, { name: 'City', samples: ['Porto'] }],
    });
    const done = await imported(uploadId, ['email', 'city'], { sheet: 2, headerRow: 3 });
    expect(done.rows).toMatchObject({ read: 1, created: 1 });
  });

  it('that leads were exported to is read again as it was', async () => {
    const { caller } = workspace;
    const { leadExports } = caller;
    await caller.leads.create({ email: 'back@book.example', company: '=cmd()', phone: '+31 20 123' });
    const { jobs: [job] = [], routes: [route] = [] }: Feature = leadExportFeature;
    for (const format of ['xlsx', 'csv'] as const) {
      const { id } = await leadExports.start({
        filter: { search: 'back@book.example' },
        columns: [{ name: 'email' }, { name: 'company' }, { name: 'phone' }],
        format,
      });
      const exportId = fromPublicId('leadExport', id);
      await runJob(platform.app, job!, { workspaceId: workspace.workspaceId, exportId });
      const request = { params: { id }, ip: '127.0.0.1', headers: {} } as unknown as RouteRequest; // all that the route reads
      const { body } = await (route as WorkspaceRoute).handle(workspace.scope, request); // its only address
      const uploadId = await uploaded(Buffer.concat(await (body as Readable).toArray()));
      const [lead] = (await caller.leads.list({ filter: { search: 'back@book.example' } })).items;
      await caller.leads.update({ id: lead!.id, company: 'Other', phone: null });
      const done = await imported(uploadId, ['email', 'company', 'phone'], { duplicates: 'update' });
      expect(done.rows).toMatchObject({ updated: 1 });
      expect(await caller.leads.get({ id: lead!.id })).toMatchObject({ company: '=cmd()', phone: '+31 20 123' });
    }
  });

  it('is gone with the upload, and so are the texts that were made of it', async () => {
    const uploadId = await uploaded(await bookOf(['One', [['email'], ['x@gone.example']]]));
    await workspace.caller.leadImports.inspect({ uploadId });
    const folder = `${workspace.workspaceId}/derived/`;
    const own = async () => {
      const keys: string[] = [];
      for await (const key of platform.app.ports.blobs.list(`${folder}${String(fromPublicId('upload', uploadId))}/`))
        keys.push(key);
      return keys.length;
    };
    expect(await own()).toBe(2);
    await workspace.scope.write(({ sql }) => sql(`update upload set created_at = now() - interval '25 hours'`));
    await sweepTable(
      platform.app,
      retentions.find(({ table }) => table === 'upload')!,
    );
    expect(await own()).toBe(0);
  });
});

describe('a file that only looks like a workbook', () => {
  const refused = async (content: Buffer | Uint8Array, reason: string, more: object = {}) => {
    const uploadId = await uploaded(content, 'leads.xlsx');
    await expect(workspace.caller.leadImports.inspect({ uploadId, ...more })).rejects.toMatchObject({
      cause: { code: 'lead_import.unreadable', details: [{ reason }] },
    });
  };
  const good = () => bookOf(['One', [['email'], ['x@book.example']]]);
  const changed = async (change: (parts: Record<string, Uint8Array>) => void): Promise<Uint8Array> => {
    const parts = unzipSync(await good());
    change(parts);
    return zipSync(parts);
  };

  it('is refused where it unfolds to more than there is room for, also where it lies about its sizes', async () => {
    const bomb = await changed((parts) => (parts['xl/worksheets/sheet1.xml'] = new Uint8Array(160_000_000)));
    expect(bomb.length).toBeLessThan(400_000);
    await refused(bomb, 'workbook_too_large');
    const lying = Buffer.from(bomb);
    // The sizes that its parts say they have, at the start of each and in the list at the end.
    for (const [mark, at] of [
      ['504b0304', 22],
      ['504b0102', 24],
    ] as const)
      for (let from = lying.indexOf(mark, 0, 'hex'); from >= 0; from = lying.indexOf(mark, from + 4, 'hex'))
        lying.writeUInt32LE(10, from + at);
    await refused(lying, 'workbook_too_large');
  });

  it('is refused where it has very many parts, and where it declares entities', async () => {
    await refused(
      await changed((parts) => {
        for (let at = 0; at < 3_000; at++) parts[`xl/more/${at}.xml`] = strToU8('<a/>');
      }),
      'workbook_too_large',
    );
    await refused(
      await changed((parts) => {
        const laughs = '<!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;">]>';
        parts['xl/sharedStrings.xml'] = strToU8(`${laughs}<sst><si><t>&b;</t></si></sst>`);
      }),
      'not_workbook',
    );
  });

  it('is refused with a reason where it is locked, none, cut off, too wide, or has no such sheet', async () => {
    await refused(Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(600)]), 'workbook_locked');
    await refused(zipSync({ 'word/document.xml': strToU8('<w/>') }), 'not_workbook');
    await refused((await good()).subarray(0, 900), 'not_workbook');
    await refused(Buffer.from('504b03040000', 'hex'), 'not_workbook');
    await refused(
      await bookOf(['Wide', [Array.from({ length: 1_001 }, (_, at) => `c${at}`), ['x']]]),
      'too_many_columns',
    );
    await refused(await good(), 'no_sheet', { sheet: 2 });
  });
});

describe('a text', () => {
  it('is read in the letters and from the line that are said, whatever they seem', async () => {
    const uploadId = await uploaded(Buffer.from('Our fair\r\nEmail;City\r\nx@text.example;Malm\xf6\r\n', 'latin1'));
    const found = await workspace.caller.leadImports.inspect({ uploadId, encoding: 'windows-1252', headerRow: 2 });
    expect(found).toMatchObject({
      sheets: [],
      sheet: null,
      encoding: 'windows-1252',
      delimiter: ';',
      columns: [{ name: 'Email' }, { name: 'City', samples: ['Malmö'] }],
    });
    const done = await imported(uploadId, ['email', 'city'], { encoding: 'windows-1252', headerRow: 2 });
    expect(done.rows).toMatchObject({ created: 1 });
  });
});
