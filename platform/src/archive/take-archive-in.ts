import { PassThrough } from 'node:stream';
import { once } from 'node:events';
import { settingNames, type Uuid } from '@tabard/contract';
import { carriedFiles, carriedTables, monthlyTables } from '#features';
import { loadChain } from '#features/identity/organization';
import { changeWorkspace, findWorkspace, holdChain, insertWorkspace } from '#features/identity/workspace';
import { newId, type App, type Row, type Sql } from '#kernel';
import { readHistory } from '../migrate/index.ts';
import { ArchiveError } from './archive-error.ts';
import type { ArchiveHead } from './archive-line.ts';
import { ArchiveSealing } from './archive-sealing.ts';
import { noteInLog } from './note-in-log.ts';
import { readArchive } from './read-archive.ts';
import { readTenantTables } from './tenant-tables.ts';

/** Rows, and characters of them, that one statement takes. */
const batchRows = 500;
const batchLength = 4_000_000;

export interface TakenIn {
  workspaceId: Uuid;
  rows: number;
  files: number;
}

interface Wish {
  file: string;
  words: string | undefined;
  organizationId: Uuid;
  name?: string | undefined;
}

/**
 * Makes a workspace of an archive, whole or not at all. It keeps its id where nobody here has it, so that hosts go on naming it; what
 * was running is paused, and what waited to be sent is planned anew once somebody lets it go on.
 * @throws ArchiveError
 */
export async function takeArchiveIn(app: App, wish: Wish): Promise<TakenIn> {
  const { head, months } = await lookThrough(app, wish);
  const { id } = head.workspace;
  const workspaceId = (await findWorkspace(app, id)) ? newId() : id;
  for (const [table, month] of months) await app.database.maintain('select make_month($1, $2)', [table, month]);
  try {
    return await app.database.write(workspaceId, async (_em, sql) => {
      await makeWorkspace(app, sql, { ...wish, workspaceId, head });
      const taken = await new Intake(app, sql, { head, workspaceId, words: wish.words }).run(wish.file);
      await noteInLog(sql, workspaceId, 'workspaces.import');
      return taken;
    });
  } catch (error) {
    // Another one, taken in at the same time, may have been the first with this id: its files are not ours to remove.
    if (await findWorkspace(app, workspaceId)) throw error;
    for (const folder of carriedFiles)
      for await (const key of app.ports.blobs.list(`${workspaceId}/${folder}/`)) await app.ports.blobs.remove(key);
    throw error;
  }
}

/** Reads the whole archive before anything is written: what is wrong with it is told first. Gives the months that its rows lie in. */
async function lookThrough(
  app: App,
  { file, words }: Wish,
): Promise<{ head: ArchiveHead; months: [string, string][] }> {
  const kept = new Set(monthlyTables.map(({ table }) => table));
  const months = new Set<string>();
  let head: ArchiveHead | undefined;
  for await (const line of readArchive(file)) {
    if ('archive' in line) {
      head = line;
      await requireSameSchema(head);
      new ArchiveSealing(words, head.salt).check(head.proof);
    } else if ('table' in line && kept.has(line.table)) months.add(`${line.table} ${String(line.row['month'])}`);
  }
  if (!head) throw new ArchiveError('The archive is empty.');
  return { head, months: [...months].map((word) => word.split(' ') as [string, string]) }; // joined just above
}

async function requireSameSchema({ migration }: ArchiveHead): Promise<void> {
  const own = (await readHistory()).at(-1) ?? '';
  if (migration !== own)
    throw new ArchiveError(
      `The archive was written by another release (its tables stand at ${migration}, those here at ${own}). Bring both installations to the same release and write it again.`,
    );
}

async function makeWorkspace(
  app: App,
  sql: Sql,
  { organizationId, name, workspaceId, head }: Wish & { workspaceId: Uuid; head: ArchiveHead },
): Promise<void> {
  const chain = await holdChain(sql, await loadChain(app, organizationId));
  if (chain.length === 0) throw new ArchiveError('There is no such organization here.');
  const { settings, brand } = head.workspace;
  const said = { ...settings, ...brand };
  const set = Object.fromEntries(settingNames.flatMap((one) => (one in said ? [[one, said[one]]] : [])));
  await insertWorkspace(sql, { id: workspaceId, organizationId, name: name ?? head.workspace.name }, chain);
  await changeWorkspace(sql, { id: workspaceId, set }, chain);
}

/** Takes the lines of an archive into an open transaction. */
class Intake {
  readonly #app: App;
  readonly #sql: Sql;
  readonly #workspaceId: Uuid;
  readonly #head: ArchiveHead;
  readonly #sealing: ArchiveSealing;
  readonly #ended = new Map<string, Row[]>();
  readonly #done: TakenIn;
  #columns = new Map<string, string[]>();
  #batch: { table: string; rows: Row[]; length: number } = { table: '', rows: [], length: 0 };
  #file: { name: string; stream: PassThrough; stored: Promise<number> } | undefined;

  constructor(
    app: App,
    sql: Sql,
    { head, workspaceId, words }: { head: ArchiveHead; workspaceId: Uuid; words: string | undefined },
  ) {
    [this.#app, this.#sql, this.#head, this.#workspaceId] = [app, sql, head, workspaceId];
    this.#sealing = new ArchiveSealing(words, head.salt);
    this.#done = { workspaceId, rows: 0, files: 0 };
  }

  async run(path: string): Promise<TakenIn> {
    this.#columns = new Map((await readTenantTables(this.#sql)).map(({ name, columns }) => [name, columns]));
    for await (const line of readArchive(path)) {
      if ('table' in line) await this.#take(line.table, line.row);
      else if ('file' in line) await this.#store(line.file, Buffer.from(line.part, 'base64'), line.last);
    }
    await this.#insert();
    for (const { table, ended } of carriedTables)
      await ended?.(this.#sql, this.#workspaceId, this.#ended.get(table) ?? []);
    return this.#done;
  }

  async #take(table: string, given: Row): Promise<void> {
    if (table !== this.#batch.table) {
      await this.#insert();
      this.#batch.table = table;
    }
    const here = this.#sealing.give(
      this.#app.ports.secrets,
      this.#workspaceId,
      table,
      renamed(given, this.#head.workspace.id, this.#workspaceId),
    );
    const carried = carriedTables.find((one) => one.table === table);
    const row = carried ? carried.row(this.#app, this.#workspaceId, here) : here;
    if (!row) {
      this.#ended.set(table, [...(this.#ended.get(table) ?? []), here]);
      return;
    }
    this.#batch.rows.push(row);
    this.#batch.length += JSON.stringify(row).length;
    if (this.#batch.rows.length >= batchRows || this.#batch.length >= batchLength) await this.#insert();
  }

  async #insert(): Promise<void> {
    const { table, rows } = this.#batch;
    this.#batch = { table, rows: [], length: 0 };
    if (rows.length === 0) return;
    const columns = this.#columns.get(table);
    if (!columns) throw new ArchiveError(`The archive has rows of ${table}, which goes into no archive.`);
    await this.#sql(
      `insert into "${table}" (${columns.join(', ')}) select ${columns.join(', ')} from jsonb_populate_recordset(null::"${table}", $1::jsonb)`,
      [JSON.stringify(rows)],
    );
    this.#done.rows += rows.length;
  }

  async #store(name: string, part: Buffer, last: boolean): Promise<void> {
    if (this.#file?.name !== name) {
      if (!carriedFiles.includes(name.split('/')[0] ?? ''))
        throw new ArchiveError(`The archive has a file ${name}, which goes into no archive.`);
      const stream = new PassThrough();
      const stored = this.#app.ports.blobs.put(`${this.#workspaceId}/${name}`, stream, { maxBytes: Infinity });
      stored.catch(() => stream.destroy()); // it is told at the end of the file
      this.#file = { name, stream, stored };
    }
    const { stream, stored } = this.#file;
    if (!stream.write(part)) await Promise.race([once(stream, 'drain'), stored]);
    if (!last) return;
    stream.end();
    await stored;
    this.#file = undefined;
    this.#done.files++;
  }
}

/** A row with the workspace's id here wherever it stands by itself. */
const renamed = (row: Row, before: Uuid, now: Uuid): Row =>
  Object.fromEntries(Object.entries(row).map(([name, value]) => [name, value === before ? now : value]));
