import type { EntitySchema } from '@mikro-orm/core';
import type pg from 'pg';
import { auditPolicies } from './expected-policies.ts';
import { maintenanceRole, runtimeRole } from './entity.ts';

/** A hole in the walls between workspaces. */
export interface Finding {
  object: string;
  problem: string;
}

/** Tables that belong to no workspace, each with the reason. Whatever is not here must be a tenant table. */
const globalTables: Readonly<Record<string, string>> = {
  organization: 'the tenancy tree above workspaces',
  workspace: 'the leaves of the tree; looked up before a workspace is known',
  app_user: 'a person may belong to several organizations',
  member: 'which roles a person has where',
  role: 'what a role lets its people do; read before a workspace is known, written in the scope of its place',
  invitation: 'looked up by hash before a workspace is known',
  api_key: 'looked up by hash before a workspace is known',
  embed_session: 'looked up by hash before a workspace is known',
  hosted_page: 'looked up by id before a workspace is known',
  organization_embed_configuration: 'what organizations hand down to workspaces; holds no data of a workspace',
  user_session: 'looked up by hash before a workspace is known',
  second_factor: 'what a person proves with that it is them; a person may belong to several organizations',
  recovery_code: 'what a person proves with that it is them; a person may belong to several organizations',
  passkey: 'what a person signs in with; a person may belong to several organizations',
  user_identity: 'what a person signs in with; a person may belong to several organizations',
  authorization_request: 'looked up by hash before anyone is known',
  passkey_challenge: 'looked up by hash before anyone is known',
  sign_in_request: 'looked up by hash before anyone is known',
  access_link: 'looked up by hash before anyone is known',
  sign_up: 'looked up by hash before anyone is known',
  sign_in_step: 'looked up by hash before anyone is known',
  setup: 'how the installation began; looked up before anyone is known',
  rate_limit: 'failed sign-ins by address and account; looked up before anyone is known',
  event_head: 'the last number the relay gave; holds no data of anyone',
  mikro_orm_migrations: 'the history of the schema',
};

/** PostgreSQL's own schemas. */
const systemSchemas = ['pg_catalog', 'information_schema', 'pg_toast'];

/** The job queue's schema: its payloads are ids, its tables belong to no workspace, and its login makes sequences in it. */
const queueSchema = 'bullmq';

/** Functions that run with their owner's rights, each with the reason. The runtime login may call none of them. */
const definerFunctions: Readonly<Record<string, string>> = {
  'wall_month(text)': 'gives a new partition its guard; called by the next one',
  'make_month(text,date)': 'makes a partition; the maintenance login may own no table',
  'drop_months(text,date)': 'drops old partitions',
  'refresh_statistics(text)': 'analyzes a table that was filled in bulk',
};

const checks: readonly { problem: string; sql: string }[] = [
  {
    problem: 'is no tenant table (no workspace_id uuid not null) and not in the list of global tables',
    sql: `select c.oid::regclass::text as object from tables c where not c.tenant and not c.relname = any($2)`,
  },
  {
    problem: 'does not force row-level security',
    sql: `select c.oid::regclass::text as object from tables c where c.tenant and not (c.relrowsecurity and c.relforcerowsecurity)`,
  },
  {
    problem: `has no restrictive workspace guard for all commands of ${runtimeRole}`,
    sql: `select c.oid::regclass::text as object from tables c where c.tenant and not exists (
            select from pg_policy p where p.polrelid = c.oid and not p.polpermissive and p.polcmd = '*'
               and p.polroles = array[(select oid from pg_roles where rolname = $3)])`,
  },
  {
    problem: 'is a unique or primary key that is not led by workspace_id',
    sql: `select i.indexrelid::regclass::text as object from tables c join pg_index i on i.indrelid = c.oid
           where c.tenant and i.indisunique and not exists (
            select from pg_attribute a where a.attrelid = c.oid and a.attnum = i.indkey[0] and a.attname = 'workspace_id')`,
  },
  {
    problem: 'is a foreign key to a tenant table that does not carry workspace_id',
    sql: `select k.conname as object from pg_constraint k join tables c on c.oid = k.conrelid join tables f on f.oid = k.confrelid
           where k.contype = 'f' and f.tenant and not exists (
            select from unnest(k.conkey, k.confkey) as pair(own, other)
              join pg_attribute a on a.attrelid = k.conrelid and a.attnum = pair.own
              join pg_attribute b on b.attrelid = k.confrelid and b.attnum = pair.other
             where a.attname = 'workspace_id' and b.attname = 'workspace_id')`,
  },
  {
    problem: 'gives the runtime or maintenance login TRUNCATE, REFERENCES or TRIGGER',
    sql: `select c.oid::regclass::text as object from tables c, unnest(array[$3, $4]) as r(name)
           where has_table_privilege(r.name, c.oid, 'TRUNCATE') or has_table_privilege(r.name, c.oid, 'REFERENCES') or has_table_privilege(r.name, c.oid, 'TRIGGER')`,
  },
  {
    problem: 'may bypass row-level security, create roles or databases, or is a superuser',
    sql: `select rolname as object from pg_roles where rolname in ($3, $4)
             and (rolsuper or rolbypassrls or rolcreaterole or rolcreatedb or rolreplication)`,
  },
  {
    problem: 'is a member of another role',
    sql: `select m.member::regrole::text as object from pg_auth_members m where m.member in (select oid from pg_roles where rolname in ($3, $4))`,
  },
  {
    problem: 'is owned by the runtime or maintenance login',
    sql: `select c.oid::regclass::text as object from pg_class c join pg_namespace n on n.oid = c.relnamespace
           where n.nspname <> all($1) and c.relowner in (select oid from pg_roles where rolname in ($3, $4))
             and not (n.nspname = $5 and c.relkind = 'S')`,
  },
  {
    problem:
      "is a view that does not run with its reader's rights (security_invoker), a materialized view or a foreign table",
    sql: `select c.oid::regclass::text as object from pg_class c join pg_namespace n on n.oid = c.relnamespace
           where n.nspname <> all($1)
             and (c.relkind in ('m', 'f') or (c.relkind = 'v' and not coalesce(c.reloptions @> array['security_invoker=true'], false)))
             and exists (select from unnest(array[$3, $4]) r(name)
                          where has_any_column_privilege(r.name, c.oid, 'SELECT, INSERT, UPDATE') or has_table_privilege(r.name, c.oid, 'DELETE'))`,
  },
  {
    problem: "has a rewrite rule, which reads and writes with its owner's rights",
    sql: `select c.oid::regclass::text as object from pg_rewrite w join pg_class c on c.oid = w.ev_class join pg_namespace n on n.oid = c.relnamespace
           where n.nspname <> all($1) and w.rulename <> '_RETURN'`,
  },
  {
    problem: 'is a SECURITY DEFINER function that is not in the list of those, or that the runtime login may call',
    sql: `select f.oid::regprocedure::text as object from pg_proc f join pg_namespace n on n.oid = f.pronamespace
           where n.nspname <> all($1) and f.prosecdef
             and (has_function_privilege($3, f.oid, 'EXECUTE') or n.nspname <> 'public' or f.oid::regprocedure::text <> all($6))`,
  },
  {
    problem: 'lets the runtime or maintenance login create objects',
    sql: `select n.nspname as object from pg_namespace n, unnest(array[$3, $4]) as r(name)
           where n.nspname <> all($1) and n.nspname <> $5 and n.nspname !~ '^pg_' and has_schema_privilege(r.name, n.oid, 'CREATE')`,
  },
];

const tables = `with tables as materialized (
  select c.oid, c.relname, c.relrowsecurity, c.relforcerowsecurity,
         exists (select from pg_attribute a where a.attrelid = c.oid and a.attname = 'workspace_id' and a.attnotnull and a.atttypid = 'uuid'::regtype)
           and not c.relname = any($2) as tenant
    from pg_class c join pg_namespace n on n.oid = c.relnamespace
   where c.relkind in ('r', 'p') and n.nspname <> all($1) and n.nspname !~ '^pg_'
     and (n.nspname <> $5 or exists (select from pg_attribute a where a.attrelid = c.oid and a.attname = 'workspace_id'))
     and $2::text[] is not null and $3::text is not null and $4::text is not null and $6::text[] is not null)`;

/**
 * Looks at every table, policy, key, view, function and grant of every schema; an empty list means no hole was found. `entities` say which
 * policies there should be.
 */
export async function checkTenancy(
  client: Pick<pg.Client, 'query'>,
  entities: readonly EntitySchema[],
): Promise<Finding[]> {
  const values = [
    systemSchemas,
    Object.keys(globalTables),
    runtimeRole,
    maintenanceRole,
    queueSchema,
    Object.keys(definerFunctions),
  ];
  const findings: Finding[] = [];
  for (const { problem, sql } of checks) {
    const { rows } = await client.query<{ object: string }>(`${tables} ${sql}`, values);
    findings.push(...rows.map(({ object }) => ({ object, problem })));
  }
  return [...findings, ...(await auditPolicies(client, entities))];
}
