import { MikroORM } from '@mikro-orm/postgresql';
import pg from 'pg';
import type { Config } from '#config';
import { entities } from '#features';
import { migrationsFolder } from './history.ts';
import { refuseNewerSchema } from './require-schema.ts';
import { ensureRoles, grants } from './roles.ts';

/** Opens the owner's ORM, which migrates and never serves. */
async function openOwner(url: string): Promise<MikroORM> {
  // Serving processes pass through this door for their logins; they need not carry the migrator.
  const { Migrator } = await import('@mikro-orm/migrations');
  return MikroORM.init({
    clientUrl: url,
    entities: [...entities],
    extensions: [Migrator],
    ensureDatabase: false,
    migrations: {
      path: migrationsFolder,
      pathTs: migrationsFolder,
      glob: '*.{ts,js}',
      snapshot: false,
      silent: true,
      transactional: true,
      // Each in a transaction of its own, so that one may go without (an index built beside the traffic).
      allOrNothing: false,
      tableName: 'mikro_orm_migrations',
    },
  });
}

/** The logins and the tables, without what only a served database needs. Safe to repeat. */
export async function applyHistory(client: pg.Client, config: Config): Promise<string[]> {
  await ensureRoles(client, config);
  const orm = await openOwner(config.database.url);
  try {
    return (await orm.migrator.up()).map((migration) => migration.name);
  } finally {
    await orm.close(true);
  }
}

/** Brings the database up to date: logins, tables, queue, grants. Safe to repeat and safe to run twice at once. */
export async function migrate(config: Config): Promise<{ applied: string[] }> {
  const client = new pg.Client({ connectionString: config.database.url, application_name: 'migrate' });
  await client.connect();
  try {
    await client.query('select pg_advisory_lock(7401000)');
    await refuseNewerSchema(client);
    const applied = await applyHistory(client, config);
    const { runMigrations: migrateQueue } = await import('bullmq');
    await migrateQueue(client);
    await client.query(grants);
    return { applied };
  } finally {
    await client.end();
  }
}
