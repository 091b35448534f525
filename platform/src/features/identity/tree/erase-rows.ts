import type { Uuid } from '@tabard/contract';
import { forgetLonePeople } from '#features/identity/user';
import type { App, Row, Sql } from '#kernel';

/** Rows that one statement deletes, so that none of them holds its locks for long. */
const batchRows = 2_000;

/** A table with rows of workspaces or organizations. */
export interface OwnedTable {
  name: string;
  /** Its columns that say whose a row is: `workspace_id`, `organization_id` or both. */
  owners: string[];
  /** What names a row. */
  key: string[];
  /** Whether whoever serves may not delete from it. */
  log: boolean;
}

/** The tree itself, whose rows go last. */
const tree = ['workspace', 'organization'];

/** Every table with rows of workspaces or organizations, those that point at others before them; found by looking at the catalog. */
export async function readOwnedTables(app: App): Promise<OwnedTable[]> {
  const tables = await app.database.readOrganization<OwnedTable>(
    `select c.relname as name,
            array(select a.attname::text from pg_attribute a where a.attrelid = c.oid and not a.attisdropped
                     and a.attname in ('workspace_id', 'organization_id')) as owners,
            array(select quote_ident(a.attname) from pg_index i join pg_attribute a on a.attrelid = c.oid and a.attnum = any(i.indkey)
                   where i.indrelid = c.oid and i.indisprimary) as key,
            not has_table_privilege(c.oid, 'delete') as log
       from pg_class c
      where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') and not c.relispartition and c.relname <> all($1)
        and exists (select from pg_attribute a where a.attrelid = c.oid and not a.attisdropped and a.attname in ('workspace_id', 'organization_id'))
      order by c.relname`,
    [tree],
  );
  const links = await app.database.readOrganization<{ name: string; target: string }>(
    `select distinct conrelid::regclass::text as name, confrelid::regclass::text as target from pg_constraint where contype = 'f'`,
  );
  const left = new Map(tables.map((table) => [table.name, table]));
  const ordered = new Set<OwnedTable>();
  const take = (name: string): void => {
    const table = left.get(name);
    if (!table) return;
    left.delete(name); // so that a circle ends
    for (const link of links) if (link.target === name) take(link.name);
    ordered.add(table);
  };
  for (const { name } of tables) take(name);
  return [...ordered];
}

/**
 * Deletes the rows of a workspace, or of an organization itself, table by table, each batch in a transaction of its own. Gives the number of
 * rows that went; where there was none, nothing is left. `between` runs after each batch.
 */
export async function eraseRows(
  app: App,
  tables: readonly OwnedTable[],
  scopeId: Uuid,
  between: () => Promise<void>,
): Promise<number> {
  const [found] = await app.database.read<{ names: string[] }>(
    scopeId,
    `select array_remove(array[${tables.map((table) => `case when exists (select from "${table.name}" t where ${isOf(table)}) then '${table.name}' end`).join(', ')}], null) as names`,
    [scopeId],
  );
  let gone = 0;
  for (const table of tables.filter(({ name }) => found?.names.includes(name)))
    for (let rows = batchRows; rows === batchRows; gone += rows) {
      rows = table.log
        ? (await app.database.maintain(batchOf(table), [scopeId])).length
        : await app.database.write(scopeId, (_em, sql) => eraseBatch(sql, table, scopeId));
      await between();
    }
  return gone;
}

async function eraseBatch(sql: Sql, table: OwnedTable, scopeId: Uuid): Promise<number> {
  const rows = await sql<Row & { user_id?: Uuid }>(batchOf(table), [scopeId]);
  if (table.name === 'member') await forgetLonePeople(sql, [...new Set(rows.flatMap((row) => row.user_id ?? []))]);
  return rows.length;
}

const isOf = ({ owners }: OwnedTable): string => owners.map((column) => `t.${column} = $1`).join(' or ');

function batchOf(table: OwnedTable): string {
  const key = table.key.map((column) => `t.${column}`).join(', ');
  return `delete from "${table.name}" t where (${key}) in (select ${key} from "${table.name}" t where ${isOf(table)} limit ${batchRows})
    returning ${table.name === 'member' ? 't.user_id' : '1'}`;
}
