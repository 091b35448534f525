import { MikroORM, type EntityManager } from '@mikro-orm/postgresql';
import { CompiledQuery, type Transaction } from 'kysely';
import pg from 'pg';
import type { EntitySchema } from '@mikro-orm/core';
import { TenantQuery, type Prepared, type Statement } from './tenant-query.ts';

/** A row as SQL gave it: timestamps are `Date`, bigints are strings, json is parsed. */
export type Row = Record<string, unknown>;

export interface DatabaseOptions {
  runtimeUrl: string;
  maintenanceUrl: string;
  pool: number;
  entities: EntitySchema[];
  /** Told about every connection that breaks while idle. */
  onError?: (error: Error) => void;
}

/** Runs one statement in the open transaction; `$1` placeholders. */
export type Sql = <R extends object = Row>(text: string, values?: unknown[]) => Promise<R[]>;

/** How long a closing database waits for connections that are lent out. */
const closeMs = 5000;

/**
 * The two logins of a running process. Runtime sees one workspace at a time and only inside a transaction;
 * maintenance sees what its own narrow policies show across workspaces.
 */
export class Database {
  readonly orm: MikroORM;
  readonly #runtime: pg.Pool;
  readonly #maintenance: pg.Pool;
  /** Every connection there is. */
  readonly #open: ReadonlySet<pg.Client>;

  private constructor(orm: MikroORM, pools: { runtime: pg.Pool; maintenance: pg.Pool }, open: ReadonlySet<pg.Client>) {
    this.orm = orm;
    this.#runtime = pools.runtime;
    this.#maintenance = pools.maintenance;
    this.#open = open;
  }

  static async open(options: DatabaseOptions): Promise<Database> {
    const runtime = new pg.Pool({
      connectionString: options.runtimeUrl,
      max: options.pool,
      application_name: 'runtime',
    });
    const maintenance = new pg.Pool({
      connectionString: options.maintenanceUrl,
      max: 4,
      application_name: 'maintenance',
    });
    const open = new Set<pg.Client>();
    for (const pool of [runtime, maintenance]) survive(pool, open, options.onError);
    const orm = await MikroORM.init({
      entities: options.entities,
      clientUrl: options.runtimeUrl,
      // Entities and plain SQL take turns on the same transaction, so both read a timestamp as a Date.
      driverOptions: {
        max: options.pool,
        onPoolCreated: (pool: pg.Pool & { options: { types?: unknown } }) => {
          pool.options.types = pg.types;
          survive(pool, open, options.onError);
        },
      },
      allowGlobalContext: false,
      ensureDatabase: false,
      discovery: { warnWhenNoEntities: false },
    });
    return new Database(orm, { runtime, maintenance }, open);
  }

  /** One read for one workspace in one round trip. */
  async read<R extends object = Row>(
    workspaceId: string,
    text: string,
    values: unknown[] = [],
    prepared?: Prepared,
  ): Promise<R[]> {
    const [rows] = await this.pipeline(workspaceId, [
      { text, values, ...(typeof prepared === 'string' ? { name: prepared } : prepared) },
    ]);
    return rows as R[]; // the caller names the row's shape beside the SQL
  }

  /**
   * Statements that are known beforehand, as one transaction in one round trip: all of them happen or none. Gives the rows of each.
   * They do not see what is written by the ones before them in JavaScript, only in the database.
   */
  pipeline(workspaceId: string, statements: readonly Statement[]): Promise<Row[][]> {
    return new Promise((resolve, reject) => {
      this.#runtime.connect((error, client, release) => {
        if (error || !client) return reject(error ?? new Error('No database connection.'));
        const query = new TenantQuery(workspaceId, statements, (failure, results) => {
          release(failure && !isRefusal(failure) ? failure : undefined);
          if (failure) reject(failure);
          else resolve((Array.isArray(results) ? results : [results]).map((result) => result.rows as Row[]));
        });
        client.query(query as unknown as pg.Submittable); // TenantQuery is a pg.Query; see tenant-query.ts
      });
    });
  }

  /** One transaction for one workspace. It commits when `work` resolves and leaves nothing when it throws. */
  async write<T>(workspaceId: string, work: (em: EntityManager, sql: Sql) => Promise<T>): Promise<T> {
    const fork = this.orm.em.fork({ session: { variables: { 'app.workspace_id': workspaceId } } });
    return fork.transactional((em) => work(em as EntityManager, sqlOf(em as EntityManager)));
  }

  /** One transaction on the tables that belong to no workspace (the tree, users, credentials). */
  async control<T>(work: (em: EntityManager, sql: Sql) => Promise<T>): Promise<T> {
    return this.orm.em.fork().transactional((em) => work(em as EntityManager, sqlOf(em as EntityManager)));
  }

  /** One read on the tables that belong to no workspace. */
  async readOrganization<R extends object = Row>(text: string, values: unknown[] = [], name?: string): Promise<R[]> {
    return (await ask(this.#runtime, { text, values, ...(name !== undefined && { name }) })).rows as R[]; // shape named beside the SQL
  }

  /** Reads of what belongs to no workspace, for lists. */
  get above(): { read: <R extends object = Row>(text: string, values?: unknown[]) => Promise<R[]> } {
    return { read: (text, values) => this.readOrganization(text, values) };
  }

  /** One statement across workspaces, within the narrow policies of the maintenance login. */
  async maintain<R extends object = Row>(text: string, values: unknown[] = []): Promise<R[]> {
    return (await ask(this.#maintenance, { text, values })).rows as R[]; // shape named beside the SQL
  }

  /** A maintenance connection of one's own, for a lock that outlives a statement. Release it. */
  maintenanceClient(): Promise<pg.PoolClient> {
    return this.#maintenance.connect();
  }

  /** Waits a while for what is under way; a connection that nobody gives back is ended then. */
  async close(): Promise<void> {
    const patience = setTimeout(() => {
      for (const client of this.#open) void client.end();
    }, closeMs);
    try {
      await this.orm.close(true);
      await Promise.all([this.#runtime.end(), this.#maintenance.end()]);
    } finally {
      clearTimeout(patience);
    }
  }
}

/**
 * Whether the database itself refused a statement and ended its transaction: wrong values, broken constraints, a conflict, a
 * statement that took too long. The connection is as good as before. After anything else it is thrown away.
 */
function isRefusal(error: Error): boolean {
  return error instanceof pg.DatabaseError && /^(?:0A|21|22|23|40|42|44|54|P0|57014)/.test(error.code ?? '');
}

/** One statement on a pool; the pool's own `query` throws the connection away after every error. */
async function ask(pool: pg.Pool, query: pg.QueryConfig): Promise<pg.QueryResult> {
  const client = await pool.connect();
  let broken: Error | undefined;
  try {
    return await client.query(query);
  } catch (error) {
    if (error instanceof Error && !isRefusal(error)) broken = error;
    throw error;
  } finally {
    client.release(broken);
  }
}

/**
 * Keeps the process alive when the server ends a connection: one that waits in the pool, and one that is lent out and between two
 * statements. Whoever uses it next gets the error with their statement. A connection that ended gives its place in the pool back by
 * itself: the query builder keeps one whose transaction can be neither begun nor rolled back, and an outage would use the pool up.
 */
function survive(pool: pg.Pool, open: Set<pg.Client>, onError: DatabaseOptions['onError']): void {
  pool.on('error', (error) => onError?.(error));
  pool.on('connect', (client) => {
    let release: pg.PoolClient['release'] = () => undefined;
    // The pool sets a new one whenever it lends the connection out.
    Object.defineProperty(client, 'release', {
      get: () => release,
      set(given: pg.PoolClient['release']) {
        let held = true;
        release = (failure) => {
          if (held) given(failure);
          held = false;
        };
      },
    });
    open.add(client);
    client.on('error', () => undefined);
    client.on('end', () => {
      open.delete(client);
      release(true);
    });
  });
}

function sqlOf(em: EntityManager): Sql {
  const transaction = em.getTransactionContext<Transaction<unknown>>();
  if (!transaction) throw new Error('sql needs an open transaction.');
  return async <R extends object>(text: string, values: unknown[] = []) => {
    const result = await transaction.executeQuery(CompiledQuery.raw(text, values));
    return result.rows as R[]; // shape named beside the SQL
  };
}
