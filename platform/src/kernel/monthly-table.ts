import type { Uuid } from '@tabard/contract';
import type { App } from './app.ts';
import { maintenanceRole, workspaceGuard } from './entity.ts';
import type { Service } from './feature.ts';
import { repeating } from './repeating.ts';

/** A table that is kept by month, in partitions over its column `month`: made ahead, dropped whole when they are old. */
export interface MonthlyTable {
  table: string;
  /** Months that stay beside the current one. */
  kept: number;
  /** Months before the current one that are made with the table, for history that is written into it; those that are kept otherwise. */
  past?: number;
}

/** Months that are there before they are needed. */
const ahead = 2;
/** What belongs to no month that is there, such as rows of a clock that was wrong, lies in a partition of its own. */
const rest = 'rest';

/** The month that belongs to a UUIDv7, as its first day: that of its making. Two rows with the same id always share it. */
export function monthOf(id: Uuid): string {
  const made = new Date(Number.parseInt(id.slice(0, 8) + id.slice(9, 13), 16));
  return `${String(made.getUTCFullYear()).padStart(4, '0')}-${String(made.getUTCMonth() + 1).padStart(2, '0')}-01`;
}

/** The monthly table that a `create table` statement makes. */
export const monthlyTableOf = (statement: string, tables: readonly MonthlyTable[]): MonthlyTable | undefined =>
  tables.find(({ table }) => statement.startsWith(`create table "${table}" `));

/** Turns `create table` of a monthly table into that of a partitioned one. */
export const partitioned = (statement: string, tables: readonly MonthlyTable[]): string =>
  monthlyTableOf(statement, tables) ? `${statement} partition by range ("month")` : statement;

/**
 * What the owner prepares for them all: two functions with which the maintenance login makes and drops months of these tables and
 * does nothing else. Each partition has the wall of its table, although nobody is granted a way past the table.
 */
export function monthFunctions(tables: readonly MonthlyTable[]): string[] {
  const known = tables.map(({ table }) => `'${table}'`).join(', ');
  const head = 'language plpgsql security definer set search_path = pg_catalog, public as';
  return [
    `create or replace function wall_month(name text) returns void ${head} $do$ begin
       execute format('alter table public.%I enable row level security', name);
       execute format('alter table public.%I force row level security', name);
       execute format($q$create policy %I on public.%I ${workspaceGuard}$q$, name || '_guard', name);
     end $do$`,
    `create or replace function make_month(parent text, first date) returns void ${head} $do$
     declare name text := parent || to_char(first, '_YYYY_MM');
     begin
       if parent not in (${known}) then raise exception '% is not kept by month', parent; end if;
       perform pg_advisory_xact_lock(7401002);
       if to_regclass('public.' || name) is not null then return; end if;
       execute format('create table public.%I partition of public.%I for values from (%L) to (%L)', name, parent, first, first + interval '1 month');
       perform public.wall_month(name);
     end $do$`,
    `create or replace function drop_months(parent text, before date) returns setof text ${head} $do$
     declare name text;
     begin
       if parent not in (${known}) then raise exception '% is not kept by month', parent; end if;
       perform pg_advisory_xact_lock(7401002);
       for name in select c.relname from pg_inherits i join pg_class c on c.oid = i.inhrelid
                    where i.inhparent = ('public.' || parent)::regclass and c.relname ~ '_[0-9]{4}_[0-9]{2}$'
                      and to_date(right(c.relname, 7), 'YYYY_MM') < before loop
         execute format('drop table public.%I', name);
         return next name;
       end loop;
     end $do$`,
    'revoke execute on function wall_month(text), make_month(text, date), drop_months(text, date) from public',
    `grant execute on function make_month(text, date), drop_months(text, date) to ${maintenanceRole}`,
  ];
}

/** What follows the making of a monthly table: the place for what belongs to no month, and the first months. */
export const firstMonths = ({ table, kept, past = kept }: MonthlyTable): string[] => [
  `create table "${table}_${rest}" partition of "${table}" default`,
  `select wall_month('${table}_${rest}')`,
  `select make_month('${table}', m::date) from generate_series(date_trunc('month', now()) - interval '${past} months', now() + interval '${ahead} months', interval '1 month') m`,
];

const dayMs = 86_400_000;

/** Makes the months ahead and drops the old ones, at the start and every day; any number of processes may do it at once. */
export function monthKeeper(tables: readonly MonthlyTable[]): Service {
  const keep = async (app: App) => {
    for (const { table, kept } of tables) {
      await app.database.maintain(
        `select make_month($1, m::date) from generate_series(date_trunc('month', now()), now() + interval '${ahead} months', interval '1 month') m`,
        [table],
      );
      const dropped = await app.database.maintain<{ name: string }>(
        'select drop_months($1, (date_trunc($2, now()) - make_interval(months => $3))::date) as name',
        [table, 'month', kept],
      );
      for (const { name } of dropped) app.log.info({ table: name }, 'a month was kept long enough and is gone');
    }
  };
  return repeating('month-keeper', { pauseMs: dayMs, run: keep });
}
