import { leftBehind, readByTriggers } from '#features';
import type { Sql } from '#kernel';

/** A table that goes into archives, and its columns but for those that the database computes. */
export interface TenantTable {
  name: string;
  columns: string[];
}

/** The tables whose rows go into archives, those that others point at before them; found by looking at the catalog. */
export async function readTenantTables(sql: Sql): Promise<TenantTable[]> {
  const tables = await sql<TenantTable>(
    `select c.relname as name, array_agg(quote_ident(a.attname) order by a.attnum) filter (where a.attgenerated = '') as columns
       from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
      where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') and c.relrowsecurity and not c.relispartition
        and not c.relname = any($1)
      group by c.relname order by c.relname`,
    [Object.keys(leftBehind)],
  );
  const written = await sql<{ name: string; target: string }>(
    `select conrelid::regclass::text as name, confrelid::regclass::text as target from pg_constraint where contype = 'f'`,
  );
  const links = [...written, ...readByTriggers.map(({ table, target }) => ({ name: table, target }))];
  const known = new Map(tables.map((table) => [table.name, table]));
  const ordered = new Set<TenantTable>();
  const take = (name: string): void => {
    const table = known.get(name);
    if (!table || ordered.has(table)) return;
    known.delete(name); // so that a circle ends
    for (const link of links) if (link.name === name) take(link.target);
    ordered.add(table);
  };
  for (const { name } of tables) take(name);
  return [...ordered];
}
