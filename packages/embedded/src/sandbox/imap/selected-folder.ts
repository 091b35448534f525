import { type MailboxEntry } from '../mail-schema.ts';
import { type MailStore } from '../mail-store.ts';
import { fetchItem } from './fetch-item.ts';
import { type MimePart, readMimePart } from './mime-part.ts';
import { textOf, type Token, wordOf } from './read-command.ts';
import { Refusal } from './refusal.ts';
import { compileSearch, inSet } from './search-messages.ts';

/** The folder a client has opened, with the messages as that client knows them by sequence number. */
export class SelectedFolder {
  readonly folder: string;
  readonly readOnly: boolean;
  /** Something changed that the client has not heard of. */
  stale = false;
  readonly #store: MailStore;
  readonly #address: string;
  readonly #send: (line: string | Buffer) => void;
  #entries: MailboxEntry[];

  constructor(options: {
    store: MailStore;
    address: string;
    folder: string;
    readOnly: boolean;
    entries: MailboxEntry[];
    send: (line: string | Buffer) => void;
  }) {
    this.#store = options.store;
    this.#address = options.address;
    this.folder = options.folder;
    this.readOnly = options.readOnly;
    this.#entries = options.entries;
    this.#send = options.send;
  }

  /** Does a command that works on messages and returns the text of its OK. */
  run(command: string, args: Token[], byUid: boolean): string {
    switch (command) {
      case 'FETCH':
        return this.#fetch(args, byUid);
      case 'SEARCH':
        return this.#search(args, byUid);
      case 'STORE':
        return this.#storeFlags(args, byUid);
      case 'EXPUNGE':
        this.expunge(byUid ? textOf(args[0]) : null);
        return 'done';
      default:
        throw new Refusal('BAD', `Unknown command ${command}`);
    }
  }

  #fetch(args: Token[], byUid: boolean): string {
    const items = (Array.isArray(args[1]) ? args[1] : args.slice(1, 2)).flatMap((token) => {
      const macro: Record<string, string[]> = {
        ALL: ['FLAGS', 'INTERNALDATE', 'RFC822.SIZE', 'ENVELOPE'],
        FAST: ['FLAGS', 'INTERNALDATE', 'RFC822.SIZE'],
        FULL: ['FLAGS', 'INTERNALDATE', 'RFC822.SIZE', 'ENVELOPE', 'BODY'],
      };
      return macro[wordOf(token)] ?? [textOf(token)];
    });
    if (byUid && !items.some((item) => item.toUpperCase() === 'UID')) items.unshift('UID');
    for (const { entry, sequence } of this.#pick(textOf(args[0]), byUid)) {
      const message = reader(this.#store, entry);
      const reads = items.some((item) => /^(BODY\[|RFC822$|RFC822\.TEXT$)/i.test(item));
      if (reads && !this.readOnly && !entry.flags.includes('\\Seen')) {
        entry.flags.push('\\Seen');
        this.#store.mailboxes.setFlags(this.#address, this.folder, entry.uid, entry.flags);
        if (!items.some((item) => item.toUpperCase() === 'FLAGS')) items.push('FLAGS');
      }
      const parts = items.flatMap((item, index) => [Buffer.from(index ? ' ' : ''), fetchItem(item, entry, message)]);
      this.#send(Buffer.concat([Buffer.from(`* ${sequence} FETCH (`), ...parts, Buffer.from(')')]));
    }
    return 'done';
  }

  #search(args: Token[], byUid: boolean): string {
    const keys = wordOf(args[0]) === 'CHARSET' ? args.slice(2) : args;
    const test = compileSearch(keys, this.#highest());
    const found = this.#entries.flatMap((entry, index) => {
      const matches = test({ entry, sequence: index + 1, message: reader(this.#store, entry) });
      return matches ? [byUid ? entry.uid : index + 1] : [];
    });
    this.#send(`* SEARCH${found.map((number) => ` ${number}`).join('')}`);
    return 'done';
  }

  #storeFlags(args: Token[], byUid: boolean): string {
    if (this.readOnly) throw new Refusal('NO', '[READ-ONLY] The folder was opened for reading');
    const how = wordOf(args[1]);
    const flags = Array.isArray(args[2]) ? args[2].map(textOf) : args.slice(2).map(textOf);
    for (const { entry, sequence } of this.#pick(textOf(args[0]), byUid)) {
      const kept = entry.flags.filter((flag) => !flags.includes(flag));
      entry.flags = how.startsWith('-') ? kept : how.startsWith('+') ? [...kept, ...flags] : flags;
      this.#store.mailboxes.setFlags(this.#address, this.folder, entry.uid, entry.flags);
      if (how.endsWith('.SILENT')) continue;
      this.#send(`* ${sequence} FETCH (${byUid ? `UID ${entry.uid} ` : ''}FLAGS (${entry.flags.join(' ')}))`);
    }
    return 'done';
  }

  /** Copies or moves messages into another folder; the code of the answer tells the new UIDs (RFC 4315). */
  copy(set: string, target: { name: string; uidValidity: number }, byUid: boolean, move: boolean): string {
    const picked = this.#pick(set, byUid);
    const made = picked.map(({ entry }) =>
      this.#store.mailboxes.addEntry(this.#address, target.name, entry.blob, entry.flags, entry.internalDate),
    );
    const code = picked.length
      ? `[COPYUID ${target.uidValidity} ${picked.map(({ entry }) => entry.uid).join(',')} ${made.join(',')}]`
      : '';
    if (!move) return `${code} copied`;
    this.#send(`* OK ${code} moved`);
    for (const { entry } of picked) this.#store.mailboxes.removeEntry(this.#address, this.folder, entry.uid);
    this.sync();
    return 'moved';
  }

  /** Removes what is marked deleted, all of it or within a UID set. */
  expunge(uids: string | null): void {
    if (this.readOnly) throw new Refusal('NO', '[READ-ONLY] The folder was opened for reading');
    const top = this.#highest().uid;
    for (const { uid, flags } of this.#entries) {
      if (!flags.includes('\\Deleted') || (uids && !inSet(uids, uid, top))) continue;
      this.#store.mailboxes.removeEntry(this.#address, this.folder, uid);
    }
  }

  #pick(set: string, byUid: boolean): { entry: MailboxEntry; sequence: number }[] {
    const top = this.#highest();
    return this.#entries
      .map((entry, index) => ({ entry, sequence: index + 1 }))
      .filter(({ entry, sequence }) => inSet(set, byUid ? entry.uid : sequence, byUid ? top.uid : top.sequence));
  }

  /** Tells the client what happened to the selected folder since it last heard. */
  sync(): void {
    if (!this.stale) return;
    this.stale = false;
    const now = this.#store.mailboxes.listEntries(this.#address, this.folder);
    const present = new Map(now.map((entry) => [entry.uid, entry]));
    for (let index = this.#entries.length - 1; index >= 0; index--) {
      if (!present.has(this.#entries[index]?.uid ?? 0)) this.#send(`* ${index + 1} EXPUNGE`);
    }
    const before = this.#entries.filter(({ uid }) => present.has(uid));
    for (const [index, { uid, flags }] of before.entries()) {
      const fresh = present.get(uid)?.flags ?? [];
      if (fresh.join(' ') !== flags.join(' '))
        this.#send(`* ${index + 1} FETCH (UID ${uid} FLAGS (${fresh.join(' ')}))`);
    }
    if (now.length > before.length) this.#send(`* ${now.length} EXISTS`);
    this.#entries = now;
  }

  #highest(): { uid: number; sequence: number } {
    return { uid: this.#entries.at(-1)?.uid ?? 0, sequence: this.#entries.length };
  }
}

function reader(store: MailStore, entry: MailboxEntry): () => MimePart {
  let part: MimePart | undefined;
  return () => (part ??= readMimePart(store.readNow(entry.blob)));
}
