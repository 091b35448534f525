import type { App } from './app.ts';
import type { Row } from './database.ts';
import type { Service } from './feature.ts';
import { repeating } from './repeating.ts';

/** How long the rows of a table are kept: declared beside its entity, and carried out for all by one service. */
export interface Retention {
  table: string;
  /** When a row may go, as SQL about its own columns, which stand behind `t.`. */
  until: string;
  /** Why it is kept for that long, in words for whoever asks. */
  because: string;
  /** The columns that name a row; those of a tenant's table otherwise. */
  key?: readonly string[];
  /** Tables above workspaces are swept by the login that serves; the maintenance login sees nothing of credentials. */
  login?: 'runtime';
  /**
   * What goes with the rows and lies elsewhere, such as files. It runs before the rows are deleted and may run again for the same
   * rows, so nothing is left behind when the process ends in between.
   */
  first?: (app: App, rows: readonly Row[]) => Promise<void>;
}

/** Rows that one statement takes, so that none of them holds its locks for long. */
const batchRows = 5_000;
const hourMs = 3_600_000;

/** Deletes what was kept long enough; gives the number of rows. Any number of processes may do it at once. */
export async function sweepTable(app: App, retention: Retention): Promise<number> {
  const { table, until, key = ['workspace_id', 'id'], login, first } = retention;
  const run = (text: string, values: unknown[] = []) =>
    login === 'runtime' ? app.database.readControl(text, values) : app.database.maintain(text, values);
  const names = key.map((column) => `t.${column}`).join(', ');
  const old = `select ${names} from "${table}" t where ${until} limit ${batchRows}`;
  let gone = 0;
  for (;;) {
    const rows = first ? await run(old) : [];
    if (first) await first(app, rows);
    const given = first
      ? `select ${key.map((column) => `r.${column}`).join(', ')} from jsonb_populate_recordset(null::"${table}", $1::jsonb) r`
      : old;
    const deleted = await run(
      `delete from "${table}" t where (${names}) in (${given}) and (${until}) returning 1`,
      first ? [JSON.stringify(rows)] : [],
    );
    gone += deleted.length;
    if (deleted.length < batchRows) return gone;
  }
}

/** Carries out all declarations, at the start and then every hour. One that fails does not keep the others from it. */
export const retentionSweep = (retentions: readonly Retention[]): Service =>
  repeating('retention', {
    pauseMs: hourMs,
    async run(app) {
      for (const retention of retentions) {
        const { table } = retention;
        await sweepTable(app, retention).then(
          (rows) => rows > 0 && app.log.info({ table, rows }, 'rows were kept long enough and are gone'),
          (error: unknown) => app.log.warn({ err: error, table }, 'old rows could not be deleted'),
        );
      }
    },
  });
