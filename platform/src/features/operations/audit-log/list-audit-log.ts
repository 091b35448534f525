import {
  fromPublicId,
  idPrefixes,
  type AuditLogEntry,
  type auditLogListInput,
  type IdKind,
  type Page,
  toPublicId,
} from '@tabard/contract';
import type { z } from 'zod';
import { reachAbove } from '#features/identity/organization';
import { decodeCursor, fail, pageFrom, requirePermission, type ReadScope } from '#kernel';
import { showActors, type ActorColumns } from './show-actors.ts';

interface AuditLogRow extends ActorColumns {
  id: string;
  at: Date;
  on_behalf_of: string | null;
  act: string;
  outcome: string;
  ip: string | null;
  user_agent: string | null;
  request_id: string | null;
  subjects: string[];
  input: Record<string, unknown> | null;
  before: Record<string, unknown> | null;
  after: Record<string, unknown> | null;
}

type Input = z.output<typeof auditLogListInput>;

/** Actions of the workspace or above it, the newest first. */
export async function listAuditLog(scope: ReadScope, input: Input): Promise<Page<AuditLogEntry>> {
  const scopeId = input.scope === 'organization' ? await wholeOrganization(scope) : scope.workspaceId;
  const values: unknown[] = [scopeId];
  const place = (value: unknown) => `$${values.push(value)}`;
  const conditions = ['workspace_id = $1', ...conditionsOf(input.filter ?? {}, place)];
  if (input.cursor !== undefined) {
    const [at, id] = decodeCursor(input.cursor, ['time', 'uuid']);
    conditions.push(`(at, id) < (${place(at)}::timestamptz, ${place(id)}::uuid)`);
  }
  const rows = await scope.app.database.read<AuditLogRow>(
    scopeId,
    `select id, at, actor_kind, actor_id, on_behalf_of, act, outcome, ip, user_agent, request_id, subjects, input, before, after
       from audit_log where ${conditions.join(' and ')} order by at desc, id desc limit ${input.limit + 1}`,
    values,
  );
  const shown = await showActors(scope.app, rows);
  return pageFrom(
    rows,
    input.limit,
    (row) => ({
      id: toPublicId('auditLog', row.id),
      at: row.at.toISOString(),
      actor: shown(row),
      onBehalfOf: row.on_behalf_of,
      action: row.act,
      outcome: row.outcome,
      ip: row.ip,
      userAgent: row.user_agent,
      requestId: row.request_id,
      subjects: row.subjects,
      input: row.input,
      before: row.before,
      after: row.after,
    }),
    (row) => [row.at.toISOString(), row.id],
  );
}

/** The caller's organization, which stands where a workspace does; not for whoever is let into one workspace of it. */
async function wholeOrganization(scope: ReadScope): Promise<string> {
  requirePermission(scope.principal, 'organization.read');
  if ((await reachAbove(scope)) !== null) return scope.principal.organizationId;
  return fail('auth.permission_denied', {
    public: 'What was done above workspaces is shown to those who administer the whole organization.',
  });
}

/** The kinds of ids that an actor can have. */
const actorKinds: readonly IdKind[] = ['user', 'apiKey', 'embedSession'];

function conditionsOf(filter: NonNullable<Input['filter']>, place: (value: unknown) => string): string[] {
  const conditions: string[] = [];
  const { actorKind, actorId, action, subject, outcome, from, until } = filter;
  if (actorKind) conditions.push(`actor_kind = ${place(actorKind)}`);
  if (actorId) conditions.push(`actor_id = ${place(rawActorId(actorId))}`);
  if (action?.endsWith('.*')) conditions.push(`starts_with(act, ${place(action.slice(0, -1))})`);
  else if (action) conditions.push(`act = ${place(action)}`);
  if (subject) conditions.push(`subjects @> array[${place(subject)}]::text[]`);
  if (outcome) conditions.push(`outcome = ${place(outcome)}`);
  // The month goes with the time, so that only the partitions in question are read.
  if (from)
    conditions.push(
      `at >= ${place(from)}::timestamptz and month >= date_trunc('month', ${place(from)}::timestamptz at time zone 'UTC')::date`,
    );
  if (until)
    conditions.push(
      `at < ${place(until)}::timestamptz and month <= (${place(until)}::timestamptz at time zone 'UTC')::date`,
    );
  return conditions;
}

/** An actor's id as rows keep it; a job's is its name. */
function rawActorId(id: string): string {
  const kind = actorKinds.find((one) => id.startsWith(`${idPrefixes[one]}_`));
  return (kind && fromPublicId(kind, id)) ?? id;
}
