import { createRequire } from 'node:module';
import type * as embedded from '@tabard/embedded';

// Loaded by Node itself: the runner that loads setup files has no `import.meta.resolve`, which finds the server's binaries.
const { startTestPostgres } = createRequire(import.meta.url)('@tabard/embedded') as typeof embedded;

/**
 * Vitest global setup: one throw-away PostgreSQL for the whole run; every worker finds it by the environment.
 * A server given from outside by `DATABASE_URL` takes its place, so the same tests run on that one.
 */
export async function setup(): Promise<() => Promise<void>> {
  const { DATABASE_URL, TEST_POSTGRES_URL } = process.env;
  if (!TEST_POSTGRES_URL && DATABASE_URL) process.env.TEST_POSTGRES_URL = DATABASE_URL;
  const server = await startTestPostgres();
  return () => server.stop();
}
