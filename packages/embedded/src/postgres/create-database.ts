import pg from 'pg';

/** Runs statements on one short-lived connection. */
export async function withClient<T>(url: string, act: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: url });
  client.on('error', () => undefined);
  await client.connect();
  try {
    return await act(client);
  } finally {
    await client.end();
  }
}

/** The same server and user, another database. */
export function onDatabase(url: string, name: string): string {
  const target = new URL(url);
  target.pathname = `/${encodeURIComponent(name)}`;
  return target.href;
}

/** Makes a database unless it exists and returns its connection string. */
export async function createDatabase(url: string, name: string): Promise<string> {
  await withClient(url, async (client) => {
    const known = await client.query('select 1 from pg_database where datname = $1', [name]);
    if (known.rowCount) return;
    await client.query(`create database ${pg.escapeIdentifier(name)}`).catch((error: unknown) => {
      // Two starters may come here together; the second finds it made (duplicate_database, or its unique index).
      const code = error instanceof pg.DatabaseError ? error.code : undefined;
      if (code !== '42P04' && code !== '23505') throw error;
    });
  });
  return onDatabase(url, name);
}
