import { createReadStream, createWriteStream } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { once } from 'node:events';
import { finished } from 'node:stream/promises';
import { rejectedColumns } from '@tabard/contract';
import type { App } from '#kernel';
import { csvLine } from './csv-line.rules.ts';
import type { RejectedRow } from './lead-import-row.ts';
import type { RowProblem } from './lead-row.rules.ts';

/** Rejected rows shown with the import itself. */
const shown = 20;

/** Where the whole report of an import is kept. */
export const reportKey = (workspaceId: string, importId: string) => `${workspaceId}/imports/${importId}/rejected.csv`;

/**
 * Collects rejected rows: the first few for the screen, all of them in a CSV file. Before a row's own cells stand its line, the reason in
 * plain words, and the same as a code with what it names, to be told in another language.
 */
export class RejectedReport {
  readonly first: RejectedRow[] = [];
  count = 0;
  readonly #folder: string;
  readonly #file: ReturnType<typeof createWriteStream>;

  private constructor(folder: string, header: string[]) {
    this.#folder = folder;
    this.#file = createWriteStream(join(folder, 'rejected.csv'));
    this.#file.write(csvLine([...rejectedColumns, ...header], '\ufeff'));
  }

  static async open(header: string[]): Promise<RejectedReport> {
    return new RejectedReport(await mkdtemp(join(tmpdir(), 'import-')), header);
  }

  /** Adds a row. Waits when the disk is slower than the file that is read. */
  async add(line: number, problem: RowProblem, cells: string[]): Promise<void> {
    this.count += 1;
    if (this.first.length < shown) this.first.push({ line, ...problem, value: problem.value.slice(0, 200) });
    const { reason, code, field = '', limit = '' } = problem;
    const row = csvLine([String(line), reason, code, field, String(limit), ...cells]);
    if (!this.#file.write(row)) await once(this.#file, 'drain');
  }

  /** Puts the report where it can be downloaded, if there is anything in it. */
  async keep(app: App, key: string): Promise<void> {
    this.#file.end();
    await finished(this.#file);
    if (this.count > 0)
      await app.ports.blobs.put(key, createReadStream(join(this.#folder, 'rejected.csv')), {
        maxBytes: Number.MAX_SAFE_INTEGER,
      });
  }

  async discard(): Promise<void> {
    this.#file.destroy();
    await rm(this.#folder, { recursive: true, force: true });
  }
}
