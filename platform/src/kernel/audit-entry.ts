import { fromPublicId, idPrefixes, snakeCase, toPublicId, type IdKind, type Uuid } from '@tabard/contract';
import type { z } from 'zod';
import type { App } from './app.ts';
import type { Sql } from './database.ts';
import { actorOf, type Actor, type Principal } from './principal.ts';
import { plainText, privateFields, redact, redacted } from './redact.ts';
import { currentTrace } from './request-context.ts';
import { monthOf } from './monthly-table.ts';
import { newId } from './uuid.ts';

/** Where an action comes from. */
export interface Origin {
  ip: string | null;
  userAgent: string | null;
}

/** An action that goes into the audit log. */
export interface AuditedAct {
  actor: Actor | null;
  /** The host's own user for whom an embed session acts. */
  onBehalfOf?: string | null;
  origin: Origin;
  act: string;
  outcome: string;
  input: unknown;
  subjects: readonly string[];
}

/** One row before an action, and where it lies. */
export interface RowBefore {
  table: string;
  id: Uuid;
  tenant: boolean;
  row: unknown;
}

/** The ids that an input names, by what its schema says of its fields. */
export interface NamedIds {
  /** Public ids of everything that is named. */
  subjects(input: unknown): string[];
  /** The input with public ids where it holds those of the database. */
  shown(input: unknown): unknown;
  /** The kind of what the field `id` names. */
  kind: IdKind | null;
  /** The fields that name something of a kind. */
  fieldsOf(kind: IdKind): string[];
}

/** The most public ids of one entry. */
const mostSubjects = 100;

/** Reads once from a schema which of its fields are ids. */
export function namedIdsOf(schema: z.ZodType): NamedIds {
  const fields = Object.entries(shapeOf(schema)).flatMap(([name, field]): [string, IdKind][] => {
    const kind = kindOf(field);
    return kind ? [[name, kind]] : [];
  });
  return {
    kind: fields.find(([name]) => name === 'id')?.[1] ?? null,
    fieldsOf: (wanted) => fields.flatMap(([name, kind]) => (kind === wanted ? [name] : [])),
    subjects: (input) =>
      fields
        .flatMap(([name, kind]) => {
          const value = (input as Record<string, unknown> | undefined)?.[name]; // a parsed object, or nothing at all
          return [value].flat().flatMap((id) => (typeof id === 'string' ? [toPublicId(kind, id)] : []));
        })
        .slice(0, mostSubjects),
    shown: shownBy(schema),
  };
}

const asItIs = (value: unknown): unknown => value;

/** Shows the ids of a value in their public form, by what its schema says of them. */
function shownBy(schema: unknown): (value: unknown) => unknown {
  const looked = schema as Looked; // every schema has some of these members
  const kind = looked.meta?.()?.idKind;
  if (kind) return (id) => (typeof id === 'string' ? toPublicId(kind, id) : id);
  if (looked.shape) return fieldsShownBy(looked.shape);
  const { element, innerType } = looked.def ?? {};
  if (innerType) return shownBy(innerType);
  if (!element) return asItIs;
  const show = shownBy(element);
  return (list) => (Array.isArray(list) ? list.map(show) : list);
}

function fieldsShownBy(shape: Record<string, Looked>): (value: unknown) => unknown {
  const fields = new Map(Object.entries(shape).map(([name, field]) => [name, shownBy(field)]));
  return (value) =>
    typeof value === 'object' && value !== null
      ? Object.fromEntries(Object.entries(value).map(([name, part]) => [name, (fields.get(name) ?? asItIs)(part)]))
      : value;
}

/** What zod keeps of a schema, as far as it is looked at here. */
interface Looked {
  meta?: () => { idKind?: IdKind } | undefined;
  shape?: Record<string, Looked>;
  def?: { innerType?: Looked; element?: Looked };
}

function shapeOf(schema: unknown): Record<string, Looked> {
  const looked = schema as Looked; // every schema has some of these members
  return looked.shape ?? (looked.def?.innerType ? shapeOf(looked.def.innerType) : {});
}

function kindOf(field: Looked): IdKind | null {
  const inner = field.def?.innerType ?? field.def?.element;
  return field.meta?.()?.idKind ?? (inner ? kindOf(inner) : null);
}

/** The public ids that stand in an answer under the names of the closed list of prefixes. */
export function idOfAnswer(answer: unknown): string[] {
  const id = (answer as { id?: unknown } | null | undefined)?.id;
  return typeof id === 'string' && kinds.some((kind) => fromPublicId(kind, id)) ? [id] : [];
}

const kinds = Object.keys(idPrefixes) as IdKind[];

/** Table names that are not the noun's. */
const tables: Partial<Record<IdKind, string>> = { user: 'app_user' };

/** Reads the row that an action is about to change; `null` where its input names none. */
export async function readBefore(
  app: App,
  sql: Sql,
  workspaceId: Uuid,
  { kind }: NamedIds,
  input: unknown,
): Promise<RowBefore | null> {
  const id = (input as { id?: unknown } | undefined)?.id;
  if (!kind || typeof id !== 'string') return null;
  const table = tables[kind] ?? snakeCase(kind);
  const meta = [...app.database.orm.getMetadata().getAll().values()].find(({ tableName }) => tableName === table);
  if (!meta || !('id' in meta.properties)) return null;
  const tenant = meta.primaryKeys.some((key) => key === 'workspaceId');
  const [found] = await sql<{ row: unknown }>(`select ${rowSql(table, tenant)} as row`, [workspaceId, id]);
  return found?.row ? { table, id, tenant, row: found.row } : null;
}

/** `at`: the place of the row's id. */
const rowSql = (table: string, tenant: boolean, at = 2) =>
  `(select to_jsonb(t) from "${table}" t where t.id = $${at} and ${tenant ? 't.workspace_id = $1' : '$1::uuid is not null'})`;

/** What is left out of a row is left out in the database: it never leaves it. */
const fieldSql = (value: string) => `
  case when ${value} is null or jsonb_typeof(${value}) in ('null', 'number', 'boolean') then ${value}
       when key = 'name' then ${value}
       when key ~* '${privateFields()}' or jsonb_typeof(${value}) = 'string' and ${value} #>> '{}' !~ '${plainText}'
         or pg_column_size(${value}) > 2000 or position('@' in ${value}::text) > 0 then '"${redacted}"'::jsonb
       else ${value} end`;

const changeSql = ({ table, tenant }: RowBefore, at: number) => `
  select jsonb_object_agg(key, ${fieldSql('b.value')}) as before, jsonb_object_agg(key, ${fieldSql('a.value')}) as after
    from jsonb_each($${at + 1}::jsonb) b full join jsonb_each(${rowSql(table, tenant, at)}) a using (key)
   where a.value is distinct from b.value and key <> 'updated_at'`;

/** The columns of an entry in the order of its values. */
const columns =
  'id, month, actor_kind, actor_id, on_behalf_of, act, outcome, ip, user_agent, request_id, subjects, input';
const types = ['uuid', 'date', ...Array.from({ length: 8 }, () => 'text'), 'text[]', 'jsonb'];

/** A statement whose `$1` is the workspace, and whose other values begin where it was told. */
export interface EntryStatement {
  text: string;
  values: unknown[];
}

/** An entry for the log of a workspace, or of an organization, that waits to be written: beside other values, from `$<first>` on. */
export type PendingEntry = (first: number) => EntryStatement;

/** What adds one entry to the log. What changed is read in the same statement, so it must come after the change. */
export function pendingEntry(entry: AuditedAct, before: RowBefore | null): PendingEntry {
  const id = newId();
  const { actor } = entry;
  const trace = currentTrace();
  const values = [
    id,
    monthOf(id),
    actor?.kind ?? null,
    actor?.id.slice(0, 200) ?? null,
    entry.onBehalfOf?.slice(0, 200) ?? null,
    entry.act.slice(0, 128),
    entry.outcome,
    entry.origin.ip?.slice(0, 64) ?? null,
    entry.origin.userAgent?.slice(0, 300) ?? null,
    'requestId' in trace ? trace.requestId.slice(0, 64) : null,
    [...new Set(entry.subjects)],
    entry.input === undefined ? null : JSON.stringify(redact(entry.input)),
  ];
  return (first) => ({
    text: `insert into audit_log (workspace_id, ${columns}, before, after)
      select $1::uuid, ${types.map((type, index) => `$${first + index}::${type}`).join(', ')}, c.before, c.after
        from (${before ? changeSql(before, first + types.length) : 'select null::jsonb as before, null::jsonb as after'}) as c`,
    values: [...values, ...(before ? [before.id, JSON.stringify(before.row)] : [])],
  });
}

/** Adds an entry to the log, in the open transaction. */
export async function writeAuditEntry(sql: Sql, workspaceId: Uuid, entry: AuditedAct): Promise<void> {
  const { text, values } = pendingEntry(entry, null)(2);
  await sql(text, [workspaceId, ...values]);
}

/** Who acts, as the log keeps it. */
export const actingAs = (principal: Principal): Pick<AuditedAct, 'actor' | 'onBehalfOf'> => ({
  actor: actorOf(principal),
  onBehalfOf: principal.kind === 'embed_session' ? principal.externalUser.id : null,
});

/** Where a request comes from. */
export const originOf = ({ ip, userAgent }: { ip: string; userAgent?: string | null }): Origin => ({
  ip,
  userAgent: userAgent ?? null,
});

/** Adds an entry that stands by itself, beside the answer: a refusal must not wait for it, nor tell by its time what was there. */
export function noteRefusal(app: App, workspaceId: Uuid, entry: AuditedAct): void {
  app.database
    .write(workspaceId, (_em, sql) => writeAuditEntry(sql, workspaceId, entry))
    .catch((error: unknown) => app.log.warn({ err: error, act: entry.act }, 'a refusal could not be noted'));
}
