import { randomBytes } from 'node:crypto';
import { accessSync, constants, existsSync } from 'node:fs';
import { chmod, chown, cp, mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { EmbeddedError } from '../embedded-error.ts';
import { type Binaries } from './find-binaries.ts';
import { canReach, type ServerUser } from './server-user.ts';

/** Where programs and data really lie once everything is reachable by the server's user. */
export interface Place {
  binRoot: string;
  /** Holds `cluster` (PGDATA), the password, the log and our own small state files. */
  folder: string;
}

/**
 * Makes the data folder and makes sure the server's user can reach it and the programs. A checkout inside a closed home
 * folder cannot be reached by another user: then both move to a system folder, a note in `dataDir` remembers where, and
 * `log` says so.
 */
export async function placeCluster(
  dataDir: string,
  binaries: Binaries,
  user: ServerUser,
  log: (line: string) => void,
): Promise<Place> {
  const wanted = resolve(dataDir);
  await makeFolder(wanted);
  const binRoot = canReach(user, join(binaries.root, 'bin')) ? binaries.root : await copyBinaries(binaries, log);
  const folder = await reachableFolder(wanted, user, log);
  return { binRoot, folder };
}

async function makeFolder(folder: string): Promise<void> {
  try {
    await mkdir(folder, { recursive: true });
    const probe = join(folder, `.probe-${process.pid}`);
    await writeFile(probe, '');
    await rm(probe);
  } catch (cause) {
    const reason = (cause as NodeJS.ErrnoException).code ?? 'error';
    throw new EmbeddedError(
      'postgres.folder_not_writable',
      `The data folder ${folder} cannot be written (${reason}): make it writable, choose another one, or set DATABASE_URL to a PostgreSQL of your own.`,
      { cause },
    );
  }
}

async function reachableFolder(wanted: string, user: ServerUser, log: (line: string) => void): Promise<string> {
  const note = join(wanted, 'moved-to');
  const moved = (await readFile(note, 'utf8').catch(() => '')).trim();
  if (moved && existsSync(moved)) return moved;
  if (canReach(user, dirname(wanted)) && (await own(wanted, user))) return wanted;
  const folder = join(systemFolder(), `data-${randomBytes(6).toString('hex')}`);
  await mkdir(folder, { recursive: true });
  if (!(await own(folder, user))) {
    throw new EmbeddedError(
      'postgres.folder_not_writable',
      `Neither ${wanted} nor ${folder} can be given to the user ${user.name ?? 'this one'} that PostgreSQL runs as: use a data folder outside a closed home folder, or set DATABASE_URL.`,
    );
  }
  await writeFile(note, `${folder}\n`);
  log(`PostgreSQL runs as user ${user.name ?? 'this one'}, who cannot reach ${wanted}; its data is in ${folder}`);
  return folder;
}

async function own(folder: string, user: ServerUser): Promise<boolean> {
  try {
    if (user.uid !== undefined && user.gid !== undefined) await chown(folder, user.uid, user.gid);
    await chmod(folder, 0o700);
    return true;
  } catch {
    return false; // Some mounted file systems know no owners.
  }
}

async function copyBinaries(binaries: Binaries, log: (line: string) => void): Promise<string> {
  const target = join(systemFolder(), binaries.version);
  if (existsSync(join(target, 'bin', 'postgres'))) return target;
  log(`Copying PostgreSQL to ${target}, where its user can reach it`);
  const half = `${target}.${process.pid}`;
  await cp(binaries.root, half, { recursive: true, verbatimSymlinks: true });
  await rename(half, target).catch(async (error: unknown) => {
    // Somebody else copied it in the meantime.
    await rm(half, { recursive: true, force: true });
    if (!existsSync(join(target, 'bin', 'postgres'))) throw error;
  });
  return target;
}

function systemFolder(): string {
  const parent = ['/var/lib', '/var/db'].find((folder) => {
    try {
      accessSync(folder, constants.W_OK);
      return true;
    } catch {
      return false;
    }
  });
  return join(parent ?? tmpdir(), 'embedded-postgres');
}
