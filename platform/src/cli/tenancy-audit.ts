import pg from 'pg';
import { entities } from '#features';
import { checkTenancy } from '#kernel';
import { withLocalDatabase } from './local-database.ts';

/** Prints every hole in the walls between workspaces; the last line counts them. */
export function runTenancyAudit(): Promise<number> {
  return withLocalDatabase(async ({ config }) => {
    const client = new pg.Client({ connectionString: config.database.url });
    await client.connect();
    try {
      const { rows } = await client.query<{ migrated: boolean }>(
        `select to_regclass('mikro_orm_migrations') is not null as migrated`,
      );
      // An empty database has no holes because it has no walls.
      const findings = rows[0]?.migrated
        ? await checkTenancy(client, entities)
        : [{ object: 'the database', problem: 'has no tables yet: run migrate first' }];
      for (const { object, problem } of findings) console.log(`${object} ${problem}`);
      console.log(`${findings.length} findings`);
      return findings.length === 0 ? 0 : 1;
    } finally {
      await client.end();
    }
  });
}
