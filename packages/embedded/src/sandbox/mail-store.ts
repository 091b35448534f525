import { EventEmitter } from 'node:events';
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { type SQLInputValue } from 'node:sqlite';
import { MAIL_COLUMNS, type PlannedAction, type StoredMail, type StoreEvents } from './mail-schema.ts';
import { Mailboxes } from './mailboxes.ts';
import { SqliteIndex } from './sqlite-index.ts';

/**
 * Everything the sandbox remembers: an index in SQLite, bodies as `.eml` files beside it. Survives restarts; beyond
 * `keep` messages the oldest go, with all that hangs on them.
 */
export class MailStore extends EventEmitter<StoreEvents> {
  readonly mailboxes: Mailboxes;
  readonly #index: SqliteIndex;
  readonly #folder: string;
  readonly #keep: number;

  constructor(stateDir: string, keep = 20_000) {
    super();
    this.setMaxListeners(0);
    this.#folder = join(stateDir, 'messages');
    this.#keep = keep;
    mkdirSync(this.#folder, { recursive: true });
    this.#index = new SqliteIndex(join(stateDir, 'index.sqlite'));
    this.mailboxes = new Mailboxes(this.#index, (address, folder) => this.emit('folder', address, folder));
  }

  close(): void {
    this.#index.close();
  }

  /** Deletes every mail, action and override. Folders stay, so that a UID is never given twice. */
  reset(): void {
    this.#index.run('delete from blob');
    this.#index.run('delete from override');
    rmSync(this.#folder, { recursive: true, force: true });
    mkdirSync(this.#folder, { recursive: true });
    this.emit('reset');
  }

  /** Writes a message to disk and returns its blob. */
  async write(raw: Buffer): Promise<number> {
    const blob = this.#index.run('insert into blob (size, created_at) values (?, ?)', raw.length, Date.now());
    const file = this.#file(blob);
    mkdirSync(dirname(file), { recursive: true });
    await writeFile(file, raw);
    if (blob % 100 === 0) this.#dropOldest();
    return blob;
  }

  async read(blob: number): Promise<Buffer> {
    return readFile(this.#file(blob));
  }

  /** The message as stored; for callers inside a synchronous pass over many. */
  readNow(blob: number): Buffer {
    return readFileSync(this.#file(blob));
  }

  addMail(mail: Omit<StoredMail, 'id'>): StoredMail {
    const id = this.#index.run(
      `insert into mail (blob, envelope_from, recipient, envelope_to, submitted_by, from_name, from_address, to_name, subject, message_id, in_reply_to,
       received_at, size) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
      mail.blob,
      mail.envelopeFrom,
      mail.recipient,
      JSON.stringify(mail.envelopeTo),
      mail.submittedBy,
      mail.fromName,
      mail.fromAddress,
      mail.toName,
      mail.subject,
      mail.messageId,
      mail.inReplyTo,
      mail.receivedAt,
      mail.size,
    );
    const stored = { ...mail, id };
    this.emit('mail', stored);
    return stored;
  }

  getMail(id: number): StoredMail | null {
    return this.#mails('where id = ?', id)[0] ?? null;
  }

  findByMessageId(messageId: string): StoredMail[] {
    return this.#mails('where message_id = ? order by id', messageId);
  }

  /** Newest first; `search` looks in addresses, names and subject. */
  listMails(filter: {
    search?: string;
    to?: string;
    from?: string;
    since?: number;
    before?: number;
    limit?: number;
  }): StoredMail[] {
    const like = `%${(filter.search ?? '').replace(/[\\%_]/g, '\\$&')}%`;
    return this.#mails(
      `where id < ? and received_at >= ? and (? = '' or recipient = ?) and (? = '' or from_address = ? or envelope_from = ?)
       and (recipient || ' ' || to_name || ' ' || from_address || ' ' || from_name || ' ' || subject) like ? escape '\\'
       order by id desc limit ?`,
      filter.before ?? Number.MAX_SAFE_INTEGER,
      filter.since ?? 0,
      filter.to ?? '',
      filter.to ?? '',
      filter.from ?? '',
      filter.from ?? '',
      filter.from ?? '',
      like,
      Math.min(filter.limit ?? 100, 1_000),
    );
  }

  countMails(): number {
    return Number(this.#index.one('select count(*) as n from mail')?.['n'] ?? 0);
  }

  /** How many mails this sender's side had already sent to a person before a given one. */
  countEarlier(recipient: string, before: number): number {
    return Number(
      this.#index.one('select count(*) as n from mail where recipient = ? and id < ?', recipient, before)?.['n'] ?? 0,
    );
  }

  /** How many mails a simulated person has written to an address. */
  countReplies(person: string, to: string): number {
    const row = this.#index.one(
      "select count(*) as n from mail where from_address = ? and recipient = ? and submitted_by = ''",
      person,
      to,
    );
    return Number(row?.['n'] ?? 0);
  }

  addAccount(address: string): void {
    this.#index.run('insert into account values (?) on conflict do nothing', address);
  }

  isAccount(address: string): boolean {
    return this.#index.one('select 1 from account where address = ?', address) !== undefined;
  }

  setOverride(address: string, behaviour: unknown): void {
    this.#index.run(
      'insert into override values (?, ?) on conflict do update set behaviour = excluded.behaviour',
      address,
      JSON.stringify(behaviour),
    );
  }

  getOverride(address: string): unknown {
    const row = this.#index.one('select behaviour from override where address = ?', address);
    return row ? JSON.parse(String(row['behaviour'])) : undefined;
  }

  addAction(mail: number, kind: string, dueAt: number, detail: Record<string, unknown>): number {
    const id = this.#index.run(
      'insert into action (mail, kind, detail, due_at) values (?, ?, ?, ?)',
      mail,
      kind,
      JSON.stringify(detail),
      Math.round(dueAt),
    );
    this.emit('action', mail);
    return id;
  }

  finishAction(action: PlannedAction, outcome: string): void {
    this.#index.run('update action set done_at = ?, outcome = ? where id = ?', Date.now(), outcome, action.id);
    this.emit('action', action.mail);
  }

  listActions(mail: number): PlannedAction[] {
    return this.#actions('where mail = ? order by due_at, id', mail);
  }

  listDue(now: number, limit: number): PlannedAction[] {
    return this.#actions('where done_at is null and due_at <= ? order by due_at, id limit ?', now, limit);
  }

  nextDue(): number | null {
    const row = this.#index.one('select min(due_at) as due from action where done_at is null');
    return typeof row?.['due'] === 'number' ? row['due'] : null;
  }

  #dropOldest(): void {
    const rows = this.#index.all('select id from blob order by id desc limit -1 offset ?', this.#keep);
    for (const { id } of rows) {
      rmSync(this.#file(Number(id)), { force: true });
      this.#index.run('delete from blob where id = ?', Number(id));
    }
  }

  #file(blob: number): string {
    return join(this.#folder, String(Math.floor(blob / 1_000)), `${blob}.eml`);
  }

  #mails(where: string, ...values: SQLInputValue[]): StoredMail[] {
    // The columns are exactly the interface's fields; only the list needs decoding.
    return this.#index
      .all(`select ${MAIL_COLUMNS} from mail ${where}`, ...values)
      .map((row) => ({ ...row, envelopeTo: JSON.parse(String(row['envelopeTo'])) }) as unknown as StoredMail); // the columns are named as its fields
  }

  #actions(where: string, ...values: SQLInputValue[]): PlannedAction[] {
    const rows = this.#index.all(
      `select id, mail, kind, detail, due_at as dueAt, done_at as doneAt, outcome from action ${where}`,
      ...values,
    );
    return rows.map((row) => ({ ...row, detail: JSON.parse(String(row['detail'])) }) as unknown as PlannedAction); // the columns are named as its fields
  }
}
