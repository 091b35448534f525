import { setTimeout as sleep } from 'node:timers/promises';
import type { Uuid } from '@tabard/contract';
import type pg from 'pg';
import {
  clearMailboxProblem,
  mailServerColumns,
  mailServerOf,
  receivingProblem,
  reportMailboxProblem,
  type MailServerRow,
} from '#features/outreach/mailbox';
import { jobPrincipal, openScope, type App, type CallScope, type Service } from '#kernel';
import type { ReceivedMail } from '#ports';
import { ingestMail } from './ingest-mail.ts';

/** Milliseconds between two looks for new, changed and orphaned mailboxes. */
const scanMs = 2_000;
const longestWaitMs = 300_000;
/** Refusals of the password in a row after which a person has to look. */
const patience = 3;
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
    from mailbox where archived_at is null and imap_host is not null and state in ('active', 'failing') order by id`;

/** Reads every live mailbox that has an IMAP server; the worker processes share them, and take over from one that ends. */
export const mailboxWatch: Service = {
  name: 'mailbox-watch',
  async start(app) {
    const stop = new AbortController();
    const watches = new Map<Uuid, Watch>();
    let locks: pg.PoolClient | null = null;

    const end = async (id: Uuid, watch: Watch) => {
      watch.abort.abort();
      await watch.ended;
      watches.delete(id);
      await locks?.query('select pg_advisory_unlock($1, hashtext($2))', [lockSpace, id]).catch(() => {});
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
      for (const [id, watch] of watches) if (wanted.get(id)?.settings !== watch.settings) await end(id, watch);
      for (const row of rows) {
        if (stop.signal.aborted || !locks || watches.size >= app.config.inbound.connections) break;
        if (watches.has(row.id)) continue;
        const lock = await locks.query<{ taken: boolean }>('select pg_try_advisory_lock($1, hashtext($2)) as taken', [
          lockSpace,
          row.id,
        ]);
        if (!lock.rows[0]?.taken) continue;
        const abort = new AbortController();
        watches.set(row.id, { settings: row.settings, abort, ended: watch(app, row, abort.signal) });
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
        await Promise.all([...watches.values()].map((watch) => watch.ended));
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

/** Reads one mailbox until told to stop, again and again, with longer waits while it fails. */
async function watch(app: App, { id, workspace_id: workspaceId }: WatchedRow, signal: AbortSignal): Promise<void> {
  const scope = openScope(app, workspaceId, jobPrincipal('mailbox-watch', workspaceId));
  let failures = 0;
  while (!signal.aborted) {
    try {
      await readOnce(scope, id, signal, () => {
        failures = 0;
      });
    } catch (error) {
      if (signal.aborted) return;
      failures += 1;
      await noteFailure(scope, id, error, failures).catch((cause: unknown) =>
        app.log.warn({ err: cause, mailboxId: id }, 'a mailbox problem could not be noted'),
      );
    }
    const wait = Math.min(1_000 * 2 ** Math.min(failures, 12), longestWaitMs) * (0.75 + Math.random() / 2);
    await sleep(wait, undefined, { signal }).catch(() => {});
  }
}

async function readOnce(scope: CallScope, id: Uuid, signal: AbortSignal, onReady: () => void): Promise<void> {
  const { app, workspaceId } = scope;
  const [row] = await scope.read<
    MailServerRow & { uid_validity: string | null; last_uid: number; problem: string | null }
  >(
    `select ${mailServerColumns}, m.uid_validity, m.last_uid, m.problem from mailbox m where m.workspace_id = $1 and m.id = $2`,
    [workspaceId, id],
  );
  if (!row) return;
  const store = (position: { uidValidity: string; uid: number }) =>
    scope.write(
      async ({ sql }) =>
        void (await sql('update mailbox set uid_validity = $3, last_uid = $4 where workspace_id = $1 and id = $2', [
          workspaceId,
          id,
          position.uidValidity,
          position.uid,
        ])),
    );
  const take = async (mail: ReceivedMail) => {
    const { uidValidity, uid, raw, receivedAt } = mail;
    try {
      await ingestMail(scope, { mailboxId: id, raw, receivedAt, position: { uidValidity, uid } });
    } catch (error) {
      if (!isPoison(error)) throw error;
      // One mail that cannot be taken in must not keep all later ones out; its bytes are in the store.
      app.log.error({ err: error, mailboxId: id, uid }, 'a received mail was passed over');
      await store(mail);
    }
  };
  await app.ports.mailboxReader.read(
    {
      server: mailServerOf(app, row, 'imap'),
      resume: row.uid_validity === null ? null : { uidValidity: row.uid_validity, uid: row.last_uid },
      pollSeconds: app.config.inbound.pollSeconds,
      onMail: take,
      onPosition: store,
      onReady: () => {
        onReady();
        if (row.problem?.startsWith(receivingProblem))
          void scope.write((write) => clearMailboxProblem(write, id)).catch(() => {});
      },
    },
    signal,
  );
}

async function noteFailure(scope: CallScope, mailboxId: Uuid, error: unknown, failures: number): Promise<void> {
  scope.app.log.info({ err: error, mailboxId, failures }, 'reading a mailbox failed');
  const refused = error instanceof Error && 'code' in error && error.code === 'authentication_failed';
  // Servers end connections for reasons of their own; once is no problem.
  if (!refused && failures < 2) return;
  const said = error instanceof Error ? error.message : 'The mail server cannot be reached.';
  await scope.write((write) =>
    reportMailboxProblem(write, mailboxId, {
      state: refused && failures >= patience ? 'disconnected' : 'failing',
      problem: receivingProblem + said,
    }),
  );
}

/** Whether the same mail will fail again: its data is refused, or our own code stumbles over it. */
function isPoison(error: unknown): boolean {
  if (error instanceof TypeError || error instanceof RangeError) return true;
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  return typeof code === 'string' && /^(22|23|54)/.test(code);
}
