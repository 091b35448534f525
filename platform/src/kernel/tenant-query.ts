import pg from 'pg';

/** What pg's Query does on the wire; its typings leave these members out. */
interface WireQuery {
  text: string | undefined;
  name: string | undefined;
  values: unknown[] | undefined;
  prepare(connection: WireConnection): void;
  hasBeenParsed(connection: WireConnection): unknown;
  handleError(error: Error, connection: WireConnection): void;
  handleReadyForQuery(connection: WireConnection): void;
  handleDataRow(message: unknown): void;
  handleRowDescription(message: unknown): void;
  handleCommandComplete(message: unknown, connection: WireConnection): void;
}
interface WireConnection {
  /** The texts of the named statements that the server has, and of those it was sent and has not confirmed. */
  parsedStatements: Record<string, string>;
  submittedNamedStatements: Record<string, string>;
  execute(message: { portal?: string }): void;
  sync(): void;
  on(event: 'parseComplete', listener: () => void): void;
  off(event: 'parseComplete', listener: () => void): void;
}

const BaseQuery = pg.Query as unknown as new (config: object, values?: unknown[], callback?: unknown) => WireQuery; // typings lack the wire members

/** One SQL statement; a named one is parsed once on each connection, and planned once where that seems as good. */
export interface Statement {
  name?: string;
  /**
   * Plans a named statement once for all workspaces, to be read off an index in its order. Otherwise it is planned again for every
   * run, or for the average workspace, for which sorting all its rows may look cheaper.
   */
  inOrder?: boolean;
  text: string;
  values: unknown[];
}

/** How a read is kept on its connection: by its name, and planned how. */
export type Prepared = string | Pick<Statement, 'name' | 'inOrder'>;

const setting = { name: 'workspace', text: "select set_config('app.workspace_id', $1, true)" };
const settingInOrder = {
  name: 'workspace-in-order',
  text: `select set_config('app.workspace_id', $1, true), set_config('plan_cache_mode', 'force_generic_plan', true),
                set_config('enable_sort', 'off', true), set_config('enable_bitmapscan', 'off', true), set_config('enable_seqscan', 'off', true)`,
};

/**
 * Statements and the workspace they run for, sent before a single `Sync`. PostgreSQL runs everything up to a `Sync` in one
 * implicit transaction, so the transaction-local setting reaches them and is gone afterwards: no `BEGIN`, no `COMMIT`,
 * one round trip, nothing left on the connection (also behind a pooler in transaction mode). All statements happen or none.
 *
 * A name counts as known to its connection once the server has confirmed it, so the connection is as good as before when a
 * statement before it fails.
 */
export class TenantQuery extends BaseQuery {
  readonly #statements: readonly Statement[];
  /** The setting's own answer comes first and is not part of the result. */
  #settingDone = false;
  /** What was sent to be parsed and is not confirmed, in order; null for a statement without a name. */
  #unconfirmed: ({ name: string; text: string } | null)[] = [];
  #stopConfirming = (): void => undefined;

  constructor(
    workspaceId: string,
    statements: readonly Statement[],
    done: (error: Error | null, result: pg.QueryResult | pg.QueryResult[]) => void,
  ) {
    // `extended` makes parameterless queries take the path on which several statements share a Sync.
    super({ text: setting.text, queryMode: 'extended' }, undefined, done);
    const first = statements.some((statement) => statement.inOrder) ? settingInOrder : setting;
    this.#statements = [{ ...first, values: [workspaceId] }, ...statements];
  }

  override prepare(connection: WireConnection): void {
    for (const { name, text, values } of this.#statements) {
      Object.assign(this, { name, text, values });
      if (!this.hasBeenParsed(connection)) this.#unconfirmed.push(name === undefined ? null : { name, text });
      super.prepare(connection);
    }
    // The client would note the last name as parsed with the first statement's text.
    this.name = undefined;
    if (this.#unconfirmed.some((statement) => statement !== null)) this.#confirmNames(connection);
    connection.sync();
  }

  #confirmNames(connection: WireConnection): void {
    const confirm = () => {
      const statement = this.#unconfirmed.shift();
      if (!statement) return;
      connection.parsedStatements[statement.name] = statement.text;
      delete connection.submittedNamedStatements[statement.name];
    };
    connection.on('parseComplete', confirm);
    this.#stopConfirming = () => {
      connection.off('parseComplete', confirm);
      // The server skipped what came after an error.
      for (const statement of this.#unconfirmed)
        if (statement) delete connection.submittedNamedStatements[statement.name];
      this.#stopConfirming = () => undefined;
    };
  }

  override handleError(error: Error, connection: WireConnection): void {
    this.#stopConfirming();
    super.handleError(error, connection);
  }

  override handleReadyForQuery(connection: WireConnection): void {
    this.#stopConfirming();
    super.handleReadyForQuery(connection);
  }

  /** Called by the base after each statement; it would sync there. */
  _getRows(connection: WireConnection): void {
    connection.execute({});
  }

  override handleRowDescription(message: unknown): void {
    if (this.#settingDone) super.handleRowDescription(message);
  }

  override handleDataRow(message: unknown): void {
    if (this.#settingDone) super.handleDataRow(message);
  }

  override handleCommandComplete(message: unknown, connection: WireConnection): void {
    if (this.#settingDone) super.handleCommandComplete(message, connection);
    else this.#settingDone = true;
  }
}
