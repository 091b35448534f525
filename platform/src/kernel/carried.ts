import type { Uuid } from '@tabard/contract';
import type { App } from './app.ts';
import type { Row, Sql } from './database.ts';

/** What is done to the rows of a table when their workspace comes out of an archive, here or in another installation. Others come as they were. */
export interface Carried {
  table: string;
  /** The row, as PostgreSQL writes it as JSON, as it goes on; null where it ends with the move. */
  row: (app: App, workspaceId: Uuid, row: Row) => Row | null;
  /** What follows from rows that ended, in the transaction that takes the others in. */
  ended?: (sql: Sql, workspaceId: Uuid, rows: readonly Row[]) => Promise<void>;
}
