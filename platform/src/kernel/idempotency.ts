import { createHash } from 'node:crypto';
import type { App } from './app.ts';
import type { Sql } from './database.ts';
import { defineEntity, p, tenantKey, tenantPolicies } from './entity.ts';
import { fail } from './fail.ts';
import type { Retention } from './retention.ts';
import type { Sealed } from './sealed.ts';

/**
 * The answers of mutations that came with an idempotency key, kept 24 hours. Written in the transaction of the change itself, so
 * there is never a change without its answer. `workspaceId` is the organization for actions above workspaces.
 */
export const IdempotencyRecordSchema = defineEntity({
  name: 'IdempotencyRecord',
  tableName: 'idempotency_record',
  rowLevelSecurity: 'force',
  policies: tenantPolicies('idempotency_record', ['select', 'delete']),
  properties: {
    ...tenantKey(),
    key: p.string().length(255),
    procedure: p.string().length(128),
    /** SHA-256 of the caller, the procedure and the input. */
    requestHash: p.string().length(64),
    /** Sealed: an answer may hold a secret that is shown once. */
    answer: p.text(),
    createdAt: p.datetime(3).columnType('timestamptz(3)').defaultRaw('now()'),
  },
  uniques: [{ properties: ['workspaceId', 'key'] }],
});

export const idempotencySealed: Sealed = { table: 'idempotency_record', columns: ['answer'] };

/** As long as a key is remembered. */
export const idempotencyRetention: Retention = {
  table: 'idempotency_record',
  until: `t.created_at < now() - interval '24 hours'`,
  because: 'A key is remembered for 24 hours.',
};

export interface IdempotentRequest {
  app: App;
  scopeId: string;
  key: string;
  procedure: string;
  caller: string;
  input: unknown;
}

/** Runs `work` once per key: the same key and body gets the recorded answer, another body or a running one is refused. */
export async function answerOnce<T>(
  sql: Sql,
  request: IdempotentRequest,
  work: () => Promise<T>,
): Promise<{ value: T; replayed: boolean }> {
  const { app, scopeId, key, procedure } = request;
  const hash = createHash('sha256')
    .update(JSON.stringify([request.caller, procedure, request.input]))
    .digest('hex');
  const [lock] = await sql<{ taken: boolean }>('select pg_try_advisory_xact_lock(hashtextextended($1, 0)) as taken', [
    `${scopeId}:${key}`,
  ]);
  if (!lock?.taken) fail('idempotency.in_progress');
  const [record] = await sql<{ request_hash: string; answer: string }>(
    `select request_hash, answer from idempotency_record
      where workspace_id = $1 and key = $2 and created_at > now() - interval '24 hours'`,
    [scopeId, key],
  );
  if (record) {
    if (record.request_hash !== hash) fail('idempotency.key_reused');
    return { value: JSON.parse(app.ports.secrets.open(record.answer, scopeId)) as T, replayed: true }; // recorded from a T below
  }
  const value = await work();
  await sql(
    `insert into idempotency_record (workspace_id, id, key, procedure, request_hash, answer)
     values ($1, gen_random_uuid(), $2, $3, $4, $5)
     on conflict (workspace_id, key) do update
       set id = excluded.id, procedure = excluded.procedure, request_hash = excluded.request_hash, answer = excluded.answer, created_at = now()`,
    [scopeId, key, procedure, hash, app.ports.secrets.seal(JSON.stringify(value ?? null), scopeId)],
  );
  return { value, replayed: false };
}
