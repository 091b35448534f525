import { once } from 'node:events';
import { createReadStream } from 'node:fs';
import type { Socket } from 'node:net';
import pg from 'pg';
import { csvColumns } from '../fixture/write-lead-csv.ts';

/**
 * The limit of an import: the bytes of the file go unread into two COPY statements, into a table with the same columns and
 * indexes. Nothing is checked, mapped, normalised or compared. Prints its milliseconds.
 */
const [path = '', url = ''] = process.argv.slice(2);

/** The part of pg's connection that COPY needs; its typings leave it out. */
interface CopyConnection {
  stream: Socket;
  query(text: string): void;
  sendCopyFromChunk(chunk: Buffer): void;
  endCopyFrom(): void;
}

/** One COPY as something that pg's client can run. */
class Copy {
  #connection: CopyConnection | undefined;
  readonly ready = Promise.withResolvers<void>();
  readonly done = Promise.withResolvers<void>();

  submit(connection: CopyConnection): void {
    this.#connection = connection;
    connection.query(`copy lead_copy (${csvColumns.join(', ')}) from stdin (format csv)`);
  }
  async write(chunk: Buffer): Promise<void> {
    const { stream } = this.#connection!; // writers wait for `ready`, which comes after `submit`
    this.#connection!.sendCopyFromChunk(chunk);
    if (stream.writableNeedDrain) await once(stream, 'drain');
  }
  end(): void {
    this.#connection?.endCopyFrom();
  }
  handleCopyInResponse(): void {
    this.ready.resolve();
  }
  handleError(error: Error): void {
    this.ready.reject(error);
    this.done.reject(error);
  }
  handleReadyForQuery(): void {
    this.done.resolve();
  }
  handleCommandComplete(): void {}
}

const clients = [new pg.Client(url), new pg.Client(url)];
await Promise.all(clients.map((client) => client.connect()));
const begun = Date.now();
const copies = clients.map((client) => client.query(new Copy() as unknown as pg.Submittable) as unknown as Copy); // it is one at runtime
await Promise.all(copies.map((copy) => copy.ready.promise));
let [rest, turn, isHeader] = [Buffer.alloc(0), 0, true];
for await (const piece of createReadStream(path, { highWaterMark: 256 * 1024 })) {
  const chunk = Buffer.concat([rest, piece as Buffer]); // a stream without encoding gives buffers
  const from = isHeader ? chunk.indexOf(10) + 1 : 0;
  const end = chunk.lastIndexOf(10) + 1;
  isHeader = false;
  await copies[turn++ % copies.length]?.write(Buffer.from(chunk.subarray(from, end)));
  rest = chunk.subarray(end);
}
for (const copy of copies) copy.end();
await Promise.all(copies.map((copy) => copy.done.promise));
console.log(Date.now() - begun);
await Promise.all(clients.map((client) => client.end()));
