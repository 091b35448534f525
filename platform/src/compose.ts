import pino, { type Logger } from 'pino';
import { createBlobStore } from '#adapters/blob-store';
import { createPostgresBus, createRedisBus } from '#adapters/bus';
import { createMemoryCounter, createRedisCounter } from '#adapters/call-counter';
import { systemClock } from '#adapters/clock';
import { createFileScanner } from '#adapters/file-scanner';
import { checkingApart } from '#adapters/mail-check';
import { createMailTransport } from '#adapters/mail-transport';
import { createImapReader } from '#adapters/mailbox-reader';
import { createQueue } from '#adapters/queue';
import { createDerivedSecrets } from '#adapters/secrets';
import { createWebClient } from '#adapters/web-client';
import type { Config } from '#config';
import { entities, forgetting, searchParts, snapshotParts } from '#features';
import { currentTrace, Database, type App } from '#kernel';
import type { Ports } from '#ports';
import { loginUrls } from './migrate/index.ts';

/** Makes the platform from its configuration: adapters, database, queue. `ports` replaces single adapters. */
export async function compose(
  config: Config,
  options: { ports?: Partial<Ports>; log?: Logger } = {},
): Promise<App & { close(): Promise<void> }> {
  const log =
    options.log ??
    pino({
      level: config.process.logLevel,
      mixin: currentTrace,
      redact: ['password', '*.password', 'token', '*.token', '*.secret', 'authorization'],
    });
  const { runtimeUrl, maintenanceUrl } = loginUrls(config);
  // The driver hangs its whole connection onto the error; a log needs two words of it.
  let closed = false;
  const onError = ({ message, code }: Error & { code?: string }) => {
    // The last sockets may still see their server stop.
    if (!closed) log.warn({ code, reason: message }, 'a connection broke');
  };
  const { redisUrl } = config.queue;
  const database = await Database.open({
    runtimeUrl,
    maintenanceUrl,
    pool: config.database.pool,
    entities: [...entities],
    onError,
  });
  const jobs = createQueue({ redisUrl, postgresUrl: runtimeUrl, concurrency: config.queue.concurrency, onError });
  const ports: Ports = {
    clock: systemClock,
    secrets: createDerivedSecrets(config.secrets),
    bus: redisUrl ? createRedisBus(redisUrl, onError) : createPostgresBus(maintenanceUrl, onError),
    callCounter: redisUrl ? createRedisCounter(redisUrl, onError) : createMemoryCounter(),
    blobs: createBlobStore(config.storage),
    fileScanner: createFileScanner(config.storage.scanner),
    webClient: createWebClient(config.identityProviders),
    ...checkingApart(
      { mailTransport: createMailTransport(config.sending), mailboxReader: createImapReader(config.sending) },
      config.sending,
    ),
    ...options.ports,
  };
  return {
    config,
    log,
    database,
    jobs,
    ports,
    snapshotParts,
    searchParts,
    forgetting,
    async close() {
      closed = true;
      await jobs.close();
      await ports.bus.close();
      await ports.callCounter.close();
      await database.close();
    },
  };
}
