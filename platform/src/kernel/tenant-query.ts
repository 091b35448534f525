import pg from 'pg';

/** What pg's Query does on the wire; its typings leave these members out. */
interface WireQuery {
  text: string;
  name?: string;
  values?: unknown[];
  binary?: boolean;
  prepare(connection: WireConnection): void;
  handleDataRow(message: unknown): void;
  handleCommandComplete(message: unknown, connection: WireConnection): void;
}
interface WireConnection {
  parse(message: { text: string; name?: string }): void;
  bind(message: { statement?: string; values: unknown[] }): void;
  execute(message: { portal?: string; rows?: number }): void;
}

const BaseQuery = pg.Query as unknown as new (config: object, values?: unknown[], callback?: unknown) => WireQuery; // typings lack the wire members

/**
 * One query and the workspace it runs for, sent before a single `Sync`. PostgreSQL runs everything up to a `Sync` in one
 * implicit transaction, so the transaction-local setting reaches the query and is gone afterwards: no `BEGIN`, no `COMMIT`,
 * no extra round trip, nothing left on the connection (also behind a pooler in transaction mode).
 */
export class TenantQuery extends BaseQuery {
  readonly #workspaceId: string;
  /** The setting's own answer comes first and is not part of the result. */
  #settingDone = false;

  constructor(
    config: pg.QueryConfig,
    workspaceId: string,
    done: (error: Error | null, result: pg.QueryResult) => void,
  ) {
    // `extended` makes parameterless queries take the path on which several statements share a Sync.
    super({ ...config, queryMode: 'extended' }, undefined, done);
    this.#workspaceId = workspaceId;
  }

  override prepare(connection: WireConnection): void {
    connection.parse({ text: "select set_config('app.workspace_id', $1, true)" });
    connection.bind({ values: [this.#workspaceId] });
    connection.execute({});
    super.prepare(connection);
  }

  override handleDataRow(message: unknown): void {
    if (this.#settingDone) super.handleDataRow(message);
  }

  override handleCommandComplete(message: unknown, connection: WireConnection): void {
    if (this.#settingDone) super.handleCommandComplete(message, connection);
    else this.#settingDone = true;
  }
}
