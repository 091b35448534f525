import { Readable } from 'node:stream';
import type { LeadImport } from '@tabard/contract';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { fromPublicId } from '@tabard/contract';
import { startTestPlatform, type TestPlatform, type TestWorkspace } from '../../../../test/fixture/index.ts';
import { storeUpload } from '../upload/index.ts';
import { openRejectedReport } from './open-rejected-report.ts';
import { runImport } from './run-import.ts';

let platform: TestPlatform;
let workspace: TestWorkspace;
beforeAll(async () => {
  platform = await startTestPlatform();
  workspace = await platform.createWorkspace();
});
afterAll(() => platform.stop());

const code = (name: string) => expect.objectContaining({ cause: expect.objectContaining({ code: name }) });
const upload = (to: TestWorkspace, content: string | Buffer | Iterable<Buffer>) =>
  storeUpload(
    to.scope,
    typeof content === 'string' || Buffer.isBuffer(content)
      ? Readable.from([Buffer.from(content)])
      : Readable.from(content),
    { fileName: 'leads.csv' },
  );

async function importOf(
  to: TestWorkspace,
  content: string | Buffer | Iterable<Buffer>,
  mapping: Record<string, string | null>,
  options: { duplicates?: LeadImport['duplicates']; tags?: string[] } = {},
): Promise<LeadImport> {
  const { id: uploadId } = await upload(to, content);
  const { id } = await to.caller.leadImports.start({ uploadId, mapping, ...options });
  await runImport(to.scope, fromPublicId('leadImport', id)!);
  return to.caller.leadImports.get({ id });
}

describe('inspecting a file', () => {
  it.each([
    ['UTF-8 with a mark', Buffer.from('\ufeffEmail;Prénom\na@b.example;Zoé\n'), 'utf-8', ';'],
    ['UTF-16 little-endian', Buffer.from('\ufeffE-Mail\tVorname\na@b.example\tZoë\n', 'utf16le'), 'utf-16le', '\t'],
    [
      'UTF-16 big-endian',
      Buffer.from('\ufeffEmail|First name\na@b.example|Zoe\n', 'utf16le').swap16(),
      'utf-16be',
      '|',
    ],
    ['Western without a mark', Buffer.from('Correo,Nombre\na@b.example,Jos\xe9\n', 'latin1'), 'windows-1252', ','],
  ])('finds encoding, delimiter and mapping of %s', async (_name, content, encoding, delimiter) => {
    const { id } = await upload(workspace, content);
    const found = await workspace.caller.leadImports.inspect({ uploadId: id });
    expect(found).toMatchObject({ encoding, delimiter, estimatedRows: 1 });
    expect(found.columns.map((column) => column.suggestion)).toEqual(['email', 'first_name']);
    expect(found.columns[0]!.samples).toEqual(['a@b.example']);
  });

  it('refuses a file that is no text, and one that is empty', async () => {
    const { id } = await upload(workspace, Buffer.from([80, 75, 3, 4, 0, 0, 8, 0, 1, 2, 3]));
    await expect(workspace.caller.leadImports.inspect({ uploadId: id })).rejects.toEqual(
      code('lead_import.unreadable'),
    );
    await expect(upload(workspace, '')).rejects.toMatchObject({ code: 'upload.empty' });
  });
});

describe('an import', () => {
  it('keeps what a row says: quotes, line ends, emoji, tags and custom fields', async () => {
    const to = await platform.createWorkspace();
    const csv = 'email,name,note,labels\nLENA@X.example,"Lena ""L"" 😀","two\nlines",a;b\n';
    const done = await importOf(
      to,
      csv,
      { email: 'email', name: 'first_name', note: 'custom.note', labels: 'tags' },
      { tags: ['expo'] },
    );
    expect(done).toMatchObject({ state: 'completed', progress: 1, rows: { read: 1, created: 1, rejected: 0 } });
    const [lead] = (await to.caller.leads.list({})).items;
    expect(lead).toMatchObject({
      email: 'lena@x.example',
      firstName: 'Lena "L" 😀',
      custom: { note: 'two\nlines' },
      tags: ['a', 'b', 'expo'],
      source: 'import',
    });
  });

  it('skips, updates or rejects rows of known addresses, as it was told', async () => {
    const csv = 'email,first,company\nknown@x.example,New,\nfresh@x.example,A,Acme\nfresh@x.example,B,\n';
    const mapping = { email: 'email', first: 'first_name', company: 'company' };
    const results: Record<string, unknown> = {};
    for (const duplicates of ['skip', 'update', 'create'] as const) {
      const to = await platform.createWorkspace();
      await to.caller.leads.create({ email: 'known@x.example', firstName: 'Old', company: 'Kept' });
      const done = await importOf(to, csv, mapping, { duplicates });
      const leads = (await to.caller.leads.list({ sort: 'email', direction: 'asc' })).items.map((lead) => [
        lead.firstName,
        lead.company,
      ]);
      results[duplicates] = { rows: done.rows, leads };
    }
    expect(results).toEqual({
      skip: {
        rows: { read: 3, created: 1, updated: 0, skipped: 2, rejected: 0 },
        leads: [
          ['A', 'Acme'],
          ['Old', 'Kept'],
        ],
      },
      update: {
        rows: { read: 3, created: 1, updated: 2, skipped: 0, rejected: 0 },
        leads: [
          ['B', 'Acme'],
          ['New', 'Kept'],
        ],
      },
      create: {
        rows: { read: 3, created: 1, updated: 0, skipped: 0, rejected: 2 },
        leads: [
          ['A', 'Acme'],
          ['Old', 'Kept'],
        ],
      },
    });
  });

  it('reports every rejected row with line, reason and its own cells, safe to open in a spreadsheet', async () => {
    const to = await platform.createWorkspace();
    const csv = 'email,name\nnot an address,A\n,B\nok@x.example,C\n=cmd()@,D\nx@x.example,E,extra\n';
    const done = await importOf(to, csv, { email: 'email', name: 'first_name' });
    expect(done.rows).toMatchObject({ read: 5, created: 1, rejected: 4 });
    expect(done.rejected.map((row) => row.line)).toEqual([2, 3, 5, 6]);
    const report = await openRejectedReport(to.scope, fromPublicId('leadImport', done.id)!);
    const text = Buffer.concat(await report.body.toArray()).toString();
    expect(text.split('\r\n')).toHaveLength(6);
    expect(text).toContain('2,The email is not a valid address.,not an address,A');
    expect(text).toContain("'=cmd()@");
  });

  it('leaves nothing when the file breaks in the middle', async () => {
    const to = await platform.createWorkspace();
    const rows = Array.from({ length: 30_000 }, (_, index) => `p${index}@x.example`);
    const done = await importOf(to, `email\n${rows.join('\n')}\n"never closed\n`, { email: 'email' });
    expect(done).toMatchObject({ state: 'failed', rows: { created: 0 } });
    expect(done.error).toMatch(/line 30002 is never closed\. Nothing was imported/);
    expect(await to.caller.leads.count({})).toEqual({ count: 0 });
  });

  it('leaves nothing when it is cancelled, and does not run twice', async () => {
    const to = await platform.createWorkspace();
    const { id: uploadId } = await upload(to, 'email\na@x.example\n');
    const { id } = await to.caller.leadImports.start({ uploadId, mapping: { email: 'email' } });
    expect(await to.caller.leadImports.cancel({ id })).toMatchObject({ state: 'cancelled' });
    await runImport(to.scope, fromPublicId('leadImport', id)!);
    expect(await to.caller.leads.count({})).toEqual({ count: 0 });
    await expect(to.caller.leadImports.cancel({ id })).rejects.toEqual(code('lead_import.not_cancellable'));
  });

  it('takes 100,000 rows of UTF-16 with quotes, line ends and emoji, and tells how far it is', async () => {
    const to = await platform.createWorkspace();
    function* file(): Generator<Buffer> {
      yield Buffer.from('\ufeffemail,name,note\r\n', 'utf16le');
      for (let block = 0; block < 100; block++) {
        let text = '';
        for (let index = 0; index < 1000; index++)
          text += `p${block * 1000 + index}@x.example,"Ann ""${index}"" 😀","line one\r\nline two, ${index}"\r\n`;
        yield Buffer.from(text, 'utf16le');
      }
    }
    const done = await importOf(to, file(), { email: 'email', name: 'first_name', note: 'custom.note' });
    expect(done).toMatchObject({ state: 'completed', rows: { read: 100_000, created: 100_000, rejected: 0 } });
    const events = await to.scope.read<{ n: string }>(
      `select count(*) as n from event where type = 'lead_import.progressed'`,
    );
    expect(Number(events[0]!.n)).toBeGreaterThan(1);
  });

  it.each([
    [{ email: 'email', ghost: 'company' }, /no column "ghost"/],
    [{ name: 'first_name' }, /Map one column to email/],
    [{ email: 'email', name: 'email' }, /Two columns are mapped to email/],
  ])('refuses the mapping %j', async (mapping, message) => {
    const { id: uploadId } = await upload(workspace, 'email,name\na@x.example,A\n');
    await expect(workspace.caller.leadImports.start({ uploadId, mapping })).rejects.toMatchObject({
      cause: { code: 'lead_import.mapping_invalid', details: [{ message: expect.stringMatching(message) }] },
    });
  });
});
