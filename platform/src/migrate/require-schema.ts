import type pg from 'pg';
import { readHistory } from './history.ts';

/** The database's tables are not those that this program was written for. */
export class SchemaError extends Error {
  readonly code: 'schema.empty' | 'schema.older' | 'schema.newer';
  constructor(code: SchemaError['code'], message: string) {
    super(`${message} (${code})`);
    this.name = 'SchemaError';
    this.code = code;
  }
}

const some = (names: readonly string[]) => (names.length > 3 ? `${names.slice(0, 3).join(', ')}, …` : names.join(', '));

/** The migrations that the database has been through; `null` where nothing has ever been migrated. */
async function readApplied(client: Pick<pg.Client, 'query'>): Promise<string[] | null> {
  const { rows: tables } = await client.query<{ there: boolean }>(
    `select to_regclass('public.mikro_orm_migrations') is not null as there`,
  );
  if (!tables[0]?.there) return null;
  const { rows } = await client.query<{ name: string }>('select name from mikro_orm_migrations order by name');
  return rows.map(({ name }) => name);
}

/**
 * Ends with a sentence when the database has been through a migration that this program does not know.
 * @throws SchemaError `schema.newer`
 */
export async function refuseNewerSchema(client: Pick<pg.Client, 'query'>): Promise<void> {
  const [known, applied] = [new Set(await readHistory()), (await readApplied(client)) ?? []];
  const unknown = applied.filter((name) => !known.has(name));
  if (unknown.length > 0)
    throw new SchemaError(
      'schema.newer',
      `The database is newer than this program: it has been through ${some(unknown)}, which is not known here. Start the release that migrated it, or a later one.`,
    );
}

/**
 * Ends with a sentence unless the database has been through exactly the migrations of this program.
 * @throws SchemaError `schema.empty`, `schema.older` or `schema.newer`
 */
export async function requireSchema(client: Pick<pg.Client, 'query'>): Promise<void> {
  await refuseNewerSchema(client);
  const applied = await readApplied(client);
  if (applied === null)
    throw new SchemaError('schema.empty', 'The database has no tables yet: run the command "migrate" first.');
  const missing = (await readHistory()).filter((name) => !applied.includes(name));
  if (missing.length > 0)
    throw new SchemaError(
      'schema.older',
      `The database is older than this program: ${some(missing)} ${missing.length === 1 ? 'has' : 'have'} not been applied. Run the command "migrate" first; it can run while the previous release serves.`,
    );
}
