import { access, constants, mkdir, statfs } from 'node:fs/promises';
import { createServer } from 'node:net';
import pg from 'pg';
import { createMailTransport } from '#adapters/mail-transport';
import { entities } from '#features';
import { checkTenancy } from '#kernel';
import { loginUrls, requireSchema } from '../migrate/index.ts';
import { describeLag, lagOfConsumers } from './events.ts';
import { openLocalDatabase, type LocalDatabase } from './local-database.ts';
import { localPlaces } from '#config';

/** One look at one part: `null` is well, a sentence is what is wrong and how to mend it. */
type Look = readonly [part: string, look: () => Promise<string | null>];

/** Looks at every part of the installation and prints what to do about each that is not well. */
export async function runDoctor(): Promise<number> {
  const places = localPlaces();
  let local: LocalDatabase | null = null;
  const looks: Look[] = [
    ['Node', async () => nodeProblem(process.versions.node)],
    ['Home folder', () => folderProblem(places.home)],
    ['Disk', () => diskProblem(places.home)],
    ['API port', () => portProblem(places.apiPort, 'PORT', `http://127.0.0.1:${places.apiPort}/health/live`)],
    ['Portal port', () => portProblem(places.portalPort, 'PORTAL_PORT', `http://127.0.0.1:${places.portalPort}/`)],
    ['Sandbox port', () => portProblem(places.sandboxPort, 'SANDBOX_PORT', `http://127.0.0.1:${places.sandboxPort}/`)],
    [
      'Database',
      async () => {
        local = await openLocalDatabase();
        return null;
      },
    ],
    ['Tables', () => (local ? tablesProblem(local) : Promise.resolve('not looked at: the database does not answer'))],
    ['Logins', () => (local ? loginProblem(local) : Promise.resolve('not looked at: the database does not answer'))],
    [
      'System mail',
      () => (local ? mailProblem(local) : Promise.resolve('not looked at: the database does not answer')),
    ],
    ['Events', () => (local ? eventProblem(local) : Promise.resolve('not looked at: the database does not answer'))],
  ];
  let problems = 0;
  for (const [part, look] of looks) {
    const problem = await look().catch((error: unknown) => (error instanceof Error ? error.message : String(error)));
    if (problem) problems += 1;
    console.log(`${problem ? '✗' : '✓'} ${part}${problem ? `: ${problem}` : remarkOf(part, local)}`);
  }
  await (local as LocalDatabase | null)?.stop();
  console.log(problems === 0 ? 'Everything is well.' : `${problems} thing(s) to mend.`);
  return problems === 0 ? 0 : 1;
}

function nodeProblem(version: string): string | null {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  return major > 24 || (major === 24 && minor >= 7)
    ? null
    : `this is Node ${version}; start with npm start, which brings Node 24.`;
}

async function folderProblem(home: string): Promise<string | null> {
  try {
    await mkdir(home, { recursive: true });
    await access(home, constants.W_OK);
    return null;
  } catch {
    return `nothing can be written to ${home}; make it writable, or name another folder with TABARD_HOME.`;
  }
}

async function diskProblem(home: string): Promise<string | null> {
  const found = await statfs(home).catch(() => null);
  if (!found) return 'not looked at: there is no home folder';
  const { bavail, bsize } = found;
  const free = (bavail * bsize) / 2 ** 30;
  return free > 1
    ? null
    : `only ${free.toFixed(1)} GiB are free where ${home} is; make room, or the database will stop.`;
}

/** A port is well when it is free or when what answers there is ours. */
async function portProblem(port: number, variable: string, url: string): Promise<string | null> {
  const free = await new Promise<boolean>((resolve) => {
    const server = createServer().once('error', () => resolve(false));
    server.listen(port, '127.0.0.1', () => server.close(() => resolve(true)));
  });
  if (free) return null;
  const answers = await fetch(url, { signal: AbortSignal.timeout(2000) }).then(
    (response) => response.ok,
    () => false,
  );
  return answers ? null : `port ${port} is taken by another program; end it, or choose another port with ${variable}.`;
}

async function tablesProblem(local: LocalDatabase): Promise<string | null> {
  const client = new pg.Client({ connectionString: local.config.database.url });
  await client.connect();
  try {
    await requireSchema(client);
    const findings = await checkTenancy(client, entities);
    return findings.length === 0
      ? null
      : `${findings.length} holes between workspaces; npm run tabard -- tenancy audit lists them.`;
  } finally {
    await client.end();
  }
}

/** Seconds that whoever hears of events may be behind. */
const mostLag = 300;

async function eventProblem({ config }: LocalDatabase): Promise<string | null> {
  const behind = (await lagOfConsumers(config)).filter(({ seconds, setAside }) => seconds > mostLag || setAside > 0);
  return behind.length === 0
    ? null
    : `${behind.map(describeLag).join('; ')}. Start a worker, mend what the log names, then use "npm run tabard -- events rewind".`;
}

/** Signs in to the mail server for the platform's own mails. */
async function mailProblem({ config }: LocalDatabase): Promise<string | null> {
  const { server } = config.systemMail;
  // An installation can do without; the part says so by itself.
  if (!server) return null;
  const verdict = await createMailTransport(config.sending).check({ ...server, isOwn: true });
  return verdict.ok ? null : `${verdict.message} Look at SYSTEM_MAIL_URL.`;
}

/** What is well and worth knowing all the same. */
const remarkOf = (part: string, local: LocalDatabase | null): string =>
  part === 'System mail' && local && !local.config.systemMail.server
    ? ': not set. Invitations are not mailed, hand their links over; or set SYSTEM_MAIL_URL and SYSTEM_MAIL_FROM'
    : '';

async function loginProblem(local: LocalDatabase): Promise<string | null> {
  for (const url of Object.values(loginUrls(local.config))) {
    const client = new pg.Client({ connectionString: url });
    const refused = await client.connect().then(
      () => client.end().then(() => null),
      (error: Error) => error.message,
    );
    if (refused)
      return `${new URL(url).username} cannot log in (${refused}); use "npm run tabard -- migrate" with the same SECRET_KEY.`;
  }
  return null;
}
