import { FOLDERS, type MailboxEntry } from './mail-schema.ts';
import { type SqliteIndex } from './sqlite-index.ts';

/** The folders of every address and which message lies in which, with UIDs that are never given twice. */
export class Mailboxes {
  readonly #index: SqliteIndex;
  readonly #onChange: (address: string, folder: string) => void;

  constructor(index: SqliteIndex, onChange: (address: string, folder: string) => void) {
    this.#index = index;
    this.#onChange = onChange;
  }

  /** Makes the folders of a mailbox that was never seen. */
  ensureMailbox(address: string): void {
    const validity = Math.floor(Date.now() / 1_000);
    for (const [name, special] of Object.entries(FOLDERS)) this.#addFolder(address, name, validity, special);
  }

  createFolder(address: string, name: string): void {
    this.#addFolder(address, name, Math.floor(Date.now() / 1_000), '');
  }

  listFolders(address: string): { name: string; special: string }[] {
    return this.#index.all('select name, special from folder where address = ? order by name', address).map((row) => ({
      name: String(row['name']),
      special: String(row['special']),
    }));
  }

  getFolder(address: string, name: string): { uidValidity: number; uidNext: number } | null {
    const row = this.#index.one(
      'select uid_validity, uid_next from folder where address = ? and name = ?',
      address,
      name,
    );
    return row ? { uidValidity: Number(row['uid_validity']), uidNext: Number(row['uid_next']) } : null;
  }

  /** Puts a message into a folder and returns its UID. */
  addEntry(address: string, folder: string, blob: number, flags: string[] = [], internalDate = Date.now()): number {
    this.ensureMailbox(address);
    const row = this.#index.one(
      'update folder set uid_next = uid_next + 1 where address = ? and name = ? returning uid_next - 1 as uid',
      address,
      folder,
    );
    const uid = Number(row?.['uid']);
    this.#index.run(
      'insert into entry values (?, ?, ?, ?, ?, ?)',
      address,
      folder,
      uid,
      blob,
      flags.join(' '),
      internalDate,
    );
    this.#onChange(address, folder);
    return uid;
  }

  listEntries(address: string, folder: string): MailboxEntry[] {
    const rows = this.#index.all(
      'select uid, blob, flags, internal_date, size from entry join blob on blob.id = entry.blob where address = ? and folder = ? order by uid',
      address,
      folder,
    );
    return rows.map((row) => ({
      uid: Number(row['uid']),
      blob: Number(row['blob']),
      flags: String(row['flags']).split(' ').filter(Boolean),
      internalDate: Number(row['internal_date']),
      size: Number(row['size']),
    }));
  }

  setFlags(address: string, folder: string, uid: number, flags: string[]): void {
    this.#index.run(
      'update entry set flags = ? where address = ? and folder = ? and uid = ?',
      flags.join(' '),
      address,
      folder,
      uid,
    );
    this.#onChange(address, folder);
  }

  removeEntry(address: string, folder: string, uid: number): void {
    this.#index.run('delete from entry where address = ? and folder = ? and uid = ?', address, folder, uid);
    this.#onChange(address, folder);
  }

  #addFolder(address: string, name: string, validity: number, special: string): void {
    this.#index.run(
      'insert into folder values (?, ?, ?, 1, ?) on conflict do nothing',
      address,
      name,
      validity,
      special,
    );
  }
}
