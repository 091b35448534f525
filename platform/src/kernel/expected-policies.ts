import type { EntitySchema } from '@mikro-orm/core';
import type pg from 'pg';
import type { Finding } from './tenancy-check.ts';
import { placePolicies, runtimeRole, tenantPolicies } from './entity.ts';

interface PolicyRow {
  object: string;
  schema: string;
  table: string;
  partition: boolean;
  name: string;
  permissive: boolean;
  command: string;
  roles: string[];
  using: string | null;
  check: string | null;
}

const readPolicies = `
  select c.oid::regclass::text as object, n.nspname as schema, c.relname as table, c.relispartition as partition, p.polname as name,
         p.polpermissive as permissive, p.polcmd as command,
         array(select coalesce(r.rolname::text, 'public') from unnest(p.polroles) as given(id) left join pg_roles r on r.oid = given.id) as roles,
         pg_get_expr(p.polqual, p.polrelid) as using, pg_get_expr(p.polwithcheck, p.polrelid) as check
    from pg_policy p join pg_class c on c.oid = p.polrelid join pg_namespace n on n.oid = c.relnamespace`;

const commands: Readonly<Record<string, string>> = { '*': 'all', r: 'select', a: 'insert', w: 'update', d: 'delete' };

/** How PostgreSQL writes the guard's expression back, without its spaces and the name it makes up for the column. */
const guardExpression =
  "(workspace_id=(SELECT(NULLIF(current_setting('app.workspace_id'::text,true),''::text))::uuid))";
const bare = (expression: string | null): string | null => expression && expression.replaceAll(/\s|\bAS "nullif"/g, '');

/** Everything about a policy, in one line that is the same for what was declared and for what is there. */
type Line = string;
const line = (
  permissive: boolean,
  command: string,
  roles: readonly string[],
  using: string | null,
  check: string | null,
): Line => [permissive ? 'permissive' : 'restrictive', command, roles.join(), using ?? '-', check ?? '-'].join(' | ');

/**
 * Holds every policy of every schema against what the entities declare, word for word: what is not declared, says something else or is
 * missing is a hole. A partition has its table's guard and nothing else.
 */
export async function auditPolicies(
  client: Pick<pg.Client, 'query'>,
  entities: readonly EntitySchema[],
): Promise<Finding[]> {
  const declared = new Map(
    entities.map((entity) => [entity.meta.tableName, declaredLines(entity.meta.policies ?? [])]),
  );
  const guard = declaredLines(tenantPolicies('any').slice(0, 1)).get('any_guard');
  const { rows } = await client.query<PolicyRow>(readPolicies);
  const findings: Finding[] = [];
  const seen = new Set<string>();
  for (const row of rows) {
    const wanted =
      row.schema !== 'public'
        ? undefined
        : row.partition
          ? row.name === `${row.table}_guard` && guard
          : declared.get(row.table)?.get(row.name);
    const there = line(
      row.permissive,
      commands[row.command] ?? row.command,
      row.roles,
      bare(row.using),
      bare(row.check),
    );
    if (wanted === there) seen.add(`${row.table}.${row.name}`);
    else
      findings.push({
        object: `${row.object}.${row.name}`,
        problem: wanted ? `is not the policy that was declared: ${there}` : 'is a policy that nothing declares',
      });
  }
  for (const [table, policies] of declared)
    for (const name of policies.keys())
      if (!seen.has(`${table}.${name}`))
        findings.push({ object: table, problem: `lacks its policy ${name}, or has another` });
  return findings;
}

function declaredLines(policies: ReturnType<typeof tenantPolicies>): Map<string, Line> {
  const own = tenantPolicies('any')[0]?.using;
  const ofPlace = placePolicies('any').at(-1)?.using;
  const written = (expression: unknown): string | null => {
    if (typeof expression !== 'string') return null;
    if (expression === ofPlace) return guardExpression.replace('workspace_id', 'scope_id');
    return expression === own ? guardExpression : bare(expression);
  };
  return new Map(
    policies.map((policy) => [
      String(policy.name),
      line(
        policy.type !== 'restrictive',
        policy.command ?? 'all',
        policy.roles ?? [runtimeRole],
        written(policy.using),
        written(policy.check),
      ),
    ]),
  );
}
