import { readFileSync, statSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { EmbeddedError } from '../embedded-error.ts';

/** The system user the server runs as; empty when we are not root and it simply runs as us. */
export interface ServerUser {
  name?: string;
  uid?: number;
  gid?: number;
}

/** PostgreSQL refuses to run as root, so a root process picks `postgres`, `_postgres` or `nobody`, whichever exists first. */
export function chooseServerUser(): ServerUser {
  return process.getuid?.() === 0 ? pickServerUser(readFileSync('/etc/passwd', 'utf8')) : {};
}

/** The first of the three in the lines of a passwd file. Throws when it has none: `initdb` needs a user with a name. */
export function pickServerUser(passwd: string): ServerUser {
  const users = passwd.split('\n').map((line) => line.split(':'));
  for (const wanted of ['postgres', '_postgres', 'nobody']) {
    const [name, , uid, gid] = users.find((user) => user[0] === wanted) ?? [];
    // macOS writes nobody's ids as -2.
    if (name && uid && gid) return { name, uid: Number(uid) >>> 0, gid: Number(gid) >>> 0 };
  }
  throw new EmbeddedError(
    'postgres.no_user',
    'PostgreSQL does not run as root and this system has neither a user "postgres" nor "nobody": add one with "useradd --system postgres", or start as an ordinary user.',
  );
}

/** Whether the user may walk down to `path` and enter or run it (execute permission on it and on every folder above). */
export function canReach(user: ServerUser, path: string): boolean {
  if (user.uid === undefined) return true;
  for (let folder = resolve(path); ; folder = dirname(folder)) {
    const state = statSync(folder, { throwIfNoEntry: false });
    if (state) {
      const bit = state.uid === user.uid ? 0o100 : state.gid === user.gid ? 0o010 : 0o001;
      if ((state.mode & bit) === 0) return false;
    }
    if (folder === dirname(folder)) return true;
  }
}
