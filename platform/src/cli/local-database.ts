import { join } from 'node:path';
import { createDatabase, startPostgres } from '@tabard/embedded';
import pg from 'pg';
import { ensureHome, loadConfig, localEnvironment, localPlaces, type Config, type LocalPlaces } from '#config';
import { seedEnded, seedWasCutOff } from './seed-marker.ts';

/** A database to work on and the configuration that goes with it. */
export interface LocalDatabase {
  places: LocalPlaces;
  config: Config;
  /** The environment that the configuration was read from, for child processes. */
  env: NodeJS.ProcessEnv;
  /** Stops the database if it is ours and nobody else uses it. */
  stop(): Promise<void>;
}

/** Opens the database that DATABASE_URL names, or starts (or joins) the one in the home folder. */
export async function openLocalDatabase(
  log: (line: string) => void = () => undefined,
  given: NodeJS.ProcessEnv = process.env,
): Promise<LocalDatabase> {
  const places = localPlaces(given);
  if (places.databaseUrl) {
    const env = await localEnvironment(places, places.databaseUrl, given);
    return { places, env, config: loadConfig(env), stop: async () => undefined };
  }
  await ensureHome(places.home);
  const server = await startPostgres({ dataDir: join(places.home, 'postgres'), log });
  try {
    if (await seedWasCutOff(places)) {
      log('The demo was cut off while it was written; writing it anew.');
      await dropDatabase(server.url, 'platform');
      await seedEnded(places);
    }
    const env = await localEnvironment(places, await createDatabase(server.url, 'platform'), given);
    return { places, env, config: loadConfig(env), stop: () => server.stop() };
  } catch (error) {
    await server.stop();
    throw error;
  }
}

async function dropDatabase(url: string, name: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  await client.query(`drop database if exists ${pg.escapeIdentifier(name)} with (force)`);
  await client.end();
}

/** Runs a command on the local database and closes it behind. */
export async function withLocalDatabase<T>(
  work: (local: LocalDatabase) => Promise<T>,
  env: NodeJS.ProcessEnv = process.env,
): Promise<T> {
  const local = await openLocalDatabase((line) => console.log(line), env);
  try {
    return await work(local);
  } finally {
    await local.stop();
  }
}
