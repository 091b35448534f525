import { Agent, get } from 'node:http';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { watchForeignCpu } from './cpu-share.ts';
import { hostileMails } from './fixture/hostile-mails.ts';
import { startMailHost } from './fixture/hostile-mailbox.ts';
import { installPlatform, type Installation, type Tenant } from './fixture/install-platform.ts';
import { loopOf, watchedBy } from './fixture/loop-of.ts';
import { startProgram, type Program } from './fixture/start-program.ts';
import type { Harness } from './harness.ts';

export const name = 'health';
export const title =
  'health of `all` on one machine while a mailbox with each hostile shape is read, beside health at rest (H1)';

/** As large as each shape was when it stopped a platform. */
const octets: Readonly<Record<string, number>> = {
  'line ends': 8_000_000,
  'lines of one letter': 2_000_000,
  'opening tags': 1_000_000,
  'empty parts': 1_000_000,
  'base64 in one line': 20_000_000,
  'format=flowed': 20_000_000,
};
const rounds = 3;
const everyMs = 10;
/** The share of the processors that others may take. */
const loud = 0.12;
const longestMs = 180_000;

/** Both processes run as one command starts them; the mails lie ready before their mailbox is connected. */
export async function run(harness: Harness): Promise<void> {
  const installation = await installPlatform(harness, 'health');
  const host = await startMailHost(harness);
  const loopFile = join(await harness.folder(), 'loop.json');
  const program = await startProgram(new URL('../src/main.ts', import.meta.url), {
    ...watchedBy(loopFile, installation.env),
    path: '/health/ready',
  });
  harness.defer(program.stop);
  const tenant = await installation.createTenant('Reader');
  const agent = new Agent({ keepAlive: true, maxSockets: 1 });
  harness.defer(async () => agent.destroy());
  const [rest, reading] = [new Latencies(), new Latencies()];
  const loop = { rest: { late: 0, busy: 0 }, reading: { late: 0, busy: 0 } };
  const watch = async (until: Promise<unknown>, into: Latencies, when: 'rest' | 'reading') => {
    await loopOf(program, loopFile);
    const ms = await askUntil(`${program.url}/health/ready`, agent, until);
    into.add(ms.all);
    const { late, busy } = await loopOf(program, loopFile);
    loop[when] = { late: Math.max(loop[when].late, late), busy: Math.max(loop[when].busy, busy) };
    return `${ms.summary()}; its loop at most ${late.toFixed(1)} ms late, ${busy.toFixed(1)} ms by its own work`;
  };
  await watch(sleep(5_000), new Latencies(), 'rest');
  const foreignShare = watchForeignCpu();
  for (let round = 0; round < rounds; round += 1) {
    harness.log(`  at rest: ${await watch(sleep(5_000), rest, 'rest')}`);
    for (const [what, make] of hostileMails) {
      const size = octets[what];
      if (!size) continue;
      const address = `${what.replaceAll(/\W+/g, '-')}.${round}@agency.example`;
      await host.put(address, make(size));
      await sleep(1_000);
      const filed = connectAndRead(installation, tenant, program, { host, address });
      harness.log(`  ${what}: ${await watch(filed, reading, 'reading')}`);
    }
  }
  report(harness, { rest, reading, loop, foreign: foreignShare() });
}

interface Measured {
  rest: Latencies;
  reading: Latencies;
  loop: Record<'rest' | 'reading', { late: number; busy: number }>;
  foreign: number | null;
}

function report(harness: Harness, { rest, reading, loop, foreign }: Measured): void {
  // Beside others who take the processors, how long it waits for one says nothing of it.
  const isLoud = (foreign ?? 0) > loud;
  const runs = { kept: isLoud ? 0 : rounds, thrown: isLoud ? rounds : 0, foreign };
  for (const [what, share, atMost] of [
    ['p50', 0.5, 100],
    ['p99', 0.99, 100],
    ['longest', 1, undefined],
  ] as const)
    harness.report({
      id: 'H1',
      what: `${what} of /health/ready while hostile mail is read`,
      unit: 'ms',
      product: reading.at(share),
      reference: rest.at(share),
      runs,
      ...(atMost && { goal: { of: 'product', atMost } }),
    });
  harness.report({
    id: 'H2',
    what: 'longest time that the process that answers was held by work of its own',
    unit: 'ms',
    product: loop.reading.busy,
    reference: loop.rest.busy,
    goal: { of: 'product', atMost: 100 },
  });
  harness.report({
    id: 'H2',
    what: 'longest time that it wanted to go on and had no processor',
    unit: 'ms',
    product: loop.reading.late,
    reference: loop.rest.late,
    runs,
  });
}

class Latencies {
  readonly all: number[] = [];
  add(more: readonly number[]): void {
    for (const ms of more) this.all.push(ms);
  }
  at(share: number): number {
    const sorted = this.all.toSorted((a, b) => a - b);
    return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
  }
  summary(): string {
    const at = (share: number) => this.at(share).toFixed(1);
    return `${this.all.length} answers, p50 ${at(0.5)}, p99 ${at(0.99)}, longest ${at(1)} ms`;
  }
}

/** Connects a mailbox whose inbox holds a mail and waits until it is filed. */
async function connectAndRead(
  { owner }: Installation,
  { apiKey, workspaceId }: Tenant,
  { url }: Program,
  { host, address }: { host: Awaited<ReturnType<typeof startMailHost>>; address: string },
): Promise<void> {
  const account = { security: 'none', user: address, password: 'sandbox' };
  const answer = await fetch(`${url}/rpc/mailboxes.create`, {
    method: 'POST',
    headers: { Authorization: `Bearer ${apiKey}`, 'Content-Type': 'application/json' },
    body: JSON.stringify({
      address,
      displayName: 'Reader',
      smtp: { ...host.smtp, ...account },
      imap: { ...host.imap, ...account },
    }),
  });
  if (!answer.ok) throw new Error(`The mailbox could not be made: ${await answer.text()}`);
  for (const deadline = Date.now() + longestMs; Date.now() < deadline; await sleep(100)) {
    const { rows } = await owner.query(
      'select 1 from message m join mailbox b on b.workspace_id = m.workspace_id and b.id = m.mailbox_id where b.workspace_id = $1 and b.address = $2',
      [workspaceId, address],
    );
    if (rows.length > 0) return;
  }
  throw new Error(`The mail of ${address} was not filed.`);
}

/** Asks again and again, one question at a time, until something is over. */
async function askUntil(url: string, agent: Agent, until: Promise<unknown>): Promise<Latencies> {
  const latencies = new Latencies();
  let over = false;
  const end = until.finally(() => (over = true));
  while (!over) {
    const begun = performance.now();
    await new Promise<void>((resolve, reject) =>
      get(url, { agent }, (answer) => {
        answer.resume().once('end', resolve);
        if (answer.statusCode !== 200) reject(new Error(`${url} answered ${String(answer.statusCode)}.`));
      }).once('error', reject),
    );
    latencies.add([performance.now() - begun]);
    await sleep(everyMs);
  }
  await end;
  return latencies;
}
