import { readCustomFields } from '#features/crm/custom-field';
import { addByEmail } from '#features/crm/list';
import { keptOf, settleWords, type KeptWord } from '#features/crm/tag';
import { databaseZones, type CallScope, type WriteScope } from '#kernel';
import { ownersByAddress } from './find-owners.ts';
import { CompanyFinder } from './find-companies.ts';
import { CsvDecoder } from './csv-decoder.rules.ts';
import { isSeparatorRow } from './csv-dialect.rules.ts';
import { CsvError, CsvScanner } from './csv-scanner.rules.ts';
import type { LeadImportRow } from './lead-import-row.ts';
import { readRow, type ColumnTargets, type ImportRow, type RowFacts, type RowProblem } from './lead-row.rules.ts';
import { targetsOf } from './mapping.rules.ts';
import { openSource } from './open-source.ts';
import { RejectedReport, reportKey } from './rejected-report.ts';
import { writeBatch } from './write-batch.ts';

/** What became of a file's rows. */
export interface ImportCounts {
  read: number;
  created: number;
  updated: number;
  skipped: number;
  rejected: number;
  first: RejectedReport['first'];
}

/** The import was cancelled while it ran. */
export class ImportCancelled extends Error {
  readonly counts: ImportCounts;
  constructor(counts: ImportCounts) {
    super('cancelled');
    this.counts = counts;
  }
}

/** Rows written by one statement, and how often progress is told. */
const [batchSize, tellEveryMs] = [1000, 500];

interface PendingRow {
  cells: string[];
  line: number;
}

/** Streams a file into leads in one transaction. `tell` gets the share done and the rows read, and says whether to go on. */
export async function importFile(
  scope: CallScope,
  job: LeadImportRow,
  tell: (progress: number, read: number) => Promise<boolean>,
): Promise<ImportCounts> {
  const { open, size } = await openSource(scope, job.upload_id, job.options.sheet);
  const zones = await databaseZones(scope.app);
  let report: RejectedReport | null = null;
  try {
    const counts = await scope.write(async (write) => {
      // Tags are made beside the import: whoever writes the same word meanwhile does not wait for its end.
      const settle: Settle = (words) => scope.write((beside) => settleWords(beside, words));
      const run = new ImportRun(write, job, {
        zones,
        fields: await readCustomFields(write, 'lead'),
        owners: await ownersByAddress(write),
        companies: await CompanyFinder.open(write),
        settle,
      });
      const decoder = new CsvDecoder(job.options.encoding);
      let bytes = 0;
      let told = Date.now();
      for await (const chunk of await open()) {
        bytes += (chunk as Buffer).length; // a file stream without encoding gives buffers
        run.push(decoder.push(chunk as Buffer));
        report = await run.flush(batchSize);
        if (Date.now() - told >= tellEveryMs) {
          told = Date.now();
          if (!(await tell(bytes / size, run.counts.read))) throw new ImportCancelled({ ...run.counts, first: [] });
        }
      }
      run.push(decoder.end());
      run.end();
      report = await run.flush(1);
      await run.settle();
      return { ...run.counts, rejected: report?.count ?? 0, first: report?.first ?? [] };
    });
    await (report as RejectedReport | null)?.keep(scope.app, reportKey(scope.workspaceId, job.id));
    return counts;
  } finally {
    await (report as RejectedReport | null)?.discard();
  }
}

const takenFault = (value: string): RowProblem => ({
  code: 'email_taken',
  field: 'email',
  reason: 'Another lead has this email address.',
  value,
});

type Settle = (words: readonly string[]) => Promise<Map<string, KeptWord>>;
/** What rows are checked against. */
interface Known extends RowFacts {
  /** Finds the companies of leads; null where the workspace wants none. */
  companies: CompanyFinder | null;
  /** What is kept of words that leads are to carry. */
  settle: Settle;
}

/** The rows of one file on their way: scanned, checked, written in batches while the next ones are scanned. */
class ImportRun {
  readonly counts = { read: 0, created: 0, updated: 0, skipped: 0, rejected: 0 };
  readonly #write: WriteScope;
  readonly #job: LeadImportRow;
  readonly #known: Known;
  readonly #tags = new Map<string, KeptWord>();
  readonly #scanner: CsvScanner;
  #targets: ColumnTargets | null = null;
  #report: RejectedReport | null = null;
  #header: string[] = [];
  #scanned: PendingRow[] = [];
  #ready: { row: ImportRow; cells: string[] }[] = [];
  /** The statement under way; the next batch is prepared while PostgreSQL works on this one. */
  #writing: Promise<void> = Promise.resolve();

  constructor(write: WriteScope, job: LeadImportRow, known: Known) {
    this.#known = known;
    this.#write = write;
    this.#job = job;
    const { headerRow = 1 } = job.options;
    this.#scanner = new CsvScanner(job.options.delimiter, (cells, line) => {
      if (this.#targets) this.#scanned.push({ cells, line });
      else if (line >= headerRow && !isSeparatorRow(cells, job.options.delimiter, line)) this.#start(cells);
    });
  }

  push(text: string): void {
    if (text.includes('\0')) throw new CsvError('not_text', 'The file has bytes that no text has.');
    this.#scanner.push(text);
  }

  end(): void {
    this.#scanner.end();
    if (!this.#targets) throw new CsvError('no_header', 'The file has no header.', 1);
  }

  /** Checks what was scanned and writes when at least `least` rows wait. */
  async flush(least: number): Promise<RejectedReport | null> {
    if (!this.#targets) return null;
    this.#report ??= await RejectedReport.open(this.#header);
    for (const { cells, line } of this.#scanned) {
      this.counts.read += 1;
      const row = readRow(cells, line, this.#targets, this.#known);
      if ('code' in row) await this.#report.add(line, row, cells);
      else this.#ready.push({ row, cells });
    }
    this.#scanned = [];
    if (this.#ready.length >= least) {
      await this.#writing;
      this.#writing = this.#writeReady(this.#ready, this.#report);
      // Its failure is met by the next await; until then it must not count as unhandled.
      this.#writing.catch(() => undefined);
      this.#ready = [];
    }
    return this.#report;
  }

  settle(): Promise<void> {
    return this.#writing;
  }

  #start(header: string[]): void {
    this.#header = header.map((name) => name.trim());
    this.#targets = targetsOf(this.#job.options.mapping, this.#header);
  }

  /** Gives every word of a batch the spelling of its tag; a word that came before is not asked for again. */
  async #settleTags(batch: readonly { row: ImportRow }[]): Promise<string[]> {
    const { tags } = this.#job.options;
    const given = [...tags, ...batch.flatMap(({ row }) => row.tags ?? [])];
    const further = [...new Set(given)].filter((word) => !this.#tags.has(word));
    if (further.length > 0) for (const [word, kept] of await this.#known.settle(further)) this.#tags.set(word, kept);
    for (const { row } of batch) row.tags &&= keptOf(this.#tags, row.tags);
    return keptOf(this.#tags, tags);
  }

  async #writeReady(batch: { row: ImportRow; cells: string[] }[], report: RejectedReport): Promise<void> {
    await this.#known.companies?.join(batch.map(({ row }) => row));
    const tags = await this.#settleTags(batch);
    const result = await writeBatch(
      this.#write.sql,
      this.#write.workspaceId,
      this.#job.id,
      { ...this.#job.options, tags },
      batch.map(({ row }) => row),
    );
    if (this.#job.options.listId) {
      const taken = new Set(result.taken);
      const kept = batch.flatMap(({ row }) => (taken.has(row) ? [] : [row.fields.email!])); // a row without one was rejected
      await addByEmail(this.#write, this.#job.options.listId, kept);
    }
    this.counts.created += result.created;
    this.counts.updated += result.updated;
    this.counts.skipped += result.skipped;
    if (result.taken.length === 0) return;
    const cells = new Map(batch.map((entry) => [entry.row, entry.cells]));
    for (const row of result.taken)
      await report.add(row.line, takenFault(row.fields.email ?? ''), cells.get(row) ?? []);
  }
}
