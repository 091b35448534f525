import { createHash } from 'node:crypto';
import {
  RateLimiterMemory,
  RateLimiterPostgres,
  RateLimiterRes,
  type RateLimiterAbstract,
} from 'rate-limiter-flexible';
import { fail, networkOf, type App } from '#kernel';

/** Wrong passwords one network may give for one account, and for all accounts, in a quarter of an hour. */
const perAccount = { points: 10, duration: 900 };
const perNetwork = { points: 100, duration: 900 };
/** What is tried: a password, or a code of six digits by whoever knows the password. */
export type Tried = 'password' | 'code';
/** Wrong ones that all networks together may give for one account in an hour, save those it is known from. */
const everywhere: Readonly<Record<Tried, { points: number; duration: number }>> = {
  password: { points: 50, duration: 3600 },
  code: { points: 15, duration: 3600 },
};
/** Days for which an account is known from a network after a sign-in. */
const knownDays = 90;

interface Limiters {
  account: RateLimiterAbstract;
  network: RateLimiterAbstract;
  everywhere: RateLimiterAbstract;
}
const limiters = new WeakMap<App, Partial<Record<Tried, Limiters>>>();

function limitersOf(app: App, tried: Tried): Limiters {
  const all = limiters.get(app) ?? {};
  limiters.set(app, all);
  return (all[tried] ??= makeLimiters(app, tried));
}

function makeLimiters(app: App, tried: Tried): Limiters {
  const storeClient = {
    query: async (query: { text: string; values?: unknown[]; name?: string }) => ({
      rows: await app.database.readOrganization(query.text, query.values, query.name),
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
  const prefix = tried === 'password' ? 'sign-in' : 'sign-in-code';
  return {
    account: make(`${prefix}-account`, perAccount),
    network: make(`${prefix}-address`, perNetwork),
    everywhere: make(`${prefix}-everywhere`, everywhere[tried]),
  };
}

const digest = (...parts: string[]): string => createHash('sha256').update(parts.join('\n')).digest('hex');

/**
 * Counts one try; refuses when there were too many from this network, or for this account from all networks it is not known from. Who
 * has signed in from a network before is not kept out by strangers elsewhere. A success takes its own try back.
 */
export async function limitSignIn(
  app: App,
  ip: string,
  email: string,
  tried: Tried = 'password',
): Promise<{ succeeded(): Promise<void> }> {
  const { account, network, everywhere: all } = limitersOf(app, tried);
  const from = networkOf(ip);
  const [person, personHere] = [digest(email), digest(from, email, ...(tried === 'code' ? [tried] : []))];
  const known = await isKnown(app, personHere);
  try {
    await Promise.all([account.consume(personHere), network.consume(from)]);
    // Only tries that a single network may make count against the account.
    if (!known) await all.consume(person);
  } catch (error) {
    if (!(error instanceof RateLimiterRes)) throw error;
    const retryAfter = Math.max(1, Math.ceil(error.msBeforeNext / 1000));
    fail('rate_limit.exceeded', {
      public: `Too many tries with a wrong password or code. Wait ${Math.ceil(retryAfter / 60)} minute(s), then try again.`,
      retryAfter,
    });
  }
  return {
    async succeeded() {
      await Promise.all([
        account.delete(personHere),
        network.reward(from),
        ...(known ? [] : [all.reward(person)]),
        rememberKnown(app, personHere),
      ]);
    },
  };
}

const knownKey = (personHere: string): string => `sign-in-known:${personHere}`;

async function isKnown(app: App, personHere: string): Promise<boolean> {
  const rows = await app.database
    .readOrganization('select from rate_limit where key = $1 and expire > $2', [knownKey(personHere), Date.now()])
    .catch(() => []);
  return rows.length > 0;
}

/** Kept beside the counts, whose rows go when their time is over. */
async function rememberKnown(app: App, personHere: string): Promise<void> {
  await app.database.readOrganization(
    'insert into rate_limit (key, points, expire) values ($1, 1, $2) on conflict (key) do update set expire = excluded.expire',
    [knownKey(personHere), Date.now() + knownDays * 86_400_000],
  );
}
