import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import type pg from 'pg';
import { bundleProgram } from './fixture/bundle-program.ts';
import type { ImportReport } from './fixture/import-leads.ts';
import { installPlatform } from './fixture/install-platform.ts';
import { csvColumns, writeLeadCsv } from './fixture/write-lead-csv.ts';
import type { Harness } from './harness.ts';

export const name = 'import';
export const title =
  'a CSV import beside two connections of COPY into the same table: rows a second, memory, progress (I1, I2)';

const execute = promisify(execFile);
const fileOf = (path: string) => fileURLToPath(new URL(path, import.meta.url));

/** Imports a file of ten columns and 200,000 rows (1,000,000 with --full) into an empty table, again and again. */
export async function run(harness: Harness): Promise<void> {
  const rows = harness.full ? 1_000_000 : 200_000;
  const { env, owner, createTenant, config } = await installPlatform(harness, 'import');
  const tenant = await createTenant('Importing');
  const csv = join(await harness.folder(), 'leads.csv');
  await writeLeadCsv(csv, rows);
  await prepareCopyTable(owner, tenant.workspaceId);

  let peakMiB = 0;
  let silenceMs = 0;
  const program = await bundleProgram(new URL('fixture/import-leads.ts', import.meta.url));
  const product = async (): Promise<number> => {
    await owner.query('truncate lead, event cascade');
    const words = [fileURLToPath(program), csv, tenant.workspaceId, tenant.organizationId];
    const { stdout } = await execute(process.execPath, words, { env: { PATH: process.env['PATH'], ...env } });
    const report = JSON.parse(stdout.trim().split('\n').at(-1) ?? '') as ImportReport; // printed by import-leads.ts
    peakMiB = Math.max(peakMiB, report.peakMiB);
    silenceMs = Math.max(silenceMs, report.silenceMs);
    return (rows / report.ms) * 1000;
  };
  const reference = async (): Promise<number> => {
    await owner.query('truncate lead_copy');
    const { stdout } = await execute(process.execPath, [fileOf('reference/copy-leads.ts'), csv, config.database.url]);
    return (rows / Number(stdout)) * 1000;
  };

  const compared = await harness.alternate({ product, reference });
  const [own, copied] = [await fingerprint(owner, 'lead'), await fingerprint(owner, 'lead_copy')];
  if (own !== copied) throw new Error(`Product and reference wrote different rows: ${own} and ${copied}.`);
  const of = `${rows.toLocaleString('en')} rows of ten columns`;
  const { runs } = compared;
  harness.report({
    id: 'I1',
    what: `import of ${of}`,
    unit: 'rows/s',
    goal: { of: 'ratio', atLeast: 0.2 },
    ...compared,
  });
  harness.report({
    id: 'I2',
    what: 'peak memory of the importing process',
    unit: 'MiB',
    product: peakMiB,
    goal: { of: 'product', atMost: 256 },
  });
  harness.report({
    id: 'I2',
    what: 'longest silence between progress events',
    unit: 'ms',
    product: silenceMs,
    goal: { of: 'product', atMost: 1000 },
    runs,
  });
  const matched = async (): Promise<number> => {
    await seedDomains(owner, tenant.workspaceId);
    return product();
  };
  const plain = async (): Promise<number> => {
    await owner.query('delete from company');
    return product();
  };
  const joining = await harness.alternate({ product: matched, reference: plain });
  harness.report({
    id: 'I3',
    what: 'the same where leads join 997 companies by their domains, beside none',
    unit: 'rows/s',
    goal: { of: 'ratio', atLeast: 0.8 },
    ...joining,
  });
}

/** A company for each domain of the file. */
async function seedDomains(owner: pg.Client, workspaceId: string): Promise<void> {
  await owner.query('delete from company');
  await owner.query(
    `insert into company (workspace_id, id, name, domains)
     select $1, gen_random_uuid(), 'Harbor ' || i, array['harbor' || i || '.example'] from generate_series(0, 996) as i`,
    [workspaceId],
  );
}

/** The same table without policies; what the product works out (workspace, id) comes from defaults, ids in order as the product's. */
async function prepareCopyTable(owner: pg.Client, workspaceId: string): Promise<void> {
  await owner.query('create table lead_copy (like lead including all)');
  await owner.query('create sequence lead_copy_id');
  await owner.query(`alter table lead_copy alter workspace_id set default '${workspaceId}',
    alter id set default ('01900000-0000-7000-8000-' || lpad(to_hex(nextval('lead_copy_id')), 12, '0'))::uuid,
    alter source set default 'import', alter import_id set default '${workspaceId}'`);
}

async function fingerprint(owner: pg.Client, table: string): Promise<string> {
  const text = csvColumns.map((column) => `coalesce(${column}, '')`).join(` || '|' || `);
  const { rows } = await owner.query<{ mark: string }>(
    `select count(*) || ' rows, ' || sum(hashtextextended(${text}, 0)) as mark from ${table}`,
  );
  return rows[0]?.mark ?? '';
}
