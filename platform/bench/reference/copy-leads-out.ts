import { createWriteStream } from 'node:fs';
import { finished } from 'node:stream/promises';
import pg from 'pg';

/** The limit of an export: bare COPY of the same columns in the same order, its bytes into a file. Prints its milliseconds. */
const [path = '', columns = '', url = ''] = process.argv.slice(2);

/** The part of pg's connection that COPY needs; its typings leave it out. */
interface CopyConnection {
  query(text: string): void;
}

/** One COPY as something that pg's client can run. */
class CopyOut {
  readonly done = Promise.withResolvers<void>();
  readonly #file = createWriteStream(path);

  submit(connection: CopyConnection): void {
    connection.query(
      `copy (select ${columns} from lead order by created_at desc, id desc) to stdout (format csv, header true)`,
    );
  }
  handleCopyData({ chunk }: { chunk: Buffer }): void {
    this.#file.write(Buffer.from(chunk)); // the parser writes its next message over this one
  }
  handleError(error: Error): void {
    this.done.reject(error);
  }
  handleReadyForQuery(): void {
    this.#file.end();
    void finished(this.#file).then(() => this.done.resolve());
  }
  handleCommandComplete(): void {}
}

const client = new pg.Client(url);
await client.connect();
const begun = Date.now();
const copy = client.query(new CopyOut() as unknown as pg.Submittable) as unknown as CopyOut; // it is one at runtime
await copy.done.promise;
console.log(Date.now() - begun);
await client.end();
