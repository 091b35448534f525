import { unzipSync } from 'fflate';
import { parse } from 'csv-parse/sync';
import { fromPublicId, type Uuid } from '@tabard/contract';
import type { LeadExport, LeadExportStart } from '@tabard/contract/crm/lead-export';
import type { Permission } from '@tabard/contract/permissions';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { appRouter } from '#features';
import { newId, sweepTable, type Principal } from '#kernel';
import { startTestPlatform, type TestPlatform, type TestWorkspace } from '../../../../test/fixture/index.ts';
import { leadExportRetention } from './lead-export.entity.ts';
import { exportKey } from './lead-export-row.ts';
import { runExport } from './run-export.ts';
import { sendExport } from './send-export.ts';

let platform: TestPlatform;
let workspace: TestWorkspace;
beforeAll(async () => {
  platform = await startTestPlatform({ env: { EXPORT_QUOTA: '400000' } });
  workspace = await platform.createWorkspace();
});
afterAll(() => platform.stop());

const idOf = (publicId: string): Uuid => fromPublicId('leadExport', publicId)!; // an export answers with an id of its kind
const code = (name: string) => ({ cause: { code: name } });
type Caller = TestWorkspace['caller'];

async function exported(to: TestWorkspace, input: LeadExportStart, caller: Caller = to.caller): Promise<LeadExport> {
  const { id } = await caller.leadExports.start(input);
  await runExport(to.scope, idOf(id));
  return caller.leadExports.get({ id });
}

const bytesOf = async (to: TestWorkspace, { id }: LeadExport): Promise<Buffer> =>
  Buffer.concat(await (await platform.app.ports.blobs.get(exportKey(to.workspaceId, idOf(id)))).toArray());
const rowsOf = async (to: TestWorkspace, done: LeadExport): Promise<string[][]> =>
  parse(await bytesOf(to, done), { bom: true });
const named = (...names: string[]) => names.map((name) => ({ name }));

const as = (to: TestWorkspace, principal: Partial<Principal>, ...permissions: Permission[]): Caller =>
  appRouter.createCaller({
    app: platform.app,
    requestId: 'test',
    principal: {
      ...to.principal,
      kind: 'user',
      userId: newId(),
      sessionId: newId(),
      workspaceId: null,
      ...principal,
      permissions: new Set<Permission>(permissions),
    } as Principal,
    workspaceId: to.workspaceId,
    ip: '127.0.0.1',
    idempotencyKey: null,
  });

describe('an export of leads', () => {
  beforeAll(async () => {
    const { caller } = workspace;
    const list = await caller.lists.create({ name: 'Fair' });
    await caller.customFields.create({ noun: 'lead', key: 'fleet', label: 'Fleet', type: 'number' });
    await caller.customFields.create({ noun: 'lead', key: 'since', label: 'Customer since', type: 'date' });
    const first = await caller.leads.create({
      email: 'ana@client.example',
      firstName: 'Ana "A"',
      company: '=cmd()|x',
      phone: '+31 20 123',
      tags: ['vip', 'fair'],
      score: 7,
      emails: [{ email: 'ana@home.example' }],
      custom: { fleet: -12.5, since: '2024-02-29', note: 'a;+b' },
    });
    await caller.leads.create({ email: 'zoe@client.example', lastName: 'Ødegård; Larsen', score: 3 });
    await caller.lists.addLeads({ id: list.id, leadIds: [first.id] });
  });

  it('holds the chosen columns in their order under their headings, custom fields and lists among them, numbers bare, formulas defused', async () => {
    const done = await exported(workspace, {
      sort: 'score',
      columns: [
        { name: 'lastName' },
        { name: 'email', heading: 'E-Mail' },
        ...named('firstName', 'company', 'phone', 'tags', 'lists', 'score', 'emails', 'custom.fleet', 'custom.since'),
        ...named('custom.note', 'status', 'sent', 'lastContactedAt'),
      ],
    });
    expect(done).toMatchObject({ state: 'completed', total: 2, done: 2, failure: null, format: 'csv' });
    const bytes = await bytesOf(workspace, done);
    expect([...bytes.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
    expect(bytes.length).toBe(done.size);
    expect(await rowsOf(workspace, done)).toEqual([
      ['Last name', 'E-Mail', 'First name', 'Company', 'Phone', 'Tags', 'Lists', 'Score', 'Further emails', 'Fleet', 'Customer since', 'note', 'Status', 'Mails sent', 'Last contacted'],
      ['', 'ana@client.example', 'Ana "A"', "'=cmd()|x", "'+31 20 123", 'vip, fair', 'Fair', '7', 'ana@home.example', '-12.5', '2024-02-29', "a;'+b", 'new', '0', ''],
      ['Ødegård; Larsen', 'zoe@client.example', '', '', '', '', '', '3', '', '', '', '', 'new', '0', ''],
    ]); // prettier-ignore
  });

  it('has no mark where none is wanted, and takes the leads that ids, a filter and conditions take', async () => {
    const columns = named('email');
    const emails = async (input: Omit<LeadExportStart, 'columns'>) =>
      (await rowsOf(workspace, await exported(workspace, { ...input, columns, mark: false }))).flat().slice(1);
    const { items } = await workspace.caller.leads.list({});
    const [zoe, ana] = items.map(({ id }) => id);
    expect(await emails({ ids: [ana!, ana!] })).toEqual(['ana@client.example']);
    expect(await emails({ except: [ana!] })).toEqual(['zoe@client.example']);
    expect(await emails({ filter: { search: 'odegard' } })).toEqual(['zoe@client.example']);
    expect(await emails({ where: { field: 'tags', op: 'has_any', value: ['vip'] } })).toEqual(['ana@client.example']);
    expect(await emails({ filter: { archived: true } })).toEqual([]);
    expect(zoe).toBeDefined();
  });

  it('gives a workbook whose numbers and days are numbers and days, and whose texts are never run', async () => {
    const done = await exported(workspace, {
      sort: 'score',
      format: 'xlsx',
      columns: named('email', 'company', 'score', 'custom.fleet', 'custom.since', 'createdAt'),
    });
    const parts = unzipSync(await bytesOf(workspace, done));
    const sheet = Buffer.from(parts['xl/worksheets/sheet1.xml']!).toString();
    const [row] = /<row r="2"><c r="A2" t="inlineStr"><is><t xml:space="preserve">ana.*?<\/row>/.exec(sheet) ?? [''];
    expect(row).toContain('>=cmd()|x</t></is></c><c r="C2"><v>7</v></c><c r="D2"><v>-12.5</v></c>');
    expect(row).toMatch(/<c r="E2" s="\d+"><v>45351<\/v><\/c><c r="F2" s="\d+"><v>\d{5}\.\d+<\/v><\/c><\/row>$/);
    expect(sheet).not.toContain('<f>');
    expect(Object.keys(parts)).toContain('xl/styles.xml');
  });

  it('is told as it goes, and noted with how many leads and which columns', async () => {
    const done = await exported(workspace, { columns: named('email', 'score') });
    const told = await workspace.scope.read<{ data: { state: string } }>(
      `select data from event where workspace_id = $1 and type = 'lead_export.progressed' and data ->> 'leadExportId' = $2 order by id`,
      [workspace.workspaceId, done.id],
    );
    expect(told.map(({ data }) => data.state).at(-1)).toBe('completed');
    const { items } = await workspace.caller.auditLog.list({});
    expect(items.find(({ action }) => action === 'leadExports.export')).toMatchObject({
      input: { leads: 2, format: 'csv', columns: ['email', 'score'] },
    });
  });

  it('refuses a column that is given twice, one of lists to who may see none, ids beside a filter, and a filter that asks for nothing there is', async () => {
    const { leadExports } = workspace.caller;
    const details = (...paths: string[]) => ({
      cause: { code: 'request.invalid', details: paths.map((path) => expect.objectContaining({ path })) },
    });
    await expect(leadExports.start({ columns: named('email', 'email') })).rejects.toMatchObject(
      details('columns.1.name'),
    );
    const limited = as(workspace, {}, 'lead.read', 'lead.export').leadExports;
    await expect(limited.start({ columns: named('lists') })).rejects.toMatchObject(details('columns.0.name'));
    expect((await limited.columns({})).columns.map(({ name }) => name)).not.toContain('lists');
    const [one] = (await workspace.caller.leads.list({})).items;
    await expect(leadExports.start({ ids: [one!.id], filter: {}, columns: named('email') })).rejects.toMatchObject(
      details('ids'),
    );
    await expect(
      leadExports.start({ where: { field: 'nothing', op: 'is', value: '1' }, columns: named('email') }),
    ).rejects.toMatchObject(code('filter.invalid'));
    await expect(as(workspace, {}, 'lead.export').leadExports.start({ columns: named('email') })).rejects.toMatchObject(
      code('auth.permission_denied'),
    );
  });

  it('offers every column of leads once, and gives each', async () => {
    const { columns } = await workspace.caller.leadExports.columns({});
    expect(new Set(columns.map(({ name }) => name)).size).toBe(columns.length);
    const done = await exported(workspace, { columns: columns.map(({ name }) => ({ name })) });
    const [heading, row] = await rowsOf(workspace, done);
    expect(heading).toEqual(columns.map(({ label }) => label));
    expect(row).toHaveLength(columns.length);
  });
});

describe('what an export is read by', () => {
  const ask = (): LeadExportStart => ({ columns: named('email') });

  it('is whoever started it, or manages the workspace; to others and strangers it is not there', async () => {
    const to = await platform.createWorkspace();
    const permissions = ['lead.read', 'lead.export'] as const;
    const [ada, uma] = [as(to, {}, ...permissions), as(to, {}, ...permissions)];
    const { id } = await exported(to, ask(), ada);
    expect((await ada.leadExports.list({})).items).toMatchObject([{ id, state: 'completed' }]);
    expect((await uma.leadExports.list({})).items).toEqual([]);
    expect((await to.caller.leadExports.list({})).items).toMatchObject([{ id }]);
    const stranger = await platform.createWorkspace();
    for (const caller of [uma, stranger.caller])
      for (const act of ['get', 'cancel'] as const)
        await expect(caller.leadExports[act]({ id })).rejects.toMatchObject(code('lead_export.not_found'));
  });

  it('ends after seven days, the file before the row', async () => {
    const to = await platform.createWorkspace();
    const done = await exported(to, ask());
    // All that the route reads of one.
    const request = { params: { id: done.id }, ip: '127.0.0.1', headers: {} } as unknown as Parameters<
      typeof sendExport.handle
    >[1];
    expect(await sendExport.handle(to.scope, request)).toMatchObject({
      headers: {
        'Content-Disposition': `attachment; filename="${done.fileName}"`,
        'Content-Length': String(done.size),
      },
    });
    await to.scope.write(({ sql }) => sql(`update lead_export set finished_at = now() - interval '169 hours'`));
    await expect(sendExport.handle(to.scope, request)).rejects.toMatchObject({ code: 'lead_export.expired' });
    await sweepTable(platform.app, leadExportRetention);
    expect(await platform.app.ports.blobs.size(exportKey(to.workspaceId, idOf(done.id)))).toBeNull();
    await expect(to.caller.leadExports.get({ id: done.id })).rejects.toMatchObject(code('lead_export.not_found'));
  });

  it('is nothing where it was stopped, before it began or on its way', async () => {
    const to = await platform.createWorkspace();
    const { id } = await to.caller.leadExports.start(ask());
    expect(await to.caller.leadExports.cancel({ id })).toMatchObject({ state: 'cancelled', expiresAt: null });
    await runExport(to.scope, idOf(id));
    expect(await platform.app.ports.blobs.size(exportKey(to.workspaceId, idOf(id)))).toBeNull();
    await expect(to.caller.leadExports.cancel({ id })).rejects.toMatchObject(code('lead_export.not_cancellable'));
  });

  it('has a quota of files and of exports under way', async () => {
    const to = await platform.createWorkspace();
    for (let at = 0; at < 5; at++) await to.caller.leadExports.start(ask());
    await expect(to.caller.leadExports.start(ask())).rejects.toMatchObject(code('lead_export.too_many'));
    await to.scope.write(({ sql }) =>
      sql(`update lead_export set state = 'completed', size = 80000, finished_at = now()`),
    );
    await expect(to.caller.leadExports.start(ask())).rejects.toMatchObject(code('lead_export.quota_exceeded'));
    await to.scope.write(({ sql }) => sql(`update lead_export set size = 79999`));
    await expect(
      exported(to, { columns: [{ name: 'email', heading: 'A heading longer than what is left' }] }),
    ).resolves.toMatchObject({
      state: 'failed',
      failure: 'quota_exceeded',
    });
  });
});
