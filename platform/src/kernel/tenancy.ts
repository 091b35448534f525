import type { EntityManager } from '@mikro-orm/postgresql';
import type { EventName, EventPayload, Uuid } from '@tabard/contract';
import type { App } from './app.ts';
import type { Row, Sql } from './database.ts';
import type { JobDefinition } from './job.ts';
import { insertEvents, pendingEvent, wakeRelay, type PendingEvent } from './outbox.ts';
import type { PendingEntry } from './audit-entry.ts';
import type { Principal } from './principal.ts';
import type { Prepared } from './tenant-query.ts';

/** Who acts, in which workspace, on what. */
export interface Scope {
  readonly app: App;
  readonly workspaceId: Uuid;
  readonly principal: Principal;
}

/** A scope that may look. Each read is one round trip. */
export interface ReadScope extends Scope {
  readonly read: <R extends object = Row>(text: string, values?: unknown[], prepared?: Prepared) => Promise<R[]>;
}

/** A scope inside one open transaction of its workspace: what it reads is what the transaction sees, its own writes among it. */
export interface WriteScope extends ReadScope {
  readonly em: EntityManager;
  readonly sql: Sql;
  /** Writes an event with the change; it is relayed after the commit. */
  readonly emit: <N extends EventName>(name: N, data: EventPayload<N>) => void;
  /** Queues a job once the change is committed. A job is a hint: whoever needs certainty also sweeps. */
  readonly enqueue: <P extends { workspaceId: Uuid }>(
    job: JobDefinition<P>,
    payload: P,
    options?: { delayMs?: number },
  ) => void;
  /** Runs after the commit; its failure is logged and changes nothing. */
  readonly afterCommit: (work: () => void | Promise<void>) => void;
}

/** A scope for actions that talk to the outside world between short transactions. */
export interface CallScope extends ReadScope {
  readonly write: <T>(work: (scope: WriteScope) => Promise<T>) => Promise<T>;
}

/** Opens a workspace for an action that reads, writes and waits for others. */
export function openScope(app: App, workspaceId: Uuid, principal: Principal): CallScope {
  const scope: Scope = { app, workspaceId, principal };
  return {
    ...scope,
    read: (text, values, prepared) => app.database.read(workspaceId, text, values, prepared),
    write: (work) => writeIn(scope, work),
  };
}

/**
 * Runs one action in one transaction of its workspace, with its events, and wakes jobs after the commit. `entryOf` is asked at the end for
 * the action's entry in the audit log.
 */
export async function writeIn<T>(
  scope: Scope,
  work: (scope: WriteScope) => Promise<T>,
  entryOf?: () => PendingEntry | undefined,
): Promise<T> {
  const { app, workspaceId } = scope;
  const after: (() => void | Promise<void>)[] = [];
  const result = await app.database.write(workspaceId, async (em, sql) => {
    const events: PendingEvent[] = [];
    const value = await work({
      ...scope,
      em,
      sql,
      // How a read is kept on a connection is of no use to one that ends with the transaction.
      async read(text, values) {
        await em.flush();
        return sql(text, values);
      },
      emit: (type, data) => void events.push(pendingEvent(type, data)),
      enqueue: (job, payload, options) => void after.push(() => app.jobs.add(job, payload, options)),
      afterCommit: (run) => void after.push(run),
    });
    await em.flush();
    await insertEvents(sql, workspaceId, scope.principal, events, entryOf?.());
    if (events.length > 0) after.push(() => wakeRelay(app));
    return value;
  });
  for (const run of after) {
    try {
      await run();
    } catch (error) {
      app.log.warn({ err: error, workspaceId }, 'after-commit work failed');
    }
  }
  return result;
}

/** The principal of a background job. */
export function jobPrincipal(job: string, workspaceId: Uuid | null): Principal {
  return { kind: 'job', job, workspaceId, organizationId: '', permissions: new Set() };
}
