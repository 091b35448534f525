import { fileURLToPath } from 'node:url';
import { MikroORM } from '@mikro-orm/postgresql';
import pg from 'pg';
import type { Config } from '#config';
import { entities } from '#features';
import { ensureRoles, grants } from './roles.ts';

/** Folder of the one line of history. */
const folder = fileURLToPath(new URL('../../migrations', import.meta.url));

/** Opens the owner's ORM: for migrations and for writing them, never for serving. */
async function openOwner(url: string): Promise<MikroORM> {
  // Serving processes pass through this door for their logins; they need not carry the migrator.
  const { Migrator } = await import('@mikro-orm/migrations');
  return MikroORM.init({
    clientUrl: url,
    entities: [...entities],
    extensions: [Migrator],
    ensureDatabase: false,
    migrations: {
      path: folder,
      pathTs: folder,
      glob: '*.{ts,js}',
      snapshot: false,
      silent: true,
      transactional: true,
      // Each in a transaction of its own, so that one may go without (an index built beside the traffic).
      allOrNothing: false,
      tableName: 'mikro_orm_migrations',
    },
    schemaGenerator: { ignoreSchema: ['bullmq'] },
  });
}

/** Brings the database up to date: logins, tables, queue, grants. Safe to repeat and safe to run twice at once. */
export async function migrate(config: Config): Promise<{ applied: string[] }> {
  const client = new pg.Client({ connectionString: config.database.url, application_name: 'migrate' });
  await client.connect();
  try {
    await client.query('select pg_advisory_lock(7401000)');
    await ensureRoles(client, config);
    const orm = await openOwner(config.database.url);
    try {
      const applied = await orm.migrator.up();
      const { runMigrations: migrateQueue } = await import('bullmq');
      await migrateQueue(client);
      await client.query(grants);
      return { applied: applied.map((migration) => migration.name) };
    } finally {
      await orm.close(true);
    }
  } finally {
    await client.end();
  }
}
