import { randomBytes } from 'node:crypto';
import { accessSync, constants, existsSync } from 'node:fs';
import { chmod, chown, cp, mkdir, readdir, rename, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { EmbeddedError } from '../embedded-error.ts';
import { holdLock } from '../process/hold-lock.ts';
import { type Binaries } from './find-binaries.ts';
import { findMoved, removeAbandoned, stamp } from './moved-folder.ts';
import { canReach, type ServerUser } from './server-user.ts';

/** Where programs and data really lie once everything is reachable by the server's user. */
export interface Place {
  binRoot: string;
  /** Holds `cluster` (PGDATA), the password, the log and our own small state files. */
  folder: string;
}

/**
 * Makes the data folder and makes sure the server's user can reach it and the programs. A checkout inside a closed home
 * folder cannot be reached by another user: then both move to a system folder and `log` says so. A stamp in `dataDir` ties
 * the two together: deleting `dataDir` is a fresh start, and what lay elsewhere is deleted at the next one.
 */
export async function placeCluster(
  dataDir: string,
  binaries: Binaries,
  user: ServerUser,
  log: (line: string) => void,
): Promise<Place> {
  const wanted = resolve(dataDir);
  await makeFolder(wanted);
  const binRoot = canReach(user, join(binaries.root, 'bin', 'postgres'))
    ? binaries.root
    : await copyBinaries(binaries, log);
  // Two first starts at once must not choose two folders.
  const folder = await holdLock(join(wanted, 'place.lock'), () => reachableFolder(wanted, user, log), {
    timeoutMs: 60_000,
    onTimeout: (holder) => startLocked(holder, wanted),
  });
  return { binRoot, folder };
}

/** Another process has not finished starting on this folder. */
export function startLocked(holder: number, folder: string): EmbeddedError {
  return new EmbeddedError(
    'postgres.start_locked',
    `Process ${holder} has been starting PostgreSQL in ${folder} for a minute: wait for it or stop it, then start again.`,
  );
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
  const moved = await findMoved(wanted);
  if (moved) return moved;
  await removeAbandoned(wanted, systemFolder());
  if (canReach(user, dirname(wanted)) && (await own(wanted, user))) return wanted;
  const folder = join(await makeSystemFolder(), `data-${randomBytes(6).toString('hex')}`);
  await mkdir(folder, { recursive: true });
  if (!(await own(folder, user))) {
    throw new EmbeddedError(
      'postgres.folder_not_writable',
      `Neither ${wanted} nor ${folder} can be given to the user ${user.name ?? 'this one'} that PostgreSQL runs as: use a data folder outside a closed home folder, or set DATABASE_URL.`,
    );
  }
  await stamp(wanted, folder);
  log(
    `PostgreSQL runs as user ${user.name ?? 'this one'}, who cannot reach ${wanted}; its data is in ${folder} and goes when that folder is deleted`,
  );
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
  const target = join(await makeSystemFolder(), binaries.version);
  if (existsSync(join(target, 'bin', 'postgres'))) return target;
  log(`Copying PostgreSQL to ${target}, where its user can reach it`);
  const half = `${target}.${process.pid}`;
  await cp(binaries.root, half, { recursive: true, verbatimSymlinks: true });
  await openToAll(half);
  await rename(half, target).catch(async (error: unknown) => {
    // Somebody else copied it in the meantime.
    await rm(half, { recursive: true, force: true });
    if (!existsSync(join(target, 'bin', 'postgres'))) throw error;
  });
  return target;
}

// Under a strict umask an install leaves files that only root may read, and the copy keeps their modes.
async function openToAll(folder: string): Promise<void> {
  await chmod(folder, 0o755);
  for (const entry of await readdir(folder, { recursive: true, withFileTypes: true })) {
    const path = join(entry.parentPath, entry.name);
    if (entry.isSymbolicLink()) continue;
    const runs = entry.isDirectory() || ((await stat(path)).mode & 0o100) !== 0;
    await chmod(path, runs ? 0o755 : 0o644);
  }
}

async function makeSystemFolder(): Promise<string> {
  const folder = systemFolder();
  await mkdir(folder, { recursive: true });
  // The user who looks is not the one who made it, whatever the umask.
  await chmod(folder, 0o755).catch(() => undefined);
  return folder;
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
