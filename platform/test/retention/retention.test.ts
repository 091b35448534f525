import { access, mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { entities, keptTables, monthlyTables, retentions } from '#features';
import { newId, retentionSweep, sweepTable, type Retention } from '#kernel';
import pg from 'pg';
import pino from 'pino';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { startTestPlatform, type TestPlatform, type TestWorkspace } from '../fixture/index.ts';

/**
 * For each table that is swept: the columns that make a row old enough to go, and those of the youngest that must stay, as SQL;
 * whatever else a row needs is made from its type. A declaration without an example is found below.
 */
const examples: Readonly<Record<string, { goes: Row; stays: Row }>> = {
  idempotency_record: {
    goes: { created_at: `now() - interval '24 hours 1 minute'` },
    stays: { created_at: `now() - interval '23 hours 59 minutes'` },
  },
  event: {
    goes: { position: '1', at: `now() - interval '7 days 1 minute'` },
    stays: { position: '2', at: `now() - interval '6 days 23 hours'` },
  },
  set_aside_event: {
    goes: { at: `now() - interval '91 days'` },
    stays: { at: `now() - interval '89 days'` },
  },
  mail_pack: {
    goes: { created_at: `now() - interval '91 days'` },
    stays: { created_at: `now() - interval '89 days'` },
  },
  mailbox_day: { goes: { day: 'current_date - 61' }, stays: { day: 'current_date - 60' } },
  embed_session: {
    goes: { expires_at: `now() - interval '25 hours'` },
    stays: { expires_at: `now() - interval '23 hours'` },
  },
  hosted_page: {
    goes: { ends_at: `now() - interval '25 hours'` },
    stays: { ends_at: `now() - interval '23 hours'` },
  },
  invitation: {
    goes: { expires_at: `now() - interval '91 days'`, revoked_at: `now() - interval '91 days'` },
    stays: { expires_at: `now() - interval '89 days'`, revoked_at: `now() - interval '91 days'` },
  },
  system_mail: {
    goes: { ended_at: `now() - interval '31 days'` },
    stays: { ended_at: `now() - interval '29 days'` },
  },
  removed_mail_file: {
    goes: { created_at: `now() - interval '2 minutes'` },
    stays: { created_at: `now()` },
  },
  recent_search: {
    goes: { at: `now() - interval '91 days'` },
    stays: { at: `now() - interval '89 days'` },
  },
  note: {
    goes: { archived_at: `now() - interval '31 days'` },
    stays: { archived_at: `now() - interval '29 days'` },
  },
  file: {
    goes: { archived_at: `now() - interval '31 days'` },
    stays: { archived_at: `now() - interval '29 days'`, lead_id: '(select id from lead limit 1)' },
  },
  file_link: {
    goes: { expires_at: `now() - interval '91 days'`, file_id: '(select id from file limit 1)' },
    stays: { expires_at: `now() - interval '89 days'`, file_id: '(select id from file limit 1)' },
  },
  file_upload: {
    goes: { created_at: `now() - interval '25 hours'` },
    stays: { created_at: `now() - interval '23 hours'`, lead_id: '(select id from lead limit 1)' },
  },
  logged_activity: {
    goes: { archived_at: `now() - interval '31 days'` },
    stays: { archived_at: `now() - interval '29 days'` },
  },
  task: {
    goes: { archived_at: `now() - interval '31 days'` },
    stays: { archived_at: `now() - interval '29 days'` },
  },
  lead_export: {
    goes: { finished_at: `now() - interval '8 days'` },
    stays: { finished_at: `now() - interval '6 days'` },
  },
  bulk_part: {
    goes: { done_at: `now() - interval '26 hours'` },
    stays: { done_at: `now() - interval '24 hours'` },
  },
  bulk_operation: {
    goes: { finished_at: `now() - interval '91 days'` },
    stays: { finished_at: `now() - interval '89 days'` },
  },
  user_session: {
    goes: { expires_at: `now() + interval '20 days'`, ended_at: `now() - interval '25 hours'` },
    stays: { expires_at: `now() - interval '23 hours'` },
  },
  recovery_code: {
    goes: { used_at: `now() - interval '31 days'` },
    stays: { used_at: `now() - interval '29 days'` },
  },
  access_link: {
    goes: { expires_at: `now() - interval '25 hours'` },
    stays: { expires_at: `now() - interval '23 hours'` },
  },
  sign_up: {
    goes: { created_at: `now() - interval '73 hours'` },
    stays: { created_at: `now() - interval '71 hours'` },
  },
  sign_in_step: {
    goes: { expires_at: `now() - interval '1 minute'` },
    stays: { expires_at: `now() + interval '1 minute'` },
  },
  authorization_request: {
    goes: { expires_at: `now() - interval '1 minute'` },
    stays: { expires_at: `now() + interval '1 minute'` },
  },
  user_identity: {
    goes: { created_at: `now() - interval '25 hours'` },
    stays: { created_at: `now() - interval '23 hours'` },
  },
  passkey_challenge: {
    goes: { expires_at: `now() - interval '1 minute'` },
    stays: { expires_at: `now() + interval '1 minute'` },
  },
  sign_in_request: {
    goes: { expires_at: `now() - interval '1 minute'` },
    stays: { expires_at: `now() + interval '1 minute'` },
  },
  rate_limit: {
    goes: { expire: 'extract(epoch from now())::bigint * 1000 - 60000' },
    stays: { expire: 'extract(epoch from now())::bigint * 1000 + 60000' },
  },
  lead_merge: {
    goes: { created_at: `now() - interval '31 days'` },
    stays: { created_at: `now() - interval '29 days'` },
  },
  company_merge: {
    goes: { created_at: `now() - interval '31 days'` },
    stays: { created_at: `now() - interval '29 days'` },
  },
  snapshot_roll_out: {
    goes: { state: `'done'`, updated_at: `now() - interval '181 days'` },
    stays: { state: `'waiting'`, updated_at: `now() - interval '181 days'` },
  },
  company_match: {
    goes: { finished_at: `now() - interval '91 days'` },
    stays: { finished_at: `now() - interval '89 days'` },
  },
  upload: {
    goes: { created_at: `now() - interval '25 hours'` },
    stays: { created_at: `now() - interval '23 hours'` },
  },
};
type Row = Readonly<Record<string, string>>;

let platform: TestPlatform;
let workspace: TestWorkspace;
let owner: pg.Client;
beforeAll(async () => {
  platform = await startTestPlatform();
  workspace = await platform.createWorkspace();
  await workspace.caller.leads.create({ email: 'ines@client.example' });
  owner = new pg.Client({ connectionString: platform.config.database.url });
  await owner.connect();
});
afterAll(async () => {
  await owner.end();
  await platform.stop();
});

/** Puts a row in, and gives the condition that finds it again. */
async function insertRow(table: string, given: Row, key: readonly string[]): Promise<string> {
  const { rows } = await owner.query<{ name: string; type: string }>(
    `select column_name as name, udt_name as type from information_schema.columns
      where table_schema = 'public' and table_name = $1 and is_nullable = 'NO' and column_default is null`,
    [table],
  );
  const made = Object.fromEntries(rows.map(({ name, type }) => [name, valueOf(name, type)]));
  const columns = Object.entries({ ...made, ...given });
  const { rows: found } = await owner.query<Record<string, string>>(
    `insert into "${table}" (${columns.map(([name]) => `"${name}"`).join(', ')}) values (${columns.map(([, sql]) => sql).join(', ')})
     returning ${key.map((column) => `"${column}"::text`).join(', ')}`,
  );
  return key.map((column) => `"${column}"::text = '${String(found[0]![column])}'`).join(' and ');
}

function valueOf(name: string, type: string): string {
  if (name === 'workspace_id') return `'${workspace.workspaceId}'`;
  if (type === 'uuid') return `'${newId()}'`;
  if (type === 'jsonb') return `'{}'`;
  if (type.startsWith('_')) return `'{}'`;
  if (type === 'bytea') return `'x'`;
  if (type === 'bool') return 'false';
  if (type.startsWith('timestamp')) return 'now()';
  if (/^(?:int|float)/.test(type)) return '1';
  return `'${newId().slice(-12)}'`;
}

const isThere = async (table: string, condition: string) =>
  (await owner.query(`select 1 from "${table}" where ${condition}`)).rowCount === 1;
const keyOf = ({ key = ['workspace_id', 'id'] }: Retention) => key;

describe.each(retentions.map((retention) => [retention.table, retention] as const))('%s', (table, retention) => {
  it('goes when it was kept as long as it says, and not before', async () => {
    const example = examples[table];
    expect(
      example,
      `${table} declares how long it is kept; give an example of a row that goes and one that stays`,
    ).toBeDefined();
    const goes = await insertRow(table, example!.goes, keyOf(retention));
    const stays = await insertRow(table, example!.stays, keyOf(retention));
    await sweepTable(platform.app, retention);
    expect([await isThere(table, goes), await isThere(table, stays)]).toEqual([false, true]);
    expect(retention.because).toMatch(/\.$/);
  });
});

it('Every table is swept, kept by month, or kept with what it belongs to for a reason', () => {
  const tables = entities.map(({ meta }) => meta.tableName).toSorted();
  const answered = [
    ...retentions.map(({ table }) => table),
    ...monthlyTables.map(({ table }) => table),
    ...Object.keys(keptTables),
  ];
  expect(answered.toSorted()).toEqual(tables);
  for (const reason of Object.values(keptTables)) expect(reason).toMatch(/\.$/);
});

it('An upload that an import reads stays, and the file of one that goes is gone with it', async () => {
  const retention = retentions.find(({ table }) => table === 'upload')!;
  const used = newId();
  const old = { created_at: `now() - interval '2 days'` };
  const inUse = await insertRow('upload', { ...old, id: `'${used}'` }, keyOf(retention));
  await insertRow('lead_import', { upload_id: `'${used}'`, file_name: `'leads.csv'`, state: `'running'` }, ['id']);
  const unused = newId();
  const left = await insertRow('upload', { ...old, id: `'${unused}'` }, keyOf(retention));
  const fileOf = (id: string) => join(platform.config.storage.blobRoot, workspace.workspaceId, 'uploads', id);
  for (const id of [used, unused]) {
    await mkdir(dirname(fileOf(id)), { recursive: true });
    await writeFile(fileOf(id), 'email\n');
  }
  await sweepTable(platform.app, retention);
  expect([await isThere('upload', inUse), await isThere('upload', left)]).toEqual([true, false]);
  await access(fileOf(used));
  await expect(access(fileOf(unused))).rejects.toThrow('ENOENT');
});

it('More rows than one statement takes all go, and a declaration that fails keeps no other from being carried out', async () => {
  const retention = retentions.find(({ table }) => table === 'idempotency_record')!;
  await owner.query(
    `insert into idempotency_record (workspace_id, id, key, procedure, request_hash, answer, created_at)
     select $1, gen_random_uuid(), 'many ' || n, '', '', '', now() - interval '2 days' from generate_series(1, 12000) n`,
    [workspace.workspaceId],
  );
  const broken: Retention = { table: 'nothing_of_the_kind', until: 'true', because: 'It is not there.' };
  const lines: string[] = [];
  const log = pino({ level: 'warn' }, { write: (line: string) => void lines.push(line) });
  const service = await retentionSweep([broken, retention]).start({ ...platform.app, log });
  await vi.waitFor(
    async () =>
      expect((await owner.query(`select 1 from idempotency_record where key like 'many %'`)).rowCount).toBe(0),
    10_000,
  );
  await service.stop();
  expect(lines.join('')).toContain('nothing_of_the_kind');
});

it('A workspace whose rows cannot be deleted keeps nobody else’s', async () => {
  const other = await platform.createWorkspace();
  await owner.query(
    `create function refuse() returns trigger language plpgsql as $$ begin
       if old.workspace_id = '${workspace.workspaceId}' then raise exception 'This one stays.'; end if; return old; end $$;
     create trigger refuse before delete on mail_pack for each row execute function refuse()`,
  );
  const old = { created_at: `now() - interval '91 days'` };
  const retention = retentions.find(({ table }) => table === 'mail_pack')!;
  const poison = await insertRow('mail_pack', old, keyOf(retention));
  const well = await insertRow('mail_pack', { ...old, workspace_id: `'${other.workspaceId}'` }, keyOf(retention));
  await sweepTable(platform.app, retention);
  expect([await isThere('mail_pack', poison), await isThere('mail_pack', well)]).toEqual([true, false]);
  await owner.query('drop trigger refuse on mail_pack; drop function refuse()');
});
