import { fileURLToPath } from 'node:url';
import { join } from 'node:path';
import { loadConfig, localPlaces, type LocalPlaces } from '#config';
import { migrate } from '../migrate/index.ts';
import { startAll } from '../start-all.ts';
import { banner } from './banner.ts';
import { setUp } from '../set-up.ts';
import { CommandError } from './command.ts';
import { openLocalDatabase } from './local-database.ts';
import { requirePort, startPart, type Part } from './part.ts';
import { claimHome } from './run-lock.ts';
import { demoOf, seedOnce } from './seed.ts';
import { ensureWidgetBundle } from './widget-bundle.ts';

const root = fileURLToPath(new URL('../../..', import.meta.url));

/** Starts everything on this machine and runs until it is interrupted. `--no-demo` leaves out seed, sandbox and portal, and sets an empty database up. */
export async function start(args: string[]): Promise<number> {
  const demo = !args.includes('--no-demo');
  if (demo && process.env['NODE_ENV'] === 'production')
    throw new CommandError('The demo is not for production (NODE_ENV): start with npm start -- --no-demo.');
  const say = (line: string) => console.log(line);
  const places = localPlaces();
  await requirePort(places.apiPort, 'API', 'PORT');
  if (demo) {
    await requirePort(places.portalPort, 'example portal', 'PORTAL_PORT');
    await requirePort(places.sandboxPort, 'mail sandbox page', 'SANDBOX_PORT');
    await requirePort(places.smtpPort, 'mail sandbox SMTP', 'SANDBOX_SMTP_PORT');
    await requirePort(places.imapPort, 'mail sandbox IMAP', 'SANDBOX_IMAP_PORT');
  }
  const claim = await claimHome(places.home, places.apiPort);
  if (claim.wasCutOff) say('An earlier run was cut off; picking up where it left.');
  const stopping = interrupted();
  const opened: { stop(): Promise<void> }[] = [{ stop: () => claim.release() }];
  const stopAll = async () => {
    // In the opposite order: nobody loses what it stands on.
    for (const part of opened.splice(0).toReversed()) await part.stop().catch((error: unknown) => console.error(error));
  };
  try {
    const [local, embedRoot] = await Promise.all([openLocalDatabase(say), ensureWidgetBundle(say)]);
    opened.push(local);
    const env = {
      ...(demo && sandboxMail(places)),
      ...local.env,
      EMBED_ROOT: embedRoot,
      TABARD_DEMO: String(demo),
    };
    const config = loadConfig(env);
    const [, sandbox] = await Promise.all([migrate(config), demo ? startSandbox(local.env, places) : null]);
    if (sandbox) opened.push(sandbox);
    // Before any worker runs: nothing may be sent while the past is being written.
    if (demo) await seedOnce(config, places, say);
    const platform = await startAll(config, env);
    opened.push(platform);
    if (demo) opened.push(await startPortal(local.env, places));
    say(banner(places, demo ? await demoOf(places) : null));
    if (!demo) await setUp(platform.app, config.setup, say);
    await stopping;
    say('Stopping…');
    return 0;
  } finally {
    await stopAll();
  }
}

function startSandbox(env: NodeJS.ProcessEnv, places: LocalPlaces): Promise<Part> {
  const settings = {
    'state-dir': join(places.home, 'mail'),
    'smtp-port': String(places.smtpPort),
    'imap-port': String(places.imapPort),
    'http-port': String(places.sandboxPort),
    speed: String(places.sandboxSpeed),
  };
  return startPart(
    'mail sandbox',
    {
      file: join(root, 'packages/embedded/src/sandbox/run-mail-sandbox.ts'),
      args: Object.entries(settings).flatMap(([name, value]) => [`--${name}`, value]),
      env: { PATH: env['PATH'] },
    },
    `http://127.0.0.1:${places.sandboxPort}/`,
  );
}

/** Whom the demo's own mails come from. */
const sandboxMail = ({ smtpPort }: LocalPlaces) => ({
  SYSTEM_MAIL_URL: `smtp://no-reply%40app.example:sandbox@127.0.0.1:${smtpPort}?security=none`,
  SYSTEM_MAIL_FROM: 'no-reply@app.example',
});

async function startPortal(env: NodeJS.ProcessEnv, places: LocalPlaces): Promise<Part> {
  const demo = await demoOf(places);
  return startPart(
    'example portal',
    {
      file: join(root, 'examples/agency-portal/server.ts'),
      env: {
        PATH: env['PATH'],
        PORT: String(places.portalPort),
        API_URL: `http://localhost:${places.apiPort}`,
        API_KEY: demo.apiKey,
        CLIENTS: JSON.stringify(demo.clients),
      },
    },
    `http://127.0.0.1:${places.portalPort}/`,
  );
}

/** Resolves when the person or the system asks the program to end. */
function interrupted(): Promise<void> {
  return new Promise((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, () => resolve());
  });
}
