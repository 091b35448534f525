import { randomBytes } from 'node:crypto';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { blockedPortMessage, isBlockedPort } from './blocked-port.ts';

/** Where an installation on one machine keeps its data, and the ports it takes. */
export interface LocalPlaces {
  /** TABARD_HOME, or `.tabard` in the folder that the command was given in. */
  home: string;
  /** PORT: API and hosted pages. */
  apiPort: number;
  /** PORTAL_PORT: the example portal. */
  portalPort: number;
  /** SANDBOX_PORT: the page of the mail sandbox. */
  sandboxPort: number;
  /** SANDBOX_SMTP_PORT and SANDBOX_IMAP_PORT: its mail servers. */
  smtpPort: number;
  imapPort: number;
  /** SANDBOX_SPEED: how many times faster than people its simulated recipients are. */
  sandboxSpeed: number;
  /** DATABASE_URL, when the database is not ours. */
  databaseUrl: string | undefined;
}

/** A setting that cannot be used, told in one sentence that ends with the way out. */
export class LocalEnvironmentError extends Error {}

/** Reads the places from the environment. */
export function localPlaces(env: NodeJS.ProcessEnv = process.env): LocalPlaces {
  const port = (name: string, fallback: number): number => {
    const value = env[name] ? Number(env[name]) : fallback;
    if (Number.isInteger(value) && value >= 1 && value <= 65_535) return value;
    throw new LocalEnvironmentError(`${name} is "${env[name] ?? ''}": give a port from 1 to 65535.`);
  };
  /** A port that is opened in a browser. */
  const page = (name: string, fallback: number): number => {
    const value = port(name, fallback);
    if (!isBlockedPort(value)) return value;
    throw new LocalEnvironmentError(`${name} is ${value}: ${blockedPortMessage}`);
  };
  return {
    home: resolve(env['TABARD_HOME'] || '.tabard'),
    apiPort: page('PORT', 4000),
    portalPort: page('PORTAL_PORT', 4001),
    sandboxPort: page('SANDBOX_PORT', 4002),
    smtpPort: port('SANDBOX_SMTP_PORT', 4025),
    imapPort: port('SANDBOX_IMAP_PORT', 4143),
    sandboxSpeed: Number(env['SANDBOX_SPEED']) || 1,
    databaseUrl: env['DATABASE_URL'] || undefined,
  };
}

/** The environment of an installation on one machine: what was given, and for the rest what fits a laptop. */
export async function localEnvironment(
  places: LocalPlaces,
  databaseUrl: string,
  env: NodeJS.ProcessEnv = process.env,
): Promise<NodeJS.ProcessEnv> {
  return {
    LOG_LEVEL: 'warn',
    MAIL_ALLOW_PRIVATE: 'true',
    IMAP_POLL_INTERVAL: '10',
    SEND_LEASE: '60',
    SMTP_DATA_TIMEOUT: '600',
    BLOB_ROOT: join(places.home, 'blobs'),
    ...env,
    SECRET_KEY: env['SECRET_KEY'] || (await storedSecret(places.home)),
    PORT: String(places.apiPort),
    DATABASE_URL: databaseUrl,
  };
}

/** The installation's secret: made once, readable only by its owner. */
async function storedSecret(home: string): Promise<string> {
  const file = join(home, 'secret');
  const known = await readFile(file, 'utf8').catch(() => '');
  if (known.trim().length >= 32) return known.trim();
  const secret = randomBytes(32).toString('base64url');
  await ensureHome(home);
  try {
    await writeFile(file, `${secret}\n`, { mode: 0o600 });
  } catch (error) {
    throw unwritable(home, error);
  }
  return secret;
}

/** Makes the home folder where there is none. @throws LocalEnvironmentError when nothing can be written there. */
export async function ensureHome(home: string): Promise<void> {
  await mkdir(home, { recursive: true }).catch((error: unknown) => {
    throw unwritable(home, error);
  });
}

const unwritable = (home: string, cause: unknown): LocalEnvironmentError =>
  new LocalEnvironmentError(
    `Nothing can be written to ${home}: make the folder writable, or name another one with TABARD_HOME.`,
    { cause },
  );
