import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { promisify } from 'node:util';
import { freePort } from '@tabard/testing';
import { mailLinks } from '#features/outreach/tracking';
import { newId } from '#kernel';
import { compose } from '../src/compose.ts';
import { bundleProgram } from './fixture/bundle-program.ts';
import { installPlatform } from './fixture/install-platform.ts';
import { startProgram } from './fixture/start-program.ts';
import type { Harness } from './harness.ts';
import { requestRate, runLoad } from './load/run-load.ts';

export const name = 'tracking';
export const title = "the open pixel, verified and stored, beside nginx's empty_gif (T1)";

const person = { 'User-Agent': 'Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0' };

/** A mail's opens are written 50 times a day at most, so they are spread over as many mails as a run can ask for. */
const mails = 40_000;

/** Loads the links of many mails and counts what the database then holds: as many events as there were answers. */
export async function run(harness: Harness): Promise<void> {
  const nginx = await startNginx(harness);
  if (nginx === null) return harness.log('  skipped: there is no nginx on the PATH to compare with.');
  const { env, owner, createTenant, config } = await installPlatform(harness, 'tracking');
  const { workspaceId } = await createTenant('Opened');
  const ids = Array.from({ length: mails }, () => newId());
  await owner.query(
    `insert into delivery (workspace_id, id, mailbox_id, to_address, address_hash, subject, message_id, raw_hash, state, troubled, sent_at)
     select $1, id, id, '', '', '', id::text, '', 'accepted', false, now() - interval '1 hour' from unnest($2::uuid[]) as id`,
    [workspaceId, ids],
  );
  await owner.query('analyze delivery');
  const app = await compose(config);
  harness.defer(() => app.close());
  const links = mailLinks(app);
  const paths = join(await harness.folder(), 'paths.txt');
  await writeFile(paths, ids.map((id) => new URL(links.open(workspaceId, id)).pathname).join('\n'));

  const main = await bundleProgram(new URL('../src/main.ts', import.meta.url));
  const server = await startProgram(main, { env: { ...env, TABARD_ROLE: 'api' }, path: '/health/ready' });
  harness.defer(server.stop);
  const load = { url: server.url, paths, connections: 50, seconds: 2, headers: person };
  const stored = async () =>
    Number((await owner.query('select count(*) from mail_event where type = $1', ['opened'])).rows[0].count);

  let asked = 0;
  const p99: number[] = [];
  const product = async () => {
    const { requests, seconds, p99: slow } = await runLoad(load);
    asked += requests;
    p99.push(slow);
    // Answers come before their events are stored; what still waits belongs to this turn's work.
    const begun = performance.now();
    while ((await stored()) < asked && performance.now() - begun < 20_000) await sleep(20);
    return requests / (seconds + (performance.now() - begun) / 1000);
  };
  const reference = () => requestRate({ ...load, url: nginx });
  const compared = await harness.alternate({ product, reference });
  // wrk ends in the middle of requests: at most one more a connection was answered than it counted.
  const missing = asked - (await stored());
  if (missing > 0) throw new Error(`${missing} of ${asked} opens were not stored.`);
  harness.report({
    id: 'T1',
    what: 'open pixel with its event stored, 50 connections, beside nginx empty_gif',
    unit: 'req/s',
    goal: { of: 'ratio', atLeast: 0.2 },
    ...compared,
  });
  harness.report({
    id: 'T1',
    what: 'p99 of the open pixel',
    unit: 'ms',
    product: Math.max(...p99),
    runs: compared.runs,
  });
}

/** One worker of nginx that answers every address with its built-in picture; null when there is no nginx. */
async function startNginx(harness: Harness): Promise<string | null> {
  const isThere = await promisify(execFile)('nginx', ['-v']).then(
    () => true,
    () => false,
  );
  if (!isThere) return null;
  const [folder, port] = [await harness.folder(), await freePort()];
  const file = join(folder, 'nginx.conf');
  await writeFile(
    file,
    `daemon off; worker_processes 1; pid ${folder}/pid; error_log stderr crit; events { worker_connections 512; }
     http { access_log off; keepalive_requests 100000000; client_body_temp_path ${folder}/body; proxy_temp_path ${folder}/proxy;
       fastcgi_temp_path ${folder}/fastcgi; uwsgi_temp_path ${folder}/uwsgi; scgi_temp_path ${folder}/scgi;
       server { listen 127.0.0.1:${port}; location / { empty_gif; } } }`,
  );
  const child = spawn('nginx', ['-p', folder, '-c', file], { stdio: 'ignore' });
  harness.defer(async () => {
    child.kill('SIGTERM');
    if (child.exitCode === null) await once(child, 'exit');
  });
  for (let look = 0; look < 100; look++) {
    const up = await fetch(`http://127.0.0.1:${port}/`).then(
      (response) => response.ok,
      () => false,
    );
    if (up) return `http://127.0.0.1:${port}`;
    await sleep(50);
  }
  throw new Error('nginx did not start.');
}
