import pg from 'pg';
import type { Config } from '#config';
import { consumers } from '#features';
import { readLag, rewindConsumer, type ConsumerLag } from '#kernel';
import { loginUrls } from '../migrate/index.ts';
import { CommandError } from './command.ts';
import { withLocalDatabase } from './local-database.ts';

const names = consumers.map(({ name }) => name);

/** Runs something as the maintenance login, which sees the events of all workspaces. */
async function asMaintenance<T>(
  config: Config,
  work: (database: Parameters<typeof readLag>[0]) => Promise<T>,
): Promise<T> {
  const client = new pg.Client({ connectionString: loginUrls(config).maintenanceUrl });
  await client.connect().catch((cause: unknown) => {
    throw new CommandError(
      `The maintenance login cannot reach the database (${cause instanceof Error ? cause.message : String(cause)}): use "npm run tabard -- migrate" with the same SECRET_KEY.`,
      { cause },
    );
  });
  try {
    return await work({
      maintain: async <R extends object>(text: string, values?: unknown[]) =>
        (await client.query<R>(text, values)).rows,
    });
  } finally {
    await client.end();
  }
}

/** How far every consumer is behind. */
export const lagOfConsumers = (config: Config): Promise<ConsumerLag[]> =>
  asMaintenance(config, (database) => readLag(database, names));

/** What stands behind a consumer's name. */
export const describeLag = ({ consumer, waiting, workspaces, seconds, setAside }: ConsumerLag): string =>
  `${consumer}: ${waiting === 0 ? 'nothing waits' : `${waiting} events wait in ${workspaces} workspace(s), the oldest for ${seconds} s`}` +
  (setAside > 0 ? `; ${setAside} set aside, see the table set_aside_event` : '');

/** Prints a line for each consumer. */
export function runConsumersReport(): Promise<number> {
  return withLocalDatabase(async ({ config }) => {
    for (const lag of await lagOfConsumers(config)) console.log(describeLag(lag));
    return 0;
  });
}

/** Moves a consumer back. A running platform hears from there within seconds. */
export function runRewind(args: string[]): Promise<number> {
  const [consumer, option, value, ...rest] = args;
  if (!consumer || !names.includes(consumer)) throw new CommandError(`Name a consumer: one of ${names.join(', ')}.`);
  if (rest.length > 0 || (option !== undefined && (option !== '--to' || value === undefined)))
    throw new CommandError('Only --to <position or time> may follow the consumer.');
  const to = placeOf(value);
  return withLocalDatabase(async ({ config }) => {
    const moved = await asMaintenance(config, (database) => rewindConsumer(database, consumer, to));
    console.log(`${consumer} goes back in ${moved} workspace(s).`);
    return 0;
  });
}

function placeOf(value: string | undefined): { position: string } | { since: Date } {
  if (value === undefined) return { position: '0' };
  if (/^\d{1,18}$/.test(value)) return { position: value };
  const since = new Date(value);
  if (Number.isNaN(since.getTime()))
    throw new CommandError(`"${value}" is neither a position (1200) nor a time (2026-03-01T09:00Z).`);
  return { since };
}
