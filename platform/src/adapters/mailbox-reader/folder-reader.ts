import { mkdir, readdir, readFile, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { MailboxReader, MailServer } from '#ports';
import { bare, messageIdOf } from './sent-folder.ts';

/**
 * Mailboxes as folders of `.eml` files, `<root>/<user>/inbox` and `<root>/<user>/sent`: for development without a mail server
 * and for archives of mail. A file's name starts with its number; files are taken in the order of their numbers.
 */
export function createFolderReader({ root }: { root: string }): MailboxReader {
  const folderOf = (server: MailServer, name: 'inbox' | 'sent'): string => {
    if (!/^[\w.@+-]+$/.test(server.user) || server.user.startsWith('.'))
      throw new Error('This user name cannot be the name of a folder.');
    return join(root, server.user, name);
  };
  return {
    async read({ server, resume, since, pollSeconds, onMail, onPosition, onReady }, signal) {
      const folder = folderOf(server, 'inbox');
      const uidValidity = await numberingOf(folder);
      const known = resume?.uidValidity === uidValidity;
      let uid = known ? resume.uid : await startOf(folder, since);
      if (!known) await onPosition({ uidValidity, uid });
      for (let round = 0; !signal.aborted; round++) {
        for (const file of await filesAfter(folder, uid)) {
          if (signal.aborted) return;
          const path = join(folder, file.name);
          const { mtime } = await stat(path);
          const fetch = async () => ({ raw: await readFile(path), cut: false });
          await onMail({ uidValidity, uid: file.uid, receivedAt: mtime, fetch });
          uid = file.uid;
        }
        if (round === 0) onReady?.();
        await sleep(pollSeconds * 1000, undefined, { signal }).catch(() => undefined);
      }
    },
    async findSent(server, messageId) {
      try {
        for (const name of ['sent', 'inbox'] as const) {
          const folder = folderOf(server, name);
          for (const file of await filesAfter(folder, 0))
            if (messageIdOf(await readFile(join(folder, file.name))) === bare(messageId)) return true;
        }
        return false;
      } catch {
        return null;
      }
    },
    async appendSent(server, raw) {
      const folder = folderOf(server, 'sent');
      await mkdir(folder, { recursive: true });
      const last = (await filesAfter(folder, 0)).at(-1)?.uid ?? 0;
      await writeFile(join(folder, `${last + 1}.eml`), raw, { flag: 'wx' }).catch(() => undefined);
    },
    async check(server) {
      try {
        await readdir(folderOf(server, 'inbox'));
        return { ok: true };
      } catch (error) {
        const reason = error instanceof Error ? error.message : String(error);
        return { ok: false, code: 'unreachable', message: `The folder of this mailbox cannot be read: ${reason}` };
      }
    },
  };
}

/** Another folder under the same path is another numbering. */
async function numberingOf(folder: string): Promise<string> {
  const { ino, birthtimeMs } = await stat(folder);
  return `${ino}.${Math.floor(birthtimeMs)}`;
}

/** The number after which reading begins: before the first mail that arrived since. */
async function startOf(folder: string, since: Date): Promise<number> {
  const files = await filesAfter(folder, 0);
  for (const file of files) if ((await stat(join(folder, file.name))).mtime >= since) return file.uid - 1;
  return files.at(-1)?.uid ?? 0;
}

async function filesAfter(folder: string, uid: number): Promise<{ name: string; uid: number }[]> {
  const names = await readdir(folder).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return [];
    throw error;
  });
  return names
    .filter((name) => /^\d+.*\.eml$/.test(name))
    .map((name) => ({ name, uid: Number.parseInt(name, 10) }))
    .filter((file) => file.uid > uid)
    .toSorted((a, b) => a.uid - b.uid);
}
