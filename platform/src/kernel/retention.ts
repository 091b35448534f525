import type { Uuid } from '@tabard/contract';
import type { App } from './app.ts';
import type { Row } from './database.ts';
import type { Service } from './feature.ts';
import { repeating } from './repeating.ts';
import { amongTenants, TenantWork } from './tenant-work.ts';

/** How long the rows of a table are kept: declared beside its entity, and carried out for all by one service. */
export interface Retention {
  table: string;
  /** When a row may go, as SQL about its own columns, which stand behind `t.`. */
  until: string;
  /** Why it is kept for that long, in words for whoever asks. */
  because: string;
  /** The columns that name a row; those of a tenant's table otherwise. */
  key?: readonly string[];
  /** Credentials are swept by the login that serves; the maintenance login sees nothing of them. */
  login?: 'runtime';
  /** Its rows belong to no workspace. */
  aboveWorkspaces?: true;
  /**
   * What goes with the rows and lies elsewhere, such as files. It runs before the rows are deleted and may run again for the same
   * rows, so nothing is left behind when the process ends in between.
   */
  first?: (app: App, rows: readonly Row[]) => Promise<void>;
}

/** Rows that one statement takes, so that none of them holds its locks for long. */
const batchRows = 5_000;
const hourMs = 3_600_000;

/** Work of each declaration, which remembers the workspaces that were set aside. */
const works = new WeakMap<Retention, TenantWork>();

function workOf(retention: Retention): TenantWork {
  let work = works.get(retention);
  if (!work) {
    const ask = retention.login === 'runtime' ? readOrganization : undefined;
    works.set(retention, (work = new TenantWork(`retention of ${retention.table}`, ask)));
  }
  return work;
}

const readOrganization = <R extends object>(app: App, sql: string, values: unknown[]) =>
  app.database.readOrganization<R>(sql, values);

/**
 * Deletes what was kept long enough; gives the number of rows. A workspace whose rows cannot be deleted keeps nobody else's. Any number of
 * processes may do it at once.
 */
export async function sweepTable(app: App, retention: Retention): Promise<number> {
  const { table, until, key = ['workspace_id', 'id'], first } = retention;
  const work = workOf(retention);
  const names = key.map((column) => `t.${column}`).join(', ');
  const among = retention.aboveWorkspaces
    ? '($1::uuid[] is null or $1 = $1) and $2::uuid[] is null'
    : amongTenants('t.workspace_id');
  const old = `select ${names} from "${table}" t where (${until}) and ${among} limit ${batchRows}`;
  let gone = 0;
  for (;;) {
    const rows = first
      ? await work.find<Row & { workspace_id: Uuid }>(app, old)
      : await work.find(app, `delete from "${table}" t where (${names}) in (${old}) and (${until}) returning 1`);
    if (first)
      await work.each(app, byWorkspace(rows as (Row & { workspace_id: Uuid })[]), (part) =>
        deleteFirst(app, retention, part.rows),
      ); // read just above
    gone += rows.length;
    if (rows.length < batchRows) return gone;
  }
}

function byWorkspace(rows: readonly (Row & { workspace_id: Uuid })[]): { workspace_id: Uuid; rows: Row[] }[] {
  const parts = Map.groupBy(rows, (row) => row.workspace_id);
  return [...parts].map(([workspaceId, own]) => ({ workspace_id: workspaceId, rows: own }));
}

/** What lies elsewhere goes first, then the rows that are still due. */
async function deleteFirst(app: App, { table, until, key = ['workspace_id', 'id'], first }: Retention, rows: Row[]) {
  await first?.(app, rows);
  const given = `select ${key.map((column) => `r.${column}`).join(', ')} from jsonb_populate_recordset(null::"${table}", $1::jsonb) r`;
  await app.database.maintain(
    `delete from "${table}" t where (${key.map((column) => `t.${column}`).join(', ')}) in (${given}) and (${until})`,
    [JSON.stringify(rows)],
  );
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
