import * as embedded from '@tabard/embedded';

/**
 * Vitest global setup: one real PostgreSQL for the whole run, its address in `TEST_DATABASE_URL` for every worker.
 * A `TEST_DATABASE_URL` or `DATABASE_URL` given from outside is used as it is: the same tests then run on that server.
 */
export async function setup(): Promise<(() => Promise<void>) | undefined> {
  process.env.TEST_DATABASE_URL ||= process.env.DATABASE_URL;
  if (process.env.TEST_DATABASE_URL) return undefined;
  // Present from the embedded package's first door on; without it tests that need a database say so themselves.
  const start = (embedded as { startTestPostgres?: () => Promise<{ url: string; stop: () => Promise<void> }> })
    .startTestPostgres;
  if (!start) return undefined;
  const server = await start();
  process.env.TEST_DATABASE_URL = server.url;
  return async () => {
    delete process.env.TEST_DATABASE_URL;
    await server.stop();
  };
}
