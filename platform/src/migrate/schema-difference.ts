import { MikroORM } from '@mikro-orm/postgresql';
import pg from 'pg';
import {
  bulkTables,
  entities,
  links,
  linkStatement,
  monthlyTables,
  triggerFunctions,
  unlinkStatement,
} from '#features';
import {
  firstMonths,
  foldTextFunction,
  monthFunctions,
  monthlyTableOf,
  partitioned,
  spreadEventsFunction,
  statisticsFunctions,
} from '#kernel';

/** What stands in the database beside the columns, as PostgreSQL itself writes it. */
const catalog = `
  select 'policy', polrelid::regclass || '.' || polname,
         concat_ws(' | ', polcmd, polpermissive, polroles::regrole[], pg_get_expr(polqual, polrelid), pg_get_expr(polwithcheck, polrelid))
    from pg_policy
  union all select 'constraint', conrelid::regclass || '.' || conname, pg_get_constraintdef(oid)
    from pg_constraint where connamespace = 'public'::regnamespace
  union all select 'index', indexrelid::regclass::text, pg_get_indexdef(indexrelid)
    from pg_index join pg_class c on c.oid = indexrelid where c.relnamespace = 'public'::regnamespace
  union all select 'function', oid::regprocedure::text, pg_get_functiondef(oid) || coalesce(proacl::text, '')
    from pg_proc where pronamespace = 'public'::regnamespace and prokind = 'f'
     and not exists (select from pg_depend d where d.objid = pg_proc.oid and d.deptype = 'e')
  union all select 'trigger', tgrelid::regclass || '.' || tgname, pg_get_triggerdef(oid)
    from pg_trigger where not tgisinternal and tgparentid = 0 and tgrelid in (select oid from pg_class where relnamespace = 'public'::regnamespace)
  order by 1, 2`;

/** The functions that the entities know nothing of; each list stands or falls as one. */
const declaredFunctions = () => [
  monthFunctions(monthlyTables),
  statisticsFunctions(bulkTables),
  [foldTextFunction],
  [spreadEventsFunction],
  triggerFunctions,
];

/**
 * What separates a migrated database from the entities, links and functions of this program, as statements; none when nothing does.
 * Whether a policy, check, link or function differs is not judged by its text, which PostgreSQL rewrites, but by making it
 * anew in a transaction that is taken back, and looking whether the catalog says anything else afterwards.
 * @param url the owner's address of the database.
 */
export async function schemaDifference(url: string): Promise<string[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await client.query('begin');
    const changes = (statements: readonly string[]) => changesCatalog(client, statements);
    const found = await withoutSame(await ormDifference(url), changes);
    const functions: string[] = [];
    for (const list of declaredFunctions()) if (await changes(list)) functions.push(...list);
    const made = monthlyTables.filter((table) => found.some((one) => monthlyTableOf(one, [table])));
    return [
      ...found.map((statement) => partitioned(statement, monthlyTables)),
      ...functions,
      ...(await undeclaredFunctions(client)),
      ...(await missingLinks(client)),
      ...made.flatMap(firstMonths),
    ];
  } finally {
    await client.query('rollback').catch(() => undefined);
    await client.end();
  }
}

/** What MikroORM finds. It leaves functions alone, and takes every link and every trigger for a stranger. */
async function ormDifference(url: string): Promise<string[]> {
  const orm = await MikroORM.init({
    clientUrl: url,
    entities: [...entities],
    ensureDatabase: false,
    discovery: { checkDuplicateTableNames: true },
    // The job queue keeps its own history.
    schemaGenerator: { ignoreSchema: ['bullmq'], ignoreRoutines: true, ignoreTriggers: true },
  });
  try {
    const sql = await orm.schema.getUpdateSchemaSQL({ wrap: false });
    const declared = new Set([...links.map(unlinkStatement), ...triggerFunctions.flatMap(untriggerStatements)]);
    return sql
      .split(/;\n+/)
      .map((statement) => statement.replace(/;$/, '').trim())
      .filter((statement) => statement !== '' && !declared.has(statement));
  } finally {
    await orm.close(true);
  }
}

/** How MikroORM takes a trigger away that no entity declares, and the function that it would have made for it. */
function untriggerStatements(statement: string): string[] {
  const [, name, table] = /^create or replace trigger (\w+)[\s\S]*? on (\w+)\s/.exec(statement) ?? [];
  return name && table
    ? [`drop trigger if exists "${name}" on "${table}"`, `drop function if exists "${table}_${name}_fn"()`]
    : [];
}

/** Takes out what is dropped only to be made again as it was. */
async function withoutSame(
  statements: readonly string[],
  changes: (statements: readonly string[]) => Promise<boolean>,
): Promise<string[]> {
  const pairs = statements.flatMap((drop) => {
    const constraint = /^alter table "\w+" drop constraint "(\w+)"$/.exec(drop)?.[1];
    if (!constraint && !drop.startsWith('drop policy ')) return [];
    const start = `${constraint ? drop.replace(' drop ', ' add ') : drop.replace('drop', 'create')} `;
    const make = statements.find((statement) => statement.startsWith(start));
    return make ? [{ drop, make, again: constraint ? restated(drop, constraint) : '' }] : [];
  });
  const same = new Set<string>();
  // All at once is quick, and mostly enough.
  const allSame = !(await changes(pairs.flatMap(({ drop, make }) => [drop, make])));
  for (const { drop, make, again } of pairs)
    if (allSame || !(await changes([drop, make])) || (again && !(await changes([drop, make, again]))))
      same.add(drop).add(make);
  return statements.filter((statement) => !same.has(statement));
}

/** Makes a constraint once more from PostgreSQL's own words, as a restored backup does, which may change the words once. */
const restated = (drop: string, name: string) => `do $do$
  declare words text := (select pg_get_constraintdef(oid) from pg_constraint where conname = '${name}' and connamespace = 'public'::regnamespace);
  begin
    execute '${drop}';
    execute '${drop.replace(' drop ', ' add ')} ' || words;
  end $do$`;

async function changesCatalog(client: pg.Client, statements: readonly string[]): Promise<boolean> {
  const look = async () => JSON.stringify((await client.query({ text: catalog, rowMode: 'array' })).rows);
  const before = await look();
  await client.query('savepoint look');
  try {
    for (const statement of statements) await client.query(statement);
    return (await look()) !== before;
  } catch (error) {
    // What stands on a table that is yet to be made is yet to be made itself.
    if ((error as { code?: string }).code === '42P01') return true;
    throw error;
  } finally {
    await client.query('rollback to savepoint look');
  }
}

/** Links that are declared and not there, or there in another form. */
async function missingLinks(client: pg.Client): Promise<string[]> {
  const statements: string[] = [];
  for (const link of links) {
    const [drop, make] = [unlinkStatement(link), linkStatement(link)];
    const { rowCount } = await client.query(
      'select from pg_constraint where conrelid = to_regclass($1) and conname = $2',
      [link.table, `${link.table}_${link.column}_link`],
    );
    if (!rowCount) statements.push(make);
    else if (await changesCatalog(client, [drop, make])) statements.push(drop, make);
  }
  return statements;
}

/** Functions of the database that no list declares. */
async function undeclaredFunctions(client: pg.Client): Promise<string[]> {
  const declared = declaredFunctions()
    .flat()
    .flatMap((statement) => /^create or replace function (\w+)/.exec(statement)?.[1] ?? []);
  const { rows } = await client.query<{ signature: string }>(
    `select oid::regprocedure::text as signature from pg_proc where pronamespace = 'public'::regnamespace and proname <> all($1)
        and not exists (select from pg_depend d where d.objid = pg_proc.oid and d.deptype = 'e')`,
    [declared],
  );
  return rows.map(({ signature }) => `drop function ${signature}`);
}
