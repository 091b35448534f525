import { execFile, fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import type { SendReport } from './fixture/send-report.ts';
import type { SinkReport } from './fixture/smtp-sink.ts';
import { installPlatform } from './fixture/install-platform.ts';
import { seedLeads } from './fixture/seed-leads.ts';
import type { Harness } from './harness.ts';

export const name = 'send';
export const title =
  'a campaign over SMTP beside the limit of the machine and beside the obvious stack: mails a second, CPU and memory (S1, S2)';

const execute = promisify(execFile);
const fileOf = (path: string) => fileURLToPath(new URL(path, import.meta.url));

/** Sends a campaign to 8,000 leads (80,000 with --full), again and again, and the same mails by the two reference programs. */
export async function run(harness: Harness): Promise<void> {
  const leads = harness.full ? 80_000 : 8_000;
  const { env, owner, createTenant, config } = await installPlatform(harness, 'send');
  const { workspaceId, organizationId } = await createTenant('Sending');
  await seedLeads(owner, workspaceId, leads);
  await owner.query(`create table limit_mail (id uuid primary key, email text, first_name text, company text, city text, state text, sent_at timestamptz);
    create table limit_event (id bigserial primary key, mail_id uuid, type text, at timestamptz default now());
    create index limit_due on limit_mail (id) where state = 'due'`);
  const sink = await startSink(harness);

  const runProgram = async (file: string, args: string[]): Promise<SendReport> => {
    const { stdout } = await execute(process.execPath, [fileOf(file), ...args], {
      env: { PATH: process.env['PATH'], ...env },
    });
    return JSON.parse(stdout.trim().split('\n').at(-1) ?? '') as SendReport; // printed by measureSending
  };
  const seen = { product: [] as SendReport[], limit: [] as SendReport[], obvious: [] as SendReport[] };
  const taken = new Set<string>();
  const sizes: number[] = [];
  const check = async (side: keyof typeof seen, report: SendReport, expected: number): Promise<number> => {
    const told = await sink.report();
    if (report.mails !== expected || told.mails !== expected)
      throw new Error(`${side} sent ${report.mails} of ${expected} mails, and ${told.mails} arrived.`);
    // Whoever sent, the same people got a mail.
    if (taken.add(told.recipients).size > 1) throw new Error(`${side} wrote to other people.`);
    const size = told.bytes / told.mails;
    if (Math.abs(size / (sizes[0] ?? size) - 1) > 0.15)
      throw new Error(`${side} wrote mails of ${size.toFixed(0)} bytes, the first side of ${sizes[0]!.toFixed(0)}.`);
    sizes.push(size);
    seen[side].push(report);
    return (report.mails / report.ms) * 1000;
  };
  const [eligible] = (
    await owner.query<{ count: number }>(
      `select count(*)::int as count from lead where status not in ('bounced', 'unsubscribed')`,
    )
  ).rows;
  const expected = eligible!.count;

  const product = async (): Promise<number> => {
    await owner.query(
      'truncate campaign, step, enrollment, delivery, claim, mail_pack, mailbox, mailbox_day, mail_event, mail_rollup, event cascade',
    );
    await owner.query('vacuum (analyze) lead');
    const report = await runProgram('fixture/send-campaign.ts', [workspaceId, organizationId, String(sink.port)]);
    return check('product', report, expected);
  };
  const refill = async () => {
    await owner.query('truncate limit_mail, limit_event');
    await owner.query(
      `insert into limit_mail select id, email, first_name, company, city, 'due' from lead where status not in ('bounced', 'unsubscribed')`,
    );
    await owner.query('vacuum (analyze) limit_mail');
  };
  const reference = (side: 'limit' | 'obvious') => async (): Promise<number> => {
    await refill();
    const report = await runProgram(`reference/send-${side}.ts`, [config.database.url, String(sink.port)]);
    return check(side, report, expected);
  };

  const limit = await harness.alternate({ product, reference: reference('limit') });
  const obvious = await harness.alternate({ product, reference: reference('obvious'), pairs: 3 });
  const median = (side: keyof typeof seen, figure: (report: SendReport) => number) =>
    seen[side].map(figure).toSorted((a, b) => a - b)[Math.floor(seen[side].length / 2)]!;
  const what = `a campaign to ${expected.toLocaleString('en')} leads`;
  harness.report({
    id: 'S1',
    what: `${what}, beside the limit`,
    unit: 'mails/s',
    goal: { of: 'ratio', atLeast: 0.35 },
    ...limit,
  });
  harness.report({
    id: 'S1',
    what: `${what}, beside the obvious stack`,
    unit: 'mails/s',
    goal: { of: 'ratio', atLeast: 4 },
    ...obvious,
  });
  const cpu = (report: SendReport) => report.cpuMs / report.mails;
  harness.report({
    id: 'S2',
    what: 'CPU of the application, beside the obvious stack',
    unit: 'ms/mail',
    product: median('product', cpu),
    reference: median('obvious', cpu),
    goal: { of: 'ratio', atMost: 0.12 },
    runs: obvious.runs,
  });
  harness.report({
    id: 'S2',
    what: 'memory of the sending process',
    unit: 'MiB',
    product: median('product', (report) => report.rssMiB),
    goal: { of: 'product', atMost: 130 },
  });
}

async function startSink(harness: Harness): Promise<{ port: number; report(): Promise<SinkReport> }> {
  const child = fork(fileOf('fixture/smtp-sink.ts'));
  harness.defer(async () => child.kill());
  const [address] = (await once(child, 'message')) as [{ port: number }]; // the first thing a sink says
  return {
    port: address.port,
    async report() {
      child.send('report');
      return ((await once(child, 'message')) as [SinkReport])[0]; // its only other answer
    },
  };
}
