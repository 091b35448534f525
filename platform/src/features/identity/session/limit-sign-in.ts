import { createHash } from 'node:crypto';
import {
  RateLimiterMemory,
  RateLimiterPostgres,
  RateLimiterRes,
  type RateLimiterAbstract,
} from 'rate-limiter-flexible';
import { fail, type App } from '#kernel';

/** Wrong passwords one address may give for one account, and one address for all accounts, in a quarter of an hour. */
const perAccount = { points: 10, duration: 900 };
const perAddress = { points: 100, duration: 900 };

const limiters = new WeakMap<App, { account: RateLimiterAbstract; address: RateLimiterAbstract }>();

function limitersOf(app: App) {
  const known = limiters.get(app);
  if (known) return known;
  const storeClient = {
    query: async (query: { text: string; values?: unknown[]; name?: string }) => ({
      rows: await app.database.readControl(query.text, query.values, query.name),
    }),
  };
  const make = (keyPrefix: string, limit: { points: number; duration: number }) =>
    new RateLimiterPostgres({
      ...limit,
      keyPrefix,
      storeClient,
      storeType: 'client',
      tableName: 'rate_limit',
      tableCreated: true,
      // Without the database each process counts for itself.
      insuranceLimiter: new RateLimiterMemory({ ...limit, keyPrefix }),
    });
  const made = { account: make('sign-in-account', perAccount), address: make('sign-in-address', perAddress) };
  limiters.set(app, made);
  return made;
}

/** Counts one try; refuses when there were too many. A success takes its own try back. */
export async function limitSignIn(app: App, ip: string, email: string): Promise<{ succeeded(): Promise<void> }> {
  const { account, address } = limitersOf(app);
  const key = createHash('sha256').update(`${ip}\n${email}`).digest('hex');
  try {
    await Promise.all([account.consume(key), address.consume(ip)]);
  } catch (error) {
    if (!(error instanceof RateLimiterRes)) throw error;
    const retryAfter = Math.max(1, Math.ceil(error.msBeforeNext / 1000));
    fail('rate_limit.exceeded', {
      public: `Too many sign-ins with a wrong password. Wait ${Math.ceil(retryAfter / 60)} minute(s), then try again.`,
      retryAfter,
    });
  }
  return {
    async succeeded() {
      await Promise.all([account.delete(key), address.reward(ip)]);
    },
  };
}
