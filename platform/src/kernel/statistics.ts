import type { App } from './app.ts';
import { maintenanceRole } from './entity.ts';

/** What the owner prepares: a function with which the maintenance login has the planner look at one of these tables anew. */
export const statisticsFunctions = (tables: readonly string[]): string[] => [
  `create or replace function refresh_statistics(name text) returns void language plpgsql security definer set search_path = pg_catalog, public as $do$
   begin
     if name not in (${tables.map((table) => `'${table}'`).join(', ')}) then raise exception '% is not filled in bulk', name; end if;
     execute format('analyze public.%I', name);
   end $do$`,
  'revoke execute on function refresh_statistics(text) from public',
  `grant execute on function refresh_statistics(text) to ${maintenanceRole}`,
];

/** Fewer new rows than this surprise nobody. */
const manyRows = 1000;

/**
 * Lets the planner know at once that a table has become much larger; autovacuum would tell it within minutes, and until then a
 * workspace of a hundred thousand rows is taken for one of fifty. For after the commit of whatever filled it; a failure costs speed only.
 */
export async function refreshStatistics(app: App, table: string, rows: number): Promise<void> {
  if (rows < manyRows) return;
  await app.database
    .maintain('select refresh_statistics($1)', [table])
    .catch((error: unknown) => app.log.warn({ err: error, table }, 'the statistics of a table could not be refreshed'));
}
