import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import {
  findFreePort,
  makeTempFolder,
  startMailSandbox,
  startTestPostgres,
  TEST_POSTGRES_URL,
  type MailSandbox,
} from '@tabard/embedded';
import pg from 'pg';
import pino from 'pino';
import { loadConfig, type Config } from '#config';
import { beginSetup } from '#features/identity/setup';
import type { App } from '#kernel';
import { loginUrls, migrate } from '../migrate/index.ts';
import { startPlatform, type PlatformParts } from '../start-platform.ts';
import { TraceError } from './trace-error.ts';

/** An installation that nobody uses: its own database, its own mail world, gone when it stops. */
export interface Installation {
  readonly app: App;
  readonly url: string;
  readonly sandbox: MailSandbox;
  /** The operator's first key. */
  readonly key: string;
  /** Reads as the owner of the tables, whom no wall stops. */
  readonly sql: <Row extends object>(text: string, values?: readonly unknown[]) => Promise<Row[]>;
  stop(): Promise<void>;
}

/** The largest body it takes, so that a larger one is quickly sent. */
export const bodyLimit = 65_536;

/**
 * Starts it: on a PostgreSQL of its own, or in a fresh database on the server that DATABASE_URL names. Whatever happens, what was
 * started is stopped and removed again.
 */
export async function startInstallation(made: MadeOf, signal: AbortSignal): Promise<Installation> {
  const opened: (() => Promise<unknown>)[] = [];
  const stop = async () => {
    for (const close of opened.splice(0).toReversed()) await close().catch((error: unknown) => console.error(error));
  };
  try {
    return await start(made, signal, { opened, stop });
  } catch (error) {
    await stop();
    throw error;
  }
}

/** What it serves: the elements of a folder, and the parts of the platform. */
export interface MadeOf {
  embedRoot: string;
  parts: PlatformParts;
}

interface Opening {
  opened: (() => Promise<unknown>)[];
  stop: () => Promise<void>;
}

async function start(
  { embedRoot, parts }: MadeOf,
  signal: AbortSignal,
  { opened, stop }: Opening,
): Promise<Installation> {
  const given = process.env['DATABASE_URL'];
  if (given) process.env[TEST_POSTGRES_URL] ??= given;
  const folder = await makeTempFolder('trace-check-');
  opened.push(() => rm(folder, { recursive: true, force: true }));
  const postgres = await startTestPostgres();
  opened.push(() => postgres.stop());
  const database = await postgres.createTestDatabase();
  opened.push(() => database.drop());
  signal.throwIfAborted();
  const sandbox = await startMailSandbox({ stateDir: join(folder, 'mail'), smtpPort: 0, imapPort: 0, httpPort: 0 });
  opened.push(() => sandbox.stop());
  const config = configOf({ databaseUrl: database.url, folder, embedRoot, port: await findFreePort(), sandbox });
  await requireOwnLogins(config);
  await migrate(config);
  signal.throwIfAborted();
  const platform = await startPlatform(config, { parts, log: pino({ level: 'silent' }) });
  opened.push(() => platform.stop());
  const owner = new pg.Pool({ connectionString: database.url, max: 2 });
  opened.push(() => owner.end());
  let key = '';
  await beginSetup(platform.app, { organization: 'The operator' }, ({ apiKey }) => void (key = apiKey ?? ''));
  signal.throwIfAborted();
  return {
    app: platform.app,
    url: config.http.publicUrl,
    sandbox,
    key,
    sql: async <Row extends object>(text: string, values: readonly unknown[] = []) =>
      (await owner.query<Row>(text, [...values])).rows,
    stop,
  };
}

interface Places {
  databaseUrl: string;
  folder: string;
  embedRoot: string;
  port: number;
  sandbox: MailSandbox;
}

function configOf({ databaseUrl, folder, embedRoot, port, sandbox }: Places): Config {
  const many = '1000000';
  return loadConfig({
    DATABASE_URL: databaseUrl,
    SECRET_KEY: process.env['SECRET_KEY'] ?? 'the secret of an installation that nobody uses',
    TABARD_ROLE: 'all',
    PORT: String(port),
    PUBLIC_URL: `http://localhost:${port}`,
    EMBED_ROOT: embedRoot,
    BLOB_ROOT: join(folder, 'blobs'),
    BODY_LIMIT: String(bodyLimit),
    MAIL_ALLOW_PRIVATE: 'true',
    IMAP_POLL_INTERVAL: '0.5',
    SWEEP_INTERVAL: '0.5',
    SYSTEM_MAIL_URL: `smtp://no-reply%40mail.example:sandbox@127.0.0.1:${sandbox.smtp.port}?security=none`,
    SYSTEM_MAIL_FROM: 'no-reply@mail.example',
    RATE_LIMIT_KEY: many,
    RATE_LIMIT_SESSION: many,
    RATE_LIMIT_ADDRESS: many,
    RATE_LIMIT_MINTING: many,
  });
}

/**
 * The platform's logins belong to the whole server. Where an installation has made them there, migrating with another secret would
 * change their passwords under it.
 */
async function requireOwnLogins(config: Config): Promise<void> {
  const { runtimeUrl } = loginUrls(config);
  const owner = new pg.Client({ connectionString: config.database.url });
  await owner.connect();
  const role = new URL(runtimeUrl).username;
  const { rowCount } = await owner.query('select from pg_roles where rolname = $1', [role]);
  await owner.end();
  if (!rowCount) return;
  const login = new pg.Client({ connectionString: runtimeUrl });
  await login.connect().then(
    () => login.end(),
    () => {
      throw new TraceError(
        'This server has an installation with another secret: give its SECRET_KEY beside DATABASE_URL, or leave DATABASE_URL out.',
      );
    },
  );
}
