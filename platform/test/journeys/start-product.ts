import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { chmod, mkdtemp, readFile, rm } from 'node:fs/promises';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createDatabase, startMailSandbox, type MailSandbox } from '@tabard/embedded';

/** What was just built starts in half the time. */
const program = process.env['ALREADY_BUILT'] === '1' ? '../../dist/cli.js' : '../../src/cli/main.ts';
const cli = join(import.meta.dirname, program);

/** The whole product, started as a newcomer starts it, in a folder and on ports of its own. */
export interface Product {
  portal: string;
  sandbox: string;
  api: string;
  /** Ports of the sandbox's mail servers. */
  smtpPort: number;
  imapPort: number;
  /** What a host of the demo needs: its key, and the workspace of its first client. */
  demo: { apiKey: string; workspaceId: string };
  /** What it printed. */
  output(): string;
  stop(): Promise<void>;
}

/** A program of the command line that runs until it is told to stop. */
export interface Running {
  /** What it printed. */
  output(): string;
  stop(): Promise<void>;
}

/** Starts what `args` name, as a newcomer would, and waits until it says that it is ready. */
export async function startCommand(args: string[], env: Record<string, string>): Promise<Running> {
  const child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', cli, ...args], {
    env: { ...process.env, SECRET_KEY: 'a secret of journeys that is long enough', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let words = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk: Buffer) => (words += chunk.toString()));
  const stop = async () => {
    if (child.exitCode !== null || child.signalCode !== null) return;
    const ended = once(child, 'exit');
    child.kill('SIGINT');
    await ended;
  };
  const deadline = Date.now() + 120_000;
  while (!words.includes('Ready.')) {
    if (child.exitCode !== null || Date.now() > deadline) {
      await stop();
      throw new Error(`The product did not start:\n${words}`);
    }
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  return { output: () => words, stop };
}

/** A home folder of its own. As root the database runs as another user, who must be able to walk in. */
export async function makeHome(): Promise<string> {
  const home = await mkdtemp(join(tmpdir(), 'journey-'));
  await chmod(home, 0o755);
  return home;
}

/** With DATABASE_URL, a fresh database on that server. */
export async function freshDatabase(): Promise<Record<string, string>> {
  const outside = process.env['DATABASE_URL'];
  return outside ? { DATABASE_URL: await createDatabase(outside, `journey_${randomBytes(6).toString('hex')}`) } : {};
}

/** Starts the product and waits for its banner. With DATABASE_URL it gets a fresh database on that server. */
export async function startProduct(env: Record<string, string> = {}): Promise<Product> {
  const home = await makeHome();
  const [api = 0, portal = 0, sandbox = 0, smtpPort = 0, imapPort = 0] = await freePorts(5);
  const tidy = () => rm(home, { recursive: true, force: true });
  const running = await startCommand(['start'], {
    ...(await freshDatabase()),
    TABARD_HOME: home,
    PORT: String(api),
    PORTAL_PORT: String(portal),
    SANDBOX_PORT: String(sandbox),
    SANDBOX_SMTP_PORT: String(smtpPort),
    SANDBOX_IMAP_PORT: String(imapPort),
    ...env,
  }).catch(async (error: unknown) => {
    await tidy();
    throw error;
  });
  const { apiKey, clients } = JSON.parse(await readFile(join(home, 'demo.json'), 'utf8')) as {
    apiKey: string;
    clients: { workspaceId: string }[];
  }; // written by the seed
  const demo = { apiKey, workspaceId: clients[0]?.workspaceId ?? '' };
  const at = (port: number) => `http://localhost:${port}`;
  return {
    api: at(api),
    portal: at(portal),
    sandbox: at(sandbox),
    smtpPort,
    imapPort,
    demo,
    output: running.output,
    async stop() {
      await running.stop();
      await tidy();
    },
  };
}

/** Ports that are free now; held together, so that no two are the same. */
export async function freePorts(count: number): Promise<number[]> {
  const servers = await Promise.all(
    Array.from({ length: count }, async () => {
      const server = createServer().listen(0, '127.0.0.1');
      await once(server, 'listening');
      return server;
    }),
  );
  const ports = servers.map((server) => (server.address() as AddressInfo).port); // a listening TCP server has one
  await Promise.all(servers.map((server) => new Promise((resolve) => server.close(resolve))));
  return ports;
}

/** A fresh installation without the demo, and a mail server that is none of ours. */
export interface Installation {
  sandbox: MailSandbox;
  /** What it printed since it was started last. */
  output(): string;
  restart(): Promise<void>;
  stop(): Promise<void>;
}

/** Starts one; `mails`: whether it sends mails of its own through that server; `env`: what else is set. */
export async function startInstallation({
  mails = false,
  env: more = {},
}: { mails?: boolean; env?: Record<string, string> } = {}): Promise<Installation> {
  const home = await makeHome();
  const sandbox = await startMailSandbox({
    stateDir: join(home, 'mail'),
    password: 'sandbox',
    smtpPort: 0,
    imapPort: 0,
    httpPort: 0,
  });
  const tidy = async () => {
    await sandbox.stop();
    await rm(home, { recursive: true, force: true });
  };
  const [port = 0] = await freePorts(1);
  const env = {
    ...(await freshDatabase()),
    TABARD_HOME: home,
    PORT: String(port),
    ...(mails && {
      SYSTEM_MAIL_URL: `smtp://mail%40app.example:sandbox@127.0.0.1:${sandbox.smtp.port}?security=none`,
      SYSTEM_MAIL_FROM: 'no-reply@app.example',
    }),
    ...more,
  };
  const start = () => startCommand(['start', '--no-demo'], env);
  let running = await start().catch(async (error: unknown) => {
    await tidy();
    throw error;
  });
  return {
    sandbox,
    output: () => running.output(),
    async restart() {
      await running.stop();
      running = await start();
    },
    async stop() {
      await running.stop();
      await tidy();
    },
  };
}
