import { createWriteStream } from 'node:fs';
import { open, rename, rm } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { finished, pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import pg from 'pg';
import type { Uuid } from '@tabard/contract';
import { carriedFiles } from '#features';
import { findWorkspace } from '#features/identity/workspace';
import type { App, Row, Sql } from '#kernel';
import { loginUrls, readHistory } from '../migrate/index.ts';
import { ArchiveError } from './archive-error.ts';
import type { ArchiveHead, ArchiveLine } from './archive-line.ts';
import { noteInLog } from './note-in-log.ts';
import { ArchiveSealing, newSalt } from './archive-sealing.ts';
import { readTenantTables } from './tenant-tables.ts';

/** Rows that are fetched at once, and bytes of a part of a file. */
const fetchedRows = 200;
const partBytes = 256 * 1024;

export interface Archived {
  rows: number;
  files: number;
  /** Campaigns that were running when it was taken. */
  running: number;
}

/**
 * Writes all of a workspace as it is at one moment into a file that nobody else may read: it appears under its name when it is
 * complete. What is made of it elsewhere does not send before somebody says so.
 * @throws ArchiveError
 */
export async function writeArchive(
  app: App,
  { workspaceId, file, words }: { workspaceId: Uuid; file: string; words: string | undefined },
): Promise<Archived> {
  const taking = await beginTaking(app, workspaceId, words);
  const { done } = taking;
  const part = `${file}.part`;
  await rm(part, { force: true });
  try {
    const lines = Readable.from(linesOf(app, taking), { objectMode: true });
    await pipeline(lines, createGzip(), createWriteStream(part, { flags: 'wx', mode: 0o600 }));
    const handle = await open(part, 'r');
    await handle.sync();
    await handle.close();
    await rename(part, file);
    await app.database.write(workspaceId, (_em, sql) => noteInLog(sql, workspaceId, 'workspaces.export'));
  } catch (error) {
    await rm(part, { force: true });
    throw error;
  }
  return done;
}

/** How the log is told of an archive that leaves as a stream. */
export interface StreamNotes {
  /** Notes that all of it leaves; before its last line does, so that none is whole without it. */
  whole(sql: Sql): Promise<void>;
  /** Notes why it ended earlier. */
  broken(code: 'request.aborted' | 'internal.unexpected'): void;
}

/**
 * The same as a stream, for whoever keeps it: it is whole when its last line says so.
 * @throws ArchiveError
 */
export async function streamArchive(
  app: App,
  { workspaceId, words }: { workspaceId: Uuid; words: string },
  notes: StreamNotes,
): Promise<Readable> {
  const taking = await beginTaking(app, workspaceId, words);
  const atEnd = () => app.database.write(workspaceId, (_em, sql) => notes.whole(sql));
  const zip = createGzip();
  // Whoever reads is told by the stream itself.
  pipeline(Readable.from(linesOf(app, taking, atEnd), { objectMode: true }), zip).catch(() => undefined);
  // Ends well when the last byte was taken.
  finished(zip).catch((error: NodeJS.ErrnoException) =>
    notes.broken(error.code === 'ERR_STREAM_PREMATURE_CLOSE' ? 'request.aborted' : 'internal.unexpected'),
  );
  return zip;
}

async function beginTaking(app: App, workspaceId: Uuid, words: string | undefined): Promise<Taking> {
  const placed = (await findWorkspace(app, workspaceId)) ?? fail('There is no such workspace here.');
  const { name, settings, brand } = placed.row;
  const salt = newSalt();
  const sealing = new ArchiveSealing(words, salt);
  const head: ArchiveHead = {
    archive: 1,
    migration: (await readHistory()).at(-1) ?? '',
    takenAt: new Date().toISOString(),
    salt,
    proof: sealing.proof(),
    workspace: { id: workspaceId, name, settings: { ...settings }, brand: { ...brand } },
  };
  return { head, sealing, done: { rows: 0, files: 0, running: 0 } };
}

function fail(words: string): never {
  throw new ArchiveError(words);
}

interface Taking {
  head: ArchiveHead;
  sealing: ArchiveSealing;
  done: Archived;
}

/** `atEnd` is waited for before the last line. */
async function* linesOf(
  app: App,
  { head, sealing, done }: Taking,
  atEnd?: () => Promise<void>,
): AsyncGenerator<string> {
  const workspaceId = head.workspace.id;
  const written = (line: ArchiveHead | ArchiveLine): string => `${JSON.stringify(line)}\n`;
  yield written(head);
  for await (const { table, row } of rowsOf(app, workspaceId)) {
    done.rows++;
    if (table === 'campaign' && row['state'] === 'running') done.running++;
    yield written({ table, row: sealing.take(app.ports.secrets, workspaceId, table, row) });
  }
  for (const folder of carriedFiles)
    for await (const key of app.ports.blobs.list(`${workspaceId}/${folder}/`)) {
      // It may be gone by now, with the row that named it.
      if ((await app.ports.blobs.size(key)) === null) continue;
      done.files++;
      const file = key.slice(workspaceId.length + 1);
      for await (const { part, last } of partsOf(await app.ports.blobs.get(key))) yield written({ file, part, last });
    }
  await atEnd?.();
  yield written({ end: { rows: done.rows, files: done.files } });
}

/** Every row that goes into the archive, all as they were at one moment. */
async function* rowsOf(app: App, workspaceId: Uuid): AsyncGenerator<{ table: string; row: Row }> {
  const client = new pg.Client({ connectionString: loginUrls(app.config).runtimeUrl });
  await client.connect();
  try {
    await client.query('begin transaction isolation level repeatable read read only');
    await client.query(`select set_config('app.workspace_id', $1, true)`, [workspaceId]);
    const sql: Sql = async <R extends object>(text: string, values?: unknown[]) =>
      (await client.query<R>(text, values)).rows;
    for (const { name } of await readTenantTables(sql)) {
      await client.query(`declare taken no scroll cursor for select to_jsonb(t) as row from "${name}" t`);
      for (;;) {
        const { rows } = await client.query<{ row: Row }>(`fetch ${fetchedRows} from taken`);
        for (const { row } of rows) yield { table: name, row };
        if (rows.length < fetchedRows) break;
      }
      await client.query('close taken');
    }
  } finally {
    await client.end();
  }
}

async function* partsOf(stream: Readable): AsyncGenerator<{ part: string; last: boolean }> {
  let held = Buffer.alloc(0);
  for await (const chunk of stream as AsyncIterable<Buffer>) {
    held = Buffer.concat([held, chunk]);
    while (held.length > partBytes) {
      yield { part: held.subarray(0, partBytes).toString('base64'), last: false };
      held = held.subarray(partBytes);
    }
  }
  yield { part: held.toString('base64'), last: true };
}
