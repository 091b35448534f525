import { execFile } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { chown, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { EmbeddedError } from '../embedded-error.ts';
import { POSTGRES_MAJOR } from './find-binaries.ts';
import { type Place } from './place-cluster.ts';
import { type ServerUser } from './server-user.ts';

const run = promisify(execFile);

/** The superuser's name in every cluster we make. */
export const SUPERUSER = 'postgres';

/**
 * Makes the cluster unless it stands already and returns the superuser's password. `initdb` works beside the final
 * folder and the result is renamed into place, so an interrupted run leaves nothing that looks finished.
 */
export async function createCluster(place: Place, user: ServerUser, durable: boolean): Promise<string> {
  const cluster = join(place.folder, 'cluster');
  const passwordFile = join(place.folder, 'superuser-password');
  if (existsSync(cluster)) {
    await checkVersion(cluster);
    return (await readFile(passwordFile, 'utf8').catch(() => '')).trim() || missingPassword(passwordFile);
  }
  const password = randomBytes(24).toString('base64url');
  await rm(passwordFile, { force: true });
  await writeFile(passwordFile, `${password}\n`, { mode: 0o600 });
  if (user.uid !== undefined && user.gid !== undefined) await chown(passwordFile, user.uid, user.gid);
  const half = join(place.folder, 'cluster.unfinished');
  await rm(half, { recursive: true, force: true });
  const options = [
    `--pgdata=${half}`,
    `--username=${SUPERUSER}`,
    `--pwfile=${passwordFile}`,
    '--auth=scram-sha-256',
    '--encoding=UTF8',
    '--locale=C',
    '--locale-provider=builtin',
    '--builtin-locale=C.UTF-8',
    '--no-instructions',
    ...(durable ? [] : ['--no-sync']),
  ];
  try {
    await run(join(place.binRoot, 'bin', 'initdb'), options, {
      cwd: place.folder,
      env: { PATH: process.env['PATH'], LC_ALL: 'C' },
      uid: user.uid,
      gid: user.gid,
    });
  } catch (cause) {
    const stderr =
      cause && typeof cause === 'object' && 'stderr' in cause ? String(cause.stderr).trim() : String(cause);
    throw new EmbeddedError(
      'postgres.init_failed',
      `A new database could not be made in ${place.folder} (${stderr.split('\n').at(-1) ?? ''}): mend that and start again, or set DATABASE_URL to a PostgreSQL of your own.`,
      { cause },
    );
  }
  await rename(half, cluster);
  return password;
}

async function checkVersion(cluster: string): Promise<void> {
  const version = (await readFile(join(cluster, 'PG_VERSION'), 'utf8').catch(() => '')).trim();
  if (!version || !existsSync(join(cluster, 'global', 'pg_control'))) {
    throw new EmbeddedError(
      'postgres.data_damaged',
      `The database in ${cluster} is incomplete (files were deleted): move that folder away to start afresh, or restore it from a backup.`,
    );
  }
  if (Number(version) !== POSTGRES_MAJOR) {
    throw new EmbeddedError(
      'postgres.other_version',
      `The database in ${cluster} was made by PostgreSQL ${version} and this is PostgreSQL ${POSTGRES_MAJOR}: move the folder away to start afresh, or carry its data over with pg_dump of version ${version}.`,
    );
  }
}

function missingPassword(file: string): never {
  throw new EmbeddedError(
    'postgres.data_damaged',
    `The superuser's password in ${file} is missing: restore that file, or move the data folder away to start afresh.`,
  );
}
