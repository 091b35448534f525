import { DatabaseSync, type SQLInputValue } from 'node:sqlite';
import { SCHEMA } from './mail-schema.ts';

type Statement = ReturnType<DatabaseSync['prepare']>;

/** The sandbox's SQLite file with every statement prepared once. */
export class SqliteIndex {
  readonly #db: DatabaseSync;
  readonly #statements = new Map<string, Statement>();

  constructor(file: string) {
    this.#db = new DatabaseSync(file);
    this.#db.exec(
      'pragma journal_mode = wal; pragma synchronous = normal; pragma foreign_keys = on; pragma busy_timeout = 5000',
    );
    this.#db.exec(SCHEMA);
  }

  all(sql: string, ...values: SQLInputValue[]): Record<string, unknown>[] {
    return this.#prepare(sql).all(...values);
  }

  one(sql: string, ...values: SQLInputValue[]): Record<string, unknown> | undefined {
    return this.#prepare(sql).get(...values);
  }

  /** Runs a change and returns the id of the last row it inserted. */
  run(sql: string, ...values: SQLInputValue[]): number {
    return Number(this.#prepare(sql).run(...values).lastInsertRowid);
  }

  close(): void {
    this.#db.close();
  }

  #prepare(sql: string): Statement {
    const known = this.#statements.get(sql) ?? this.#db.prepare(sql);
    this.#statements.set(sql, known);
    return known;
  }
}
