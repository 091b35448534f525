import { migrate } from '../migrate/index.ts';
import { withLocalDatabase } from './local-database.ts';

/** Brings the database up to date and says what was done. */
export function runMigrate(): Promise<number> {
  return withLocalDatabase(async ({ config }) => {
    const { applied } = await migrate(config);
    console.log(applied.length ? `Applied: ${applied.join(', ')}.` : 'The database is up to date.');
    return 0;
  });
}
