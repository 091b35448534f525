import { Readable } from 'node:stream';
import type { LeadImport } from '@tabard/contract';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { fromPublicId, leadNoun } from '@tabard/contract';
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
  mapping: (string | null)[] | Record<string, string | null>,
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

  it('refuses a file that is no text, one that is empty, and one with a header only', async () => {
    const { id } = await upload(workspace, Buffer.from([80, 75, 9, 9, 0, 0, 8, 0, 1, 2, 3]));
    await expect(workspace.caller.leadImports.inspect({ uploadId: id })).rejects.toMatchObject({
      cause: { code: 'lead_import.unreadable', details: [{ reason: 'not_text' }] },
    });
    await expect(upload(workspace, '')).rejects.toMatchObject({ code: 'upload.empty' });
    const { id: bare } = await upload(workspace, 'email,name\n');
    await expect(workspace.caller.leadImports.inspect({ uploadId: bare })).rejects.toEqual(code('upload.empty'));
  });
});

describe('an import', () => {
  it('refuses a row with a time zone that the database does not know, as every other door does', async () => {
    const to = await platform.createWorkspace();
    const done = await importOf(to, 'email,tz\nno@a.example,US/Pacific-New\nyes@a.example,US/Pacific\n', [
      'email',
      'time_zone',
    ]);
    expect(done.rows).toMatchObject({ created: 1, rejected: 1 });
    expect(done.rejected).toMatchObject([{ line: 2, value: 'US/Pacific-New' }]);
  });

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

  it('names in codes what a row is rejected for', async () => {
    const to = await platform.createWorkspace();
    const [long, tags] = ['x'.repeat(1001), 'a;'.repeat(51)];
    const csv = `email,name,note,labels,zone\na@x.example,${long}\nb@x.example,,${long}\nc@x.example,,,${tags}\nd@x.example,,,,Mars/Base\ne@x.example\ne@x.example\n`;
    const done = await importOf(to, csv, ['email', 'first_name', 'custom.note', 'tags', 'time_zone'], {
      duplicates: 'create',
    });
    expect(done.rejected.map(({ code: fault, field, limit }) => [fault, field, limit])).toEqual([
      ['too_long', 'first_name', leadNoun.fields.firstName.max],
      ['too_long', 'custom.note', 1000],
      ['too_many', 'tags', 50],
      ['unknown_zone', 'time_zone', null],
      ['email_taken', 'email', null],
    ]);
  });

  it('that ended before there were codes is still told in words', async () => {
    const to = await platform.createWorkspace();
    const { id } = await importOf(to, 'email\nno\n', ['email']);
    const old = JSON.stringify([{ line: 2, reason: 'Old words.', value: 'no' }]);
    await to.scope.write(({ sql }) => sql('update lead_import set rejected = $1', [old]));
    expect((await to.caller.leadImports.get({ id })).rejected).toEqual([
      { line: 2, reason: 'Old words.', value: 'no', code: null, field: null, limit: null },
    ]);
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
    expect(done.rejected.map(({ line, code: fault, field, limit }) => [line, fault, field, limit])).toEqual([
      [2, 'not_email', 'email', null],
      [3, 'required', 'email', null],
      [5, 'not_email', 'email', null],
      [6, 'too_wide', null, 2],
    ]);
    const report = await openRejectedReport(to.scope, fromPublicId('leadImport', done.id)!);
    const text = Buffer.concat(await report.body.toArray()).toString();
    expect(text.split('\r\n')).toHaveLength(6);
    expect(text).toContain('line,reason,code,field,limit,email,name');
    expect(text).toContain('2,The email is not a valid address.,not_email,email,,not an address,A');
    expect(text).toMatch(/^6,"[^"]*",too_wide,,2,x@x\.example,E,extra$/m);
    expect(text).toContain("'=cmd()@");
  });

  it.each([
    ['two columns of one name', 'Email,Phone,Phone\na@x.example,+49 1,+49 2\n', ['email', null, 'phone'], '+49 2'],
    ['the first of them', 'Email,Phone,Phone\na@x.example,+49 1,+49 2\n', ['email', 'phone'], '+49 1'],
    ['names that every object has', 'constructor,__proto__\na@x.example,1\n', ['email', 'phone'], '1'],
    ['a name that every object has, by name', 'e,toString\na@x.example,1\n', { e: 'email', toString: 'phone' }, '1'],
    ['a line that names the delimiter', 'sep=;\nEmail;Phone\na@x.example;1\n', ['email', 'phone'], '1'],
    ['quotes after a blank', 'email, phone\na@x.example, "1, ""2"""\n', ['email', 'phone'], '1, "2"'],
    ['quotes amid words after a blank', 'email, phone\na@x.example, "1" 2\n', ['email', 'phone'], '"1" 2'],
    ['empty cells beyond the header', 'email,phone\na@x.example,1,, \n', ['email', 'phone'], '1'],
  ])('takes %s', async (_name, csv, mapping, phone) => {
    const to = await platform.createWorkspace();
    const done = await importOf(to, csv, mapping);
    expect(done).toMatchObject({ state: 'completed', rows: { read: 1, created: 1, rejected: 0 } });
    expect((await to.caller.leads.list({})).items).toMatchObject([{ email: 'a@x.example', phone }]);
  });

  it('reads each line in the letters it is written in, wherever the first foreign one stands', async () => {
    const to = await platform.createWorkspace();
    const many = 'same@x.example,Ann\n'.repeat(14_000);
    const file = Buffer.concat([
      Buffer.from(`email,name\n${many}`),
      Buffer.from('late@x.example,J\xf6rg\n', 'latin1'),
      Buffer.from('later@x.example,Zoë\n'),
      Buffer.from('last@x.example,Ren\xe9', 'latin1'),
    ]);
    const pieces = Array.from({ length: Math.ceil(file.length / 777) }, (_, at) =>
      file.subarray(at * 777, (at + 1) * 777),
    );
    const done = await importOf(to, pieces, ['email', 'first_name']);
    expect(done).toMatchObject({ state: 'completed', rows: { created: 4 } });
    const { items } = await to.caller.leads.list({ sort: 'email', direction: 'asc' });
    expect(items.map((lead) => lead.firstName)).toEqual(['René', 'Jörg', 'Zoë', 'Ann']);
  });

  it('says where UTF-16 ends to be text instead of replacing letters', async () => {
    const to = await platform.createWorkspace();
    const file = Buffer.concat([
      Buffer.from('\ufeffemail\na@x.example\n', 'utf16le'),
      Buffer.from([0x00, 0xdc, 0x41, 0x00]),
    ]);
    const { id: uploadId } = await upload(to, file);
    await expect(to.caller.leadImports.inspect({ uploadId })).rejects.toEqual(code('lead_import.unreadable'));
  });

  it('leaves nothing when the file breaks in the middle', async () => {
    const to = await platform.createWorkspace();
    const rows = Array.from({ length: 30_000 }, (_, index) => `p${index}@x.example`);
    const done = await importOf(to, `email\n${rows.join('\n')}\n"never closed\n`, { email: 'email' });
    expect(done).toMatchObject({ state: 'failed', rows: { created: 0 } });
    expect(done.error).toMatch(/line 30002 is never closed\. Nothing was imported/);
    expect(done.failure).toEqual({ code: 'quote_open', line: 30_002 });
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
    [['email', 'company', 'phone'], /The file has 2 columns, the mapping 3/],
  ])('refuses the mapping %j', async (mapping, message) => {
    const { id: uploadId } = await upload(workspace, 'email,name\na@x.example,A\n');
    await expect(workspace.caller.leadImports.start({ uploadId, mapping })).rejects.toMatchObject({
      cause: { code: 'lead_import.mapping_invalid', details: [{ message: expect.stringMatching(message) }] },
    });
  });
});
