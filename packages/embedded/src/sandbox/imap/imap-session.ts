import { type Socket } from 'node:net';
import { normalizeAddress } from '../address.ts';
import { type MailboxEntry, type MailStore } from '../mail-store.ts';
import { describeEnvelope, describeStructure, imapString } from './describe-message.ts';
import { type MimePart, readMimePart } from './mime-part.ts';
import { CommandReader, readTokens, textOf, type Token, wordOf } from './read-command.ts';
import { readSection } from './read-section.ts';
import { compileSearch, inSet } from './search-messages.ts';

export interface ImapOptions {
  store: MailStore;
  password: string;
}

const CAPABILITIES =
  'IMAP4rev1 LITERAL+ SASL-IR AUTH=PLAIN ID IDLE NAMESPACE UNSELECT UIDPLUS MOVE SPECIAL-USE CHILDREN';

/** A command that cannot be done; `NO` is the sender's business, `BAD` a protocol mistake. */
class Refusal extends Error {
  readonly kind: 'NO' | 'BAD';
  constructor(kind: 'NO' | 'BAD', message: string) {
    super(message);
    this.kind = kind;
  }
}

interface Selected {
  folder: string;
  readOnly: boolean;
  /** The messages as the client knows them, by sequence number. */
  entries: MailboxEntry[];
  stale: boolean;
}

/** One client's conversation with the IMAP server (RFC 3501 and the extensions it announces). */
export class ImapSession {
  readonly #socket: Socket;
  readonly #options: ImapOptions;
  readonly #store: MailStore;
  #address = '';
  #selected: Selected | null = null;
  /** Takes the next line instead of the command table: a SASL answer or IDLE's DONE. */
  #awaiting: ((line: string) => void) | null = null;
  #idling = false;
  #queue: Promise<void> = Promise.resolve();

  constructor(socket: Socket, options: ImapOptions) {
    this.#socket = socket;
    this.#options = options;
    this.#store = options.store;
    const reader = new CommandReader(
      (pieces) => (this.#queue = this.#queue.then(() => this.#handle(pieces))),
      () => this.#send('+ go ahead'),
    );
    const onFolder = (address: string, folder: string) => {
      if (!this.#selected || address !== this.#address || folder !== this.#selected.folder) return;
      this.#selected.stale = true;
      if (this.#idling) this.#sync();
    };
    this.#store.on('folder', onFolder);
    socket.on('data', (chunk: Buffer) => reader.feed(chunk));
    socket.on('error', () => socket.destroy());
    socket.on('close', () => this.#store.off('folder', onFolder));
    this.#send(`* OK [CAPABILITY ${CAPABILITIES}] ready`);
  }

  #send(line: string | Buffer): void {
    if (!this.#socket.writable) return;
    this.#socket.write(line);
    this.#socket.write('\r\n');
  }

  async #handle(pieces: (string | Buffer)[]): Promise<void> {
    if (this.#awaiting) {
      const take = this.#awaiting;
      this.#awaiting = null;
      return take(String(pieces[0] ?? ''));
    }
    let tag = '*';
    try {
      const [first, name, ...tokens] = readTokens(pieces);
      tag = textOf(first) || '*';
      const byUid = wordOf(name) === 'UID';
      const command = byUid ? wordOf(tokens.shift()) : wordOf(name);
      const done = await this.#run(tag, command, tokens, byUid);
      if (done === null) return;
      // Sequence numbers must not shift under a client that is still using them (RFC 3501, 7.4.1).
      if (byUid || !['FETCH', 'STORE', 'SEARCH'].includes(command)) this.#sync();
      this.#send(`${tag} OK ${done}`);
      if (command === 'LOGOUT') this.#socket.end();
    } catch (error) {
      const kind = error instanceof Refusal ? error.kind : 'BAD';
      this.#send(`${tag} ${kind} ${error instanceof Error ? error.message : 'Failed'}`);
    }
  }

  /** Does one command and returns the text of its OK; null when it answers by itself. */
  async #run(tag: string, command: string, args: Token[], byUid: boolean): Promise<string | null> {
    switch (command) {
      case 'CAPABILITY':
        this.#send(`* CAPABILITY ${CAPABILITIES}`);
        return 'done';
      case 'ID':
        this.#send('* ID ("name" "Mail sandbox")');
        return 'done';
      case 'NOOP':
      case 'CHECK':
        return 'done';
      case 'LOGOUT':
        this.#send('* BYE see you');
        return 'done';
      case 'LOGIN':
        return this.#login(textOf(args[0]), textOf(args[1]));
      case 'AUTHENTICATE':
        return this.#authenticate(tag, args);
    }
    if (!this.#address) throw new Refusal('NO', 'Sign in first');
    switch (command) {
      case 'NAMESPACE':
        this.#send('* NAMESPACE (("" "/")) NIL NIL');
        return 'done';
      case 'LIST':
      case 'LSUB':
        return this.#list(command, args);
      case 'CREATE':
        this.#store.createFolder(this.#address, textOf(args[0]));
        return 'created';
      case 'SUBSCRIBE':
      case 'UNSUBSCRIBE':
        return 'done';
      case 'STATUS':
        return this.#status(args);
      case 'SELECT':
      case 'EXAMINE':
        return this.#select(command, args);
      case 'APPEND':
        return this.#append(args);
      case 'IDLE':
        return this.#idle(tag);
    }
    const selected = this.#selected;
    if (!selected) throw new Refusal('BAD', `Unknown command ${command}, or no folder is selected`);
    switch (command) {
      case 'UNSELECT':
        this.#selected = null;
        return 'done';
      case 'CLOSE':
        if (!selected.readOnly) this.#expunge(selected, null);
        this.#selected = null;
        return 'done';
      case 'FETCH':
        return this.#fetch(selected, args, byUid);
      case 'SEARCH':
        return this.#search(selected, args, byUid);
      case 'STORE':
        return this.#storeFlags(selected, args, byUid);
      case 'COPY':
      case 'MOVE':
        return this.#copy(selected, args, byUid, command === 'MOVE');
      case 'EXPUNGE':
        this.#expunge(selected, byUid ? textOf(args[0]) : null);
        return 'done';
      default:
        throw new Refusal('BAD', `Unknown command ${command}`);
    }
  }

  #login(user: string, password: string): string {
    const address = normalizeAddress(user);
    if (!address.includes('@') || password !== this.#options.password) {
      throw new Refusal('NO', '[AUTHENTICATIONFAILED] Wrong address or password');
    }
    this.#address = address;
    this.#store.addAccount(address);
    this.#store.ensureMailbox(address);
    return `[CAPABILITY ${CAPABILITIES}] signed in`;
  }

  async #authenticate(tag: string, args: Token[]): Promise<string | null> {
    if (wordOf(args[0]) !== 'PLAIN') throw new Refusal('NO', 'Only PLAIN is known');
    const answer = (line: string) => {
      const [, user = '', password = ''] = Buffer.from(line, 'base64').toString('utf8').split('\0');
      return this.#login(user, password);
    };
    if (args[1]) return answer(textOf(args[1]));
    this.#awaiting = (line) => {
      try {
        this.#send(`${tag} OK ${answer(line)}`);
      } catch (error) {
        this.#send(`${tag} NO ${error instanceof Error ? error.message : ''}`);
      }
    };
    this.#send('+ ');
    return null;
  }

  #list(command: string, args: Token[]): string {
    const words = args.filter((token) => !Array.isArray(token));
    const [reference, pattern] = [textOf(words[0]), textOf(words[1])];
    if (!pattern) {
      this.#send(`* ${command} (\\Noselect) "/" ""`);
      return 'done';
    }
    const escaped = (reference + pattern).replace(/[.+?^${}()|[\]\\]/g, '\\$&');
    const test = new RegExp(`^${escaped.replaceAll('*', '.*').replaceAll('%', '[^/]*')}$`, 'i');
    for (const { name, special } of this.#store.listFolders(this.#address)) {
      if (!test.test(name)) continue;
      this.#send(`* ${command} (\\HasNoChildren${special ? ` ${special}` : ''}) "/" ${imapString(name)}`);
    }
    return 'done';
  }

  #status(args: Token[]): string {
    const name = this.#folderName(args[0]);
    const folder = this.#folder(name);
    const entries = this.#store.listEntries(this.#address, name);
    const items = Array.isArray(args[1]) ? args[1].map(wordOf) : [];
    const values: Record<string, number> = {
      MESSAGES: entries.length,
      RECENT: 0,
      UIDNEXT: folder.uidNext,
      UIDVALIDITY: folder.uidValidity,
      UNSEEN: entries.filter(({ flags }) => !flags.includes('\\Seen')).length,
    };
    const known = items.filter((item) => item in values).map((item) => `${item} ${values[item]}`);
    this.#send(`* STATUS ${imapString(name)} (${known.join(' ')})`);
    return 'done';
  }

  #select(command: string, args: Token[]): string {
    this.#selected = null;
    const name = this.#folderName(args[0]);
    const folder = this.#folder(name);
    const entries = this.#store.listEntries(this.#address, name);
    const readOnly = command === 'EXAMINE';
    this.#send('* FLAGS (\\Answered \\Flagged \\Deleted \\Seen \\Draft)');
    this.#send('* OK [PERMANENTFLAGS (\\Answered \\Flagged \\Deleted \\Seen \\Draft \\*)] kept');
    this.#send(`* ${entries.length} EXISTS`);
    this.#send('* 0 RECENT');
    const unseen = entries.findIndex(({ flags }) => !flags.includes('\\Seen'));
    if (unseen >= 0) this.#send(`* OK [UNSEEN ${unseen + 1}] first unseen`);
    this.#send(`* OK [UIDVALIDITY ${folder.uidValidity}] valid`);
    this.#send(`* OK [UIDNEXT ${folder.uidNext}] next`);
    this.#selected = { folder: name, readOnly, entries, stale: false };
    return `[${readOnly ? 'READ-ONLY' : 'READ-WRITE'}] selected`;
  }

  async #append(args: Token[]): Promise<string> {
    const name = this.#folderName(args[0]);
    const folder = this.#folder(name);
    const literal = args.at(-1);
    if (!literal || Array.isArray(literal) || !('bytes' in literal)) throw new Refusal('BAD', 'A message is missing');
    const flags = args.find((token) => Array.isArray(token))?.map(textOf) ?? [];
    const date =
      args.length > 2
        ? Date.parse(
            textOf(args.at(-2))
              .replaceAll('-', ' ')
              .replace(/ (\d{4})$/, ' -$1'),
          )
        : NaN;
    const blob = await this.#store.write(literal.bytes);
    const uid = this.#store.addEntry(this.#address, name, blob, flags, Number.isNaN(date) ? undefined : date);
    return `[APPENDUID ${folder.uidValidity} ${uid}] kept`;
  }

  #idle(tag: string): null {
    this.#send('+ idling');
    this.#idling = true;
    this.#sync();
    this.#awaiting = () => {
      this.#idling = false;
      this.#send(`${tag} OK done`);
    };
    return null;
  }

  #fetch(selected: Selected, args: Token[], byUid: boolean): string {
    const items = (Array.isArray(args[1]) ? args[1] : args.slice(1, 2)).flatMap((token) => {
      const macro: Record<string, string[]> = {
        ALL: ['FLAGS', 'INTERNALDATE', 'RFC822.SIZE', 'ENVELOPE'],
        FAST: ['FLAGS', 'INTERNALDATE', 'RFC822.SIZE'],
        FULL: ['FLAGS', 'INTERNALDATE', 'RFC822.SIZE', 'ENVELOPE', 'BODY'],
      };
      return macro[wordOf(token)] ?? [textOf(token)];
    });
    if (byUid && !items.some((item) => item.toUpperCase() === 'UID')) items.unshift('UID');
    for (const { entry, sequence } of this.#pick(selected, textOf(args[0]), byUid)) {
      const message = reader(this.#store, entry);
      const reads = items.some((item) => /^(BODY\[|RFC822$|RFC822\.TEXT$)/i.test(item));
      if (reads && !selected.readOnly && !entry.flags.includes('\\Seen')) {
        entry.flags.push('\\Seen');
        this.#store.setFlags(this.#address, selected.folder, entry.uid, entry.flags);
        if (!items.some((item) => item.toUpperCase() === 'FLAGS')) items.push('FLAGS');
      }
      const parts = items.flatMap((item, index) => [Buffer.from(index ? ' ' : ''), fetchItem(item, entry, message)]);
      this.#send(Buffer.concat([Buffer.from(`* ${sequence} FETCH (`), ...parts, Buffer.from(')')]));
    }
    return 'done';
  }

  #search(selected: Selected, args: Token[], byUid: boolean): string {
    const keys = wordOf(args[0]) === 'CHARSET' ? args.slice(2) : args;
    const test = compileSearch(keys, highest(selected));
    const found = selected.entries.flatMap((entry, index) => {
      const matches = test({ entry, sequence: index + 1, message: reader(this.#store, entry) });
      return matches ? [byUid ? entry.uid : index + 1] : [];
    });
    this.#send(`* SEARCH${found.map((number) => ` ${number}`).join('')}`);
    return 'done';
  }

  #storeFlags(selected: Selected, args: Token[], byUid: boolean): string {
    if (selected.readOnly) throw new Refusal('NO', '[READ-ONLY] The folder was opened for reading');
    const how = wordOf(args[1]);
    const flags = Array.isArray(args[2]) ? args[2].map(textOf) : args.slice(2).map(textOf);
    for (const { entry, sequence } of this.#pick(selected, textOf(args[0]), byUid)) {
      const kept = entry.flags.filter((flag) => !flags.includes(flag));
      entry.flags = how.startsWith('-') ? kept : how.startsWith('+') ? [...kept, ...flags] : flags;
      this.#store.setFlags(this.#address, selected.folder, entry.uid, entry.flags);
      if (how.endsWith('.SILENT')) continue;
      this.#send(`* ${sequence} FETCH (${byUid ? `UID ${entry.uid} ` : ''}FLAGS (${entry.flags.join(' ')}))`);
    }
    return 'done';
  }

  #copy(selected: Selected, args: Token[], byUid: boolean, move: boolean): string {
    const name = this.#folderName(args[1]);
    const folder = this.#folder(name);
    const picked = this.#pick(selected, textOf(args[0]), byUid);
    const made = picked.map(({ entry }) =>
      this.#store.addEntry(this.#address, name, entry.blob, entry.flags, entry.internalDate),
    );
    const code = picked.length
      ? `[COPYUID ${folder.uidValidity} ${picked.map(({ entry }) => entry.uid).join(',')} ${made.join(',')}]`
      : '';
    if (!move) return `${code} copied`;
    this.#send(`* OK ${code} moved`);
    for (const { entry } of picked) this.#store.removeEntry(this.#address, selected.folder, entry.uid);
    this.#sync();
    return 'moved';
  }

  #expunge(selected: Selected, uids: string | null): void {
    if (selected.readOnly) throw new Refusal('NO', '[READ-ONLY] The folder was opened for reading');
    const top = highest(selected).uid;
    for (const { uid, flags } of [...selected.entries]) {
      if (!flags.includes('\\Deleted') || (uids && !inSet(uids, uid, top))) continue;
      this.#store.removeEntry(this.#address, selected.folder, uid);
    }
  }

  #pick(selected: Selected, set: string, byUid: boolean): { entry: MailboxEntry; sequence: number }[] {
    const top = highest(selected);
    return selected.entries
      .map((entry, index) => ({ entry, sequence: index + 1 }))
      .filter(({ entry, sequence }) => inSet(set, byUid ? entry.uid : sequence, byUid ? top.uid : top.sequence));
  }

  /** Tells the client what happened to the selected folder since it last heard. */
  #sync(): void {
    const selected = this.#selected;
    if (!selected?.stale) return;
    selected.stale = false;
    const now = this.#store.listEntries(this.#address, selected.folder);
    const present = new Map(now.map((entry) => [entry.uid, entry]));
    for (let index = selected.entries.length - 1; index >= 0; index--) {
      if (!present.has(selected.entries[index]?.uid ?? 0)) this.#send(`* ${index + 1} EXPUNGE`);
    }
    const before = selected.entries.filter(({ uid }) => present.has(uid));
    for (const [index, { uid, flags }] of before.entries()) {
      const fresh = present.get(uid)?.flags ?? [];
      if (fresh.join(' ') !== flags.join(' '))
        this.#send(`* ${index + 1} FETCH (UID ${uid} FLAGS (${fresh.join(' ')}))`);
    }
    if (now.length > before.length) this.#send(`* ${now.length} EXISTS`);
    selected.entries = now;
  }

  #folderName(token: Token | undefined): string {
    return wordOf(token) === 'INBOX' ? 'INBOX' : textOf(token);
  }

  #folder(name: string): { uidValidity: number; uidNext: number } {
    const folder = this.#store.getFolder(this.#address, name);
    if (!folder) throw new Refusal('NO', '[TRYCREATE] There is no such folder');
    return folder;
  }
}

function highest(selected: Selected): { uid: number; sequence: number } {
  return { uid: selected.entries.at(-1)?.uid ?? 0, sequence: selected.entries.length };
}

function reader(store: MailStore, entry: MailboxEntry): () => MimePart {
  let part: MimePart | undefined;
  return () => (part ??= readMimePart(store.readNow(entry.blob)));
}

function fetchItem(item: string, entry: MailboxEntry, message: () => MimePart): Buffer {
  const name = item.toUpperCase();
  const legacy: Record<string, string> = { RFC822: '', 'RFC822.HEADER': 'HEADER', 'RFC822.TEXT': 'TEXT' };
  const section = /^BODY(?:\.PEEK)?\[(.*)\](?:<(\d+)\.(\d+)>)?$/is.exec(item);
  if (section || name in legacy) {
    const [, path = legacy[name] ?? '', offset, length] = section ?? [];
    const bytes = readSection(message(), path);
    const label = section ? `BODY[${path}]${offset ? `<${offset}>` : ''}` : name;
    if (!bytes) return Buffer.from(`${label} NIL`);
    const slice = offset ? bytes.subarray(Number(offset), Number(offset) + Number(length)) : bytes;
    return Buffer.concat([Buffer.from(`${label} {${slice.length}}\r\n`), slice]);
  }
  const values: Record<string, () => string> = {
    UID: () => String(entry.uid),
    FLAGS: () => `(${entry.flags.join(' ')})`,
    INTERNALDATE: () => `"${internalDate(entry.internalDate)}"`,
    'RFC822.SIZE': () => String(entry.size),
    ENVELOPE: () => describeEnvelope(message()),
    BODYSTRUCTURE: () => describeStructure(message(), true),
    BODY: () => describeStructure(message(), false),
  };
  const value = values[name];
  if (!value) throw new Refusal('BAD', `Unknown item ${item}`);
  return Buffer.from(`${name} ${value()}`);
}

function internalDate(time: number): string {
  const [, day, month, year, clock] = new Date(time).toUTCString().split(' ');
  return `${day}-${month}-${year} ${clock} +0000`;
}
