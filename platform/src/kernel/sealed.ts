import type { App } from './app.ts';
import type { Row, Sql } from './database.ts';

/** Columns of a table that hold sealed texts, each sealed for the workspace (or organization) of its row. */
export interface Sealed {
  table: string;
  columns: readonly string[];
  /** The column of the person that it is sealed for instead, in a table that belongs to no workspace; its primary key. */
  person?: string;
}

/** What was done to a table: texts under today's key now, and texts that no known key opens. */
export interface Resealed {
  resealed: number;
  unreadable: number;
}

/** Rows that one transaction takes, so that none of them holds its locks for long. */
const batchRows = 500;

/**
 * Seals anew what is not under today's encryption key, in batches that may be cut off and begun again at any time, beside a running
 * platform. What no known key opens stays as it is.
 */
export async function resealTable(app: App, sealed: Sealed): Promise<Resealed> {
  const total: Resealed = { resealed: 0, unreadable: 0 };
  if (sealed.person !== undefined) {
    const { person } = sealed;
    await resealRows(app, { sealed, key: person, total }, (work) => app.database.control((_em, sql) => work(sql)));
    return total;
  }
  const scopes = await app.database.readOrganization<{ id: string }>(
    'select id from organization union all select id from workspace',
  );
  for (const { id } of scopes)
    await resealRows(app, { sealed, key: 'id', scope: id, total }, (work) =>
      app.database.write(id, (_em, sql) => work(sql)),
    );
  return total;
}

interface Walk {
  sealed: Sealed;
  /** The column that the rows are walked by. */
  key: string;
  scope?: string;
  total: Resealed;
}

async function resealRows(
  app: App,
  { sealed: { table, columns }, key, scope, total }: Walk,
  transaction: (work: (sql: Sql) => Promise<Row[]>) => Promise<Row[]>,
): Promise<void> {
  const names = columns.map((column) => `"${column}"`);
  const own = scope === undefined ? '$2::uuid is null' : 'workspace_id = $2';
  const values = (more: unknown[]) => [...more.slice(0, 1), scope ?? null, ...more.slice(1)];
  for (let after: unknown = '00000000-0000-0000-0000-000000000000'; after !== undefined;) {
    const rows = await transaction(async (sql) => {
      const found = await sql(
        `select ${key} as walked, ${names.join(', ')} from "${table}"
          where ${own} and ${key} > $1 and coalesce(${names.join(', ')}) is not null order by ${key} limit ${batchRows} for update`,
        values([after]),
      );
      for (const row of found) {
        const changed = resealRow(app, row, { columns, context: scope ?? String(row['walked']), total });
        if (changed)
          await sql(
            `update "${table}" set ${names.map((name, index) => `${name} = $${index + 3}`).join(', ')} where ${own} and ${key} = $1`,
            values([row['walked'], ...changed]),
          );
      }
      return found;
    });
    after = rows.length < batchRows ? undefined : rows.at(-1)?.['walked'];
  }
}

/** The columns' new values; null where all stay. */
function resealRow(
  app: App,
  row: Row,
  { columns, context, total }: { columns: readonly string[]; context: string; total: Resealed },
): unknown[] | null {
  let isChanged = false;
  const texts = columns.map((column) => {
    const text = row[column];
    if (typeof text !== 'string') return text;
    try {
      const anew = app.ports.secrets.reseal(text, context);
      if (anew === null) return text;
      isChanged = true;
      total.resealed++;
      return anew;
    } catch {
      total.unreadable++;
      return text;
    }
  });
  return isChanged ? texts : null;
}
