import { execFile } from 'node:child_process';
import { createReadStream } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { bundleProgram } from './fixture/bundle-program.ts';
import type { ExportReport } from './fixture/export-leads.ts';
import { installPlatform } from './fixture/install-platform.ts';
import { seedLeads } from './fixture/seed-leads.ts';
import type { Harness } from './harness.ts';

export const name = 'export';
export const title =
  'an export of leads beside COPY of the same columns to a file: rows a second and memory, as CSV and as a workbook';

const execute = promisify(execFile);
const fileOf = (path: string) => fileURLToPath(new URL(path, import.meta.url));
const columns = {
  email: 'email',
  firstName: 'first_name',
  lastName: 'last_name',
  company: 'company',
  title: 'title',
  phone: 'phone',
  city: 'city',
  country: 'country',
  website: 'website',
  tags: 'tags',
  status: 'status',
  createdAt: 'created_at',
} as const;

/** Exports 100,000 leads (1,000,000 with --full) with twelve columns, again and again. */
export async function run(harness: Harness): Promise<void> {
  const rows = harness.full ? 1_000_000 : 100_000;
  const { env, owner, createTenant, config } = await installPlatform(harness, 'export');
  const tenant = await createTenant('Exporting');
  await seedLeads(owner, tenant.workspaceId, rows);
  const copied = join(await harness.folder(), 'leads.csv');
  const program = fileURLToPath(await bundleProgram(new URL('fixture/export-leads.ts', import.meta.url)));

  const peaks = { csv: 0, xlsx: 0 };
  const product = (format: 'csv' | 'xlsx') => async (): Promise<number> => {
    const words = [program, format, Object.keys(columns).join(','), tenant.workspaceId, tenant.organizationId];
    const { stdout } = await execute(process.execPath, words, { env: { PATH: process.env['PATH'], ...env } });
    const report = JSON.parse(stdout.trim().split('\n').at(-1) ?? '') as ExportReport; // printed by export-leads.ts
    if (report.rows !== rows) throw new Error(`${report.rows} leads were exported of ${rows}.`);
    peaks[format] = Math.max(peaks[format], report.peakMiB);
    return (rows / report.ms) * 1000;
  };
  const reference = async (): Promise<number> => {
    const words = [
      fileOf('reference/copy-leads-out.ts'),
      copied,
      Object.values(columns).join(', '),
      config.database.url,
    ];
    const { stdout } = await execute(process.execPath, words);
    return (rows / Number(stdout)) * 1000;
  };

  const of = `${rows.toLocaleString('en')} leads, twelve columns`;
  for (const format of ['csv', 'xlsx'] as const) {
    const compared = await harness.alternate({ product: product(format), reference });
    harness.report({
      id: 'X1',
      what: `export of ${of}, ${format}`,
      unit: 'rows/s',
      ...(format === 'csv' && { goal: { of: 'ratio' as const, atLeast: 0.1 } }),
      ...compared,
    });
    harness.report({
      id: 'X2',
      what: `peak memory of the exporting process, ${format}`,
      unit: 'MiB',
      product: peaks[format],
      goal: { of: 'product', atMost: 320 },
    });
  }
  const lines = await countLines(copied);
  if (lines !== rows + 1) throw new Error(`COPY wrote ${lines - 1} leads of ${rows}.`);
}

async function countLines(path: string): Promise<number> {
  let count = 0;
  for await (const chunk of createReadStream(path)) for (const byte of chunk as Buffer) if (byte === 10) count += 1; // bytes without encoding
  return count;
}
