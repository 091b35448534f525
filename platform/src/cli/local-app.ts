import type { App } from '#kernel';
import { compose } from '../compose.ts';
import { requireSchema } from '../migrate/index.ts';
import { withLocalDatabase } from './local-database.ts';

/** Runs a command with the platform's parts on the local database, whose tables must be those of this release. */
export function withLocalApp<T>(work: (app: App) => Promise<T>): Promise<T> {
  return withLocalDatabase(async ({ config }) => {
    const app = await compose(config);
    try {
      await requireTables(app);
      return await work(app);
    } finally {
      await app.close();
    }
  });
}

async function requireTables({ database }: App): Promise<void> {
  const client = await database.maintenanceClient();
  try {
    await requireSchema(client);
  } finally {
    client.release();
  }
}
