import { startTestPostgres } from '@tabard/embedded';

/**
 * Vitest global setup: one throw-away PostgreSQL for the whole run; every worker finds it by the environment.
 * A server given from outside by `DATABASE_URL` takes its place, so the same tests run on that one.
 */
export async function setup(): Promise<() => Promise<void>> {
  process.env.TEST_POSTGRES_URL ||= process.env.DATABASE_URL;
  if (!process.env.TEST_POSTGRES_URL) delete process.env.TEST_POSTGRES_URL;
  const server = await startTestPostgres();
  return () => server.stop();
}
