/** A mail as one recipient got it. The same bytes sent to two recipients are two of these. */
export interface StoredMail {
  id: number;
  /** The raw message; several mails and mailbox entries may share one. */
  blob: number;
  envelopeFrom: string;
  recipient: string;
  /** Everybody named in the same transaction. */
  envelopeTo: string[];
  /** The account that authenticated; empty for mail written by a simulated person or a mail system. */
  submittedBy: string;
  fromName: string;
  fromAddress: string;
  toName: string;
  subject: string;
  messageId: string;
  inReplyTo: string;
  receivedAt: number;
  size: number;
}

/** One message in one folder of one mailbox. */
export interface MailboxEntry {
  uid: number;
  blob: number;
  flags: string[];
  internalDate: number;
  size: number;
}

/** Something a simulated person will do, is doing or did because of a mail. */
export interface PlannedAction {
  id: number;
  mail: number;
  kind: string;
  detail: Record<string, unknown>;
  dueAt: number;
  doneAt: number | null;
  outcome: string | null;
}

/** Folders every mailbox has, with the use IMAP announces for them. */
export const FOLDERS: Readonly<Record<string, string>> = {
  INBOX: '',
  Drafts: '\\Drafts',
  Sent: '\\Sent',
  Trash: '\\Trash',
};

/** The index's tables. Deleting a blob deletes everything that stands on it. */
export const SCHEMA = `
  create table if not exists blob (id integer primary key autoincrement, size integer not null, created_at integer not null);
  create table if not exists mail (
    id integer primary key autoincrement, blob integer not null references blob on delete cascade, envelope_from text not null, recipient text not null,
    envelope_to text not null, submitted_by text not null, from_name text not null, from_address text not null, to_name text not null, subject text not null,
    message_id text not null, in_reply_to text not null, received_at integer not null, size integer not null);
  create index if not exists mail_blob on mail (blob);
  create index if not exists mail_recipient on mail (recipient, id);
  create index if not exists mail_message_id on mail (message_id);
  create table if not exists folder (address text not null, name text not null, uid_validity integer not null, uid_next integer not null, special text not null,
    primary key (address, name)) without rowid;
  create table if not exists entry (
    address text not null, folder text not null, uid integer not null, blob integer not null references blob on delete cascade, flags text not null,
    internal_date integer not null, primary key (address, folder, uid)) without rowid;
  create index if not exists entry_blob on entry (blob);
  create table if not exists action (
    id integer primary key autoincrement, mail integer not null references mail on delete cascade, kind text not null, detail text not null,
    due_at integer not null, done_at integer, outcome text);
  create index if not exists action_due on action (due_at) where done_at is null;
  create index if not exists action_mail on action (mail);
  create table if not exists account (address text primary key) without rowid;
  create table if not exists override (address text primary key, behaviour text not null) without rowid;`;

/** The columns of `mail` under the names of `StoredMail`. */
export const MAIL_COLUMNS = `id, blob, envelope_from as envelopeFrom, recipient, envelope_to as envelopeTo, submitted_by as submittedBy, from_name as fromName,
  from_address as fromAddress, to_name as toName, subject, message_id as messageId, in_reply_to as inReplyTo, received_at as receivedAt, size`;

/** What the store tells its listeners. */
export interface StoreEvents {
  /** A mail for a recipient was stored. */
  mail: [StoredMail];
  /** A folder gained, lost or changed messages. */
  folder: [address: string, folder: string];
  /** A planned action appeared or ran. */
  action: [mail: number];
  reset: [];
}
