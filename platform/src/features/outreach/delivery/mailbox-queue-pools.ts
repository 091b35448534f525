import type { Uuid } from '@tabard/contract';
import type { App } from '#kernel';
import type { MailServer, MailTransportPool } from '#ports';

interface OpenPool {
  pool: MailTransportPool;
  /** What it was opened with: other settings open another one. */
  server: string;
  users: number;
  idle: NodeJS.Timeout | null;
}

/** A pool is closed after so long without work. */
const idleMs = 30_000;
const open = new WeakMap<App, Map<Uuid, OpenPool>>();

/** Lends the connections of a mailbox, kept between runs of its mailbox queue. */
export async function withPool<T>(
  app: App,
  mailboxId: Uuid,
  server: MailServer,
  work: (pool: MailTransportPool) => Promise<T>,
): Promise<T> {
  let pools = open.get(app);
  if (!pools) open.set(app, (pools = new Map()));
  const fingerprint = JSON.stringify(server);
  let entry = pools.get(mailboxId);
  if (entry?.server !== fingerprint) {
    if (entry && entry.users === 0) close(pools, mailboxId, entry);
    const pool = app.ports.mailTransport.open(server, { connections: app.config.sending.connections });
    entry = { pool, server: fingerprint, users: 0, idle: null };
    pools.set(mailboxId, entry);
  }
  if (entry.idle) clearTimeout(entry.idle);
  entry.users += 1;
  try {
    return await work(entry.pool);
  } finally {
    entry.users -= 1;
    const used = entry;
    if (used.users === 0) used.idle = setTimeout(() => close(pools, mailboxId, used), idleMs).unref();
  }
}

function close(pools: Map<Uuid, OpenPool>, mailboxId: Uuid, entry: OpenPool): void {
  if (entry.idle) clearTimeout(entry.idle);
  if (pools.get(mailboxId) === entry) pools.delete(mailboxId);
  void entry.pool.close();
}

/** Says goodbye to every server; for the end of the process. */
export async function closePools(app: App): Promise<void> {
  const pools = open.get(app);
  if (!pools) return;
  const entries = [...pools.values()];
  pools.clear();
  await Promise.all(
    entries.map((entry) => {
      if (entry.idle) clearTimeout(entry.idle);
      return entry.pool.close();
    }),
  );
}
