import { execFile, spawn } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { createServer as createSocket, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { trackingHandler } from '#features/outreach/link';
import { mailLinks } from '#features/outreach/tracking';
import { newId } from '#kernel';
import { startTestPlatform } from '../test/fixture/index.ts';

/**
 * The open pixel (goal T1): signature checked, event stored, against nginx's empty_gif, in turns. Needs wrk and nginx.
 * `node platform/bench/tracking.bench.ts [seconds a turn]`.
 */
const seconds = Number(process.argv[2] ?? 4);
const turns = 5;
const run = promisify(execFile);

const platform = await startTestPlatform();
const { workspaceId, scope } = await platform.createWorkspace();
const deliveryId = newId();
await scope.write(({ sql }) =>
  sql(
    `insert into delivery (workspace_id, id, mailbox_id, to_address, address_hash, subject, message_id, raw_hash, state, due_at, sent_at)
     values ($1, $2, $2, '', '', '', 'x', '', 'accepted', now(), now() - interval '1 hour')`,
    [workspaceId, deliveryId],
  ),
);
const handle = trackingHandler(platform.app);
const server = createServer((request, response) => void handle(request, response));
await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
const portOf = (address: unknown) => (address as AddressInfo).port; // both listen on TCP
const path = new URL(mailLinks(platform.app).open(workspaceId, deliveryId)).pathname;

const folder = await mkdtemp(join(tmpdir(), 'bench-nginx-'));
const free = createSocket().listen(0, '127.0.0.1');
await new Promise((resolve) => free.once('listening', resolve));
const nginxPort = portOf(free.address());
await new Promise((resolve) => free.close(resolve));
await writeFile(
  join(folder, 'nginx.conf'),
  `daemon off; worker_processes 1; pid ${folder}/pid; error_log stderr crit; events { worker_connections 512; }
   http { access_log off; keepalive_requests 10000000; server { listen 127.0.0.1:${nginxPort}; location / { empty_gif; } } }`,
);
const nginx = spawn('nginx', ['-p', folder, '-c', join(folder, 'nginx.conf')], { stdio: 'ignore' });
await new Promise((resolve) => setTimeout(resolve, 500));

const agent = 'User-Agent: Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0';
async function load(port: number): Promise<{ rate: number; p99: string; requests: number }> {
  const { stdout } = await run('wrk', [
    '-t1',
    '-c50',
    `-d${seconds}`,
    '--latency',
    '-H',
    agent,
    `http://127.0.0.1:${port}${path}`,
  ]);
  return {
    rate: Number(/Requests\/sec:\s+([\d.]+)/.exec(stdout)?.[1]),
    p99: /99%\s+(\S+)/.exec(stdout)?.[1] ?? '?',
    requests: Number(/(\d+) requests in/.exec(stdout)?.[1]),
  };
}
const median = (values: number[]) => values.toSorted((a, b) => a - b)[values.length >> 1]!;
const [own, reference]: [number[], number[]] = [[], []];
let answered = 0;
for (let turn = 0; turn < turns; turn++) {
  const ours = await load(portOf(server.address()));
  const theirs = await load(nginxPort);
  own.push(ours.rate);
  reference.push(theirs.rate);
  answered += ours.requests;
  console.log(
    `turn ${turn + 1}: ${ours.rate.toFixed(0)}/s (p99 ${ours.p99}), nginx ${theirs.rate.toFixed(0)}/s (p99 ${theirs.p99})`,
  );
}
await handle.stop();
const [stored] = await scope.read<{ n: number }>('select count(*)::int as n from mail_event where workspace_id = $1', [
  workspaceId,
]);
console.log(
  `median ${median(own).toFixed(0)}/s, nginx ${median(reference).toFixed(0)}/s: ${(median(own) / median(reference)).toFixed(2)}x`,
);
console.log(`${answered} answered, ${stored!.n} stored`);
nginx.kill();
server.close();
await platform.stop();
await rm(folder, { recursive: true });
