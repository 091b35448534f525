import { randomBytes, scryptSync } from 'node:crypto';
import { createSealing } from '#adapters/secrets';
import { sealedColumns } from '#features';
import type { Row } from '#kernel';
import type { Secrets } from '#ports';
import { ArchiveError } from './archive-error.ts';

/** The context that texts of an archive are sealed for. */
const context = 'archive';
export const leastWords = 12;

export const newSalt = (): string => randomBytes(16).toString('base64url');

/** Seals what an archive holds of passwords with a key made of words that whoever takes it in must know. */
export class ArchiveSealing {
  readonly #sealing: Pick<Secrets, 'open' | 'seal'>;

  constructor(words: string | undefined, salt: string) {
    if (!words || words.length < leastWords)
      throw new ArchiveError(
        `Give the words that open the archive's passwords in ARCHIVE_KEY, ${leastWords} characters or more.`,
      );
    const key = scryptSync(words, salt, 32, { N: 2 ** 16, r: 8, p: 1, maxmem: 2 ** 27 });
    this.#sealing = createSealing(key.toString('hex'), []);
  }

  /** What tells later whether the words are the same. */
  proof(): string {
    return this.#sealing.seal(context, context);
  }

  /** @throws ArchiveError when the words are others. */
  check(proof: string): void {
    try {
      this.#sealing.open(proof, context);
    } catch (cause) {
      throw new ArchiveError('ARCHIVE_KEY is not what the archive was written with.', { cause });
    }
  }

  /** A row for an archive, its sealed texts under the archive's key. */
  take(secrets: Secrets, workspaceId: string, table: string, row: Row): Row {
    return this.#each(table, row, (text) => this.#sealing.seal(secrets.open(text, workspaceId), context));
  }

  /** A row out of an archive, its sealed texts under the installation's key. */
  give(secrets: Secrets, workspaceId: string, table: string, row: Row): Row {
    return this.#each(table, row, (text) => secrets.seal(this.#sealing.open(text, context), workspaceId));
  }

  #each(table: string, row: Row, change: (text: string) => string): Row {
    const columns = sealedColumns.flatMap((one) => (one.table === table ? one.columns : []));
    if (columns.length === 0) return row;
    const changed = columns.flatMap((column) => {
      const text = row[column];
      return typeof text === 'string' ? [[column, change(text)]] : [];
    });
    return { ...row, ...Object.fromEntries(changed) };
  }
}
