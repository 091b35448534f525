import { setTimeout as sleep } from 'node:timers/promises';
import type { Uuid } from '@tabard/contract';
import type pg from 'pg';
import { isOpen, type App, type Service } from '#kernel';
import { readMailbox } from './read-mailbox.ts';

/** Milliseconds between two looks for new, changed and orphaned mailboxes. */
const scanMs = 2_000;
/** How long a process that stops waits for readings in the middle of a mail. */
const stopMs = 5_000;
/** Namespace of the locks that share mailboxes between processes; arbitrary and only used here. */
const lockSpace = 7401;

interface WatchedRow {
  id: Uuid;
  workspace_id: Uuid;
  settings: string;
}
interface Watch {
  settings: string;
  abort: AbortController;
  ended: Promise<void>;
}

const live = `
  select id, workspace_id, md5(concat_ws('|', imap_host, imap_port, imap_security, imap_user, imap_password)) as settings
    from mailbox where archived_at is null and imap_host is not null and state in ('active', 'failing') and ${isOpen('workspace_id')} order by id`;

/** Reads every live mailbox that has an IMAP server; the worker processes share them, and take over from one that ends. */
export const mailboxWatch: Service = {
  name: 'mailbox-watch',
  async start(app) {
    const stop = new AbortController();
    const watches = new Map<Uuid, Watch>();
    let locks: pg.PoolClient | null = null;

    /** Begins to read a mailbox that is locked for us. Its place and lock are free when its reading has really ended, whenever that is. */
    const begin = (row: WatchedRow) => {
      const abort = new AbortController();
      const ended = readMailbox(app, { id: row.id, workspaceId: row.workspace_id }, abort.signal)
        .catch((error: unknown) => app.log.error({ err: error, mailboxId: row.id }, 'reading a mailbox broke off'))
        .then(() => {
          if (watches.get(row.id)?.abort !== abort) return;
          watches.delete(row.id);
          return locks?.query('select pg_advisory_unlock($1, hashtext($2))', [lockSpace, row.id]).then(
            () => undefined,
            () => undefined,
          );
        });
      watches.set(row.id, { settings: row.settings, abort, ended });
    };
    const scan = async () => {
      locks ??= await lockConnection(app, () => {
        // With the connection went the locks: another process may read these mailboxes now.
        locks = null;
        for (const watch of watches.values()) watch.abort.abort();
        watches.clear();
      });
      const rows = await app.database.maintain<WatchedRow>(live);
      const wanted = new Map(rows.map((row) => [row.id, row]));
      // Nobody waits for the end of one: a mailbox that hangs must not keep the look at all others.
      for (const [id, watch] of watches) if (wanted.get(id)?.settings !== watch.settings) watch.abort.abort();
      for (const row of rows) {
        if (stop.signal.aborted || !locks || watches.size >= app.config.inbound.connections) break;
        if (watches.has(row.id)) continue;
        const lock = await locks.query<{ taken: boolean }>('select pg_try_advisory_lock($1, hashtext($2)) as taken', [
          lockSpace,
          row.id,
        ]);
        if (lock.rows[0]?.taken) begin(row);
      }
    };
    const loop = (async () => {
      while (!stop.signal.aborted) {
        await scan().catch((error: unknown) =>
          app.log.warn({ err: error }, 'the look for mailboxes failed; trying again'),
        );
        await sleep(scanMs, undefined, { signal: stop.signal }).catch(() => {});
      }
    })();
    return {
      async stop() {
        stop.abort();
        await loop;
        for (const watch of watches.values()) watch.abort.abort();
        const ended = Promise.all([...watches.values()].map((watch) => watch.ended));
        // A mail that is being read right now is read again by whoever comes next.
        await Promise.race([ended, sleep(stopMs, undefined, { ref: false })]);
        // The locks go with their connection.
        locks?.release(true);
      },
    };
  },
};

async function lockConnection(app: App, onLost: () => void): Promise<pg.PoolClient> {
  const client = await app.database.maintenanceClient();
  client.once('error', (error) => {
    app.log.warn({ err: error }, 'the connection that shares mailboxes broke');
    onLost();
    client.release(error);
  });
  return client;
}
